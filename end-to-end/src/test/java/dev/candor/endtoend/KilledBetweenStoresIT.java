package dev.candor.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.candor.telemetry.exporter.Item;
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
 * was answered, so all comes again, and each has it once.
 *
 * <p>The vendor of the first knows ids, so that nothing is uncertain.
 */
@Timeout(180)
@Tag("P6")
@Tag("P7")
class KilledBetweenStoresIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String BOTH = "/amplitude,store/v1/traces";
  private static final int SPANS = 7;

  @RegisterExtension final Vendors vendors = new Vendors();
  @TempDir private Path folder;

  @Test
  void gatewayIsKilledBetweenTwoStores_eachHasEachOnce() throws Exception {
    vendors.amplitude().backend().down();
    byte[] request = RawSpans.request(SPANS);
    try (GatewayProcess gateway =
        GatewayProcess.start(folder.resolve("behind"), vendors.settings())) {
      try (Connection held = hold("store")) {
        CompletableFuture<Void> sender =
            CompletableFuture.runAsync(() -> sendUntilTaken(gateway, request));
        Awaitility.await()
            .atMost(PATIENCE)
            .until(() -> gateway.storedSoFar("amplitude").size() == SPANS);
        gateway.kill();
        assertThat(held.isClosed()).isFalse();
        assertThatThrownBy(sender::get).isInstanceOf(ExecutionException.class);
      }
      gateway.killAndRestart();

      assertThat(gateway.post(BOTH, request).status()).isEqualTo(200);

      assertThat(gateway.items("known", "amplitude")).isEqualTo(SPANS);
      assertThat(gateway.items("stored", "amplitude")).isZero();
      assertThat(gateway.items("stored", "store")).isEqualTo(SPANS);
      vendors.amplitude().backend().up();
      Awaitility.await()
          .atMost(PATIENCE)
          .until(() -> gateway.term("amplitude", "delivered") == SPANS);
      assertThat(vendors.amplitudeIds()).hasSize(SPANS).doesNotHaveDuplicates();
      assertThat(gateway.stored("store"))
          .extracting(Item::id)
          .containsExactlyInAnyOrderElementsOf(vendors.amplitudeIds());
    }
  }

  /** As a Collector does; ends otherwise only by a broken connection. */
  private static void sendUntilTaken(GatewayProcess gateway, byte[] request) {
    boolean taken = false;
    while (!taken) {
      taken = gateway.post(BOTH, request).status() == 200;
    }
  }

  /** Keeps others from writing to a store for as long as it is open. */
  private Connection hold(String path) throws SQLException {
    Path file = folder.resolve("behind/gateway").resolve(path).resolve("outbox.db");
    Connection held = DriverManager.getConnection("jdbc:sqlite:" + file);
    held.createStatement().execute("BEGIN IMMEDIATE");
    return held;
  }
}
