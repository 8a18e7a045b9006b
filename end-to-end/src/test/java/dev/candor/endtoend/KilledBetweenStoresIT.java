package dev.candor.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the gateway when the first of two paths has stored a request and the second has not: nobody
 * was answered, so all comes again, and each vendor gets it once.
 */
@Timeout(180)
@Tag("P6")
@Tag("P7")
class KilledBetweenStoresIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String BOTH = "/ga4,amplitude/v1/traces";
  private static final int SPANS = 7;

  @RegisterExtension final Vendors vendors = new Vendors();
  @TempDir private Path folder;

  @Test
  void gatewayIsKilledBetweenTwoStores_eachVendorGetsEachOnce() throws Exception {
    vendors.google().backend().down();
    byte[] request = RawSpans.request(SPANS);
    try (GatewayProcess gateway =
        GatewayProcess.start(folder.resolve("behind"), vendors.settings())) {
      try (Connection held = hold("amplitude")) {
        CompletableFuture<GatewayProcess.Reply> answer =
            CompletableFuture.supplyAsync(() -> gateway.post(BOTH, request));
        Awaitility.await().atMost(PATIENCE).until(() -> gateway.storedSoFar("ga4").size() == SPANS);
        gateway.kill();
        assertThat(held.isClosed()).isFalse();
        assertThatThrownBy(answer::get).isInstanceOf(ExecutionException.class);
      }
      gateway.killAndRestart();

      assertThat(gateway.post(BOTH, request).status()).isEqualTo(200);

      assertThat(items(gateway, "known", "ga4")).isEqualTo(SPANS);
      assertThat(items(gateway, "stored", "ga4")).isZero();
      assertThat(items(gateway, "stored", "amplitude")).isEqualTo(SPANS);
      vendors.google().backend().up();
      awaitDelivered(gateway, "ga4");
      awaitDelivered(gateway, "amplitude");
      assertThat(vendors.google().events()).hasSize(SPANS);
      assertThat(vendors.google().faults()).isEmpty();
      assertThat(vendors.amplitudeIds()).hasSize(SPANS).doesNotHaveDuplicates();
    }
  }

  /** Keeps others from writing to a store for as long as it is open. */
  private Connection hold(String path) throws SQLException {
    Path file = folder.resolve("behind/gateway").resolve(path).resolve("outbox.db");
    Connection held = DriverManager.getConnection("jdbc:sqlite:" + file);
    held.createStatement().execute("BEGIN IMMEDIATE");
    return held;
  }

  private static long items(GatewayProcess gateway, String what, String path) {
    return gateway
        .figures()
        .sum("candor_gateway_items_" + what + "_total", "path=\"" + path + "\"");
  }

  private static void awaitDelivered(GatewayProcess gateway, String path) {
    Awaitility.await().atMost(PATIENCE).until(() -> gateway.term(path, "delivered") == SPANS);
  }
}
