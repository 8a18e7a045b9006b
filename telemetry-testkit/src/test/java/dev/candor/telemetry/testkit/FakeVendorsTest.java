package dev.candor.telemetry.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The strict vendors as a process: what stays of them when it ends. */
class FakeVendorsTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir Path folder;

  @Test
  void ga4_takenAndRefused_areWrittenWithNamesAndFaults() throws Exception {
    int port = freePort();
    try (ChildJvm vendors = start("ga4=" + port)) {
      post(port, event("lab_test"));
      post(port, event("ad_click"));

      vendors.endInput();

      assertThat(vendors.awaitExit(PATIENCE)).isZero();
    }
    assertThat(Files.readString(folder.resolve("ga4").resolve("001.http")))
        .startsWith("POST /mp/collect?")
        .contains("\n\n{\"client_id\"", "\"lab_test\"");
    List<?> requests = (List<?>) JsonTree.read(Files.readAllBytes(folder.resolve("ga4.json")));
    Map<?, ?> taken = (Map<?, ?>) requests.get(0);
    Map<?, ?> refused = (Map<?, ?>) requests.get(1);
    assertThat(taken.get("faults")).isEqualTo(List.of());
    assertThat(taken.get("shown"))
        .isEqualTo(
            List.of(
                Map.of(
                    "name",
                    "lab_test",
                    "id",
                    "",
                    "parameters",
                    List.of("engagement_time_msec", "session_id"))));
    assertThat((List<?>) refused.get("faults")).isNotEmpty();
    assertThat(refused.get("shown")).isEqualTo(List.of());
  }

  @ParameterizedTest
  @ValueSource(strings = {"jane=1", "ga4", "ga4=jane", "8101"})
  void unknownWords_end2(String words) {
    try (ChildJvm vendors = ChildJvm.of(FakeVendors.class).args(folder.toString(), words).start()) {
      assertThat(vendors.awaitExit(PATIENCE)).isEqualTo(2);
      assertThat(vendors.stderr()).hasSize(1).noneMatch(line -> line.contains("jane"));
    }
  }

  private ChildJvm start(String vendor) {
    ChildJvm vendors = ChildJvm.of(FakeVendors.class).args(folder.toString(), vendor).start();
    vendors.awaitLine("ready", PATIENCE);
    return vendors;
  }

  private static String event(String name) {
    return """
    {"client_id":"12.34","non_personalized_ads":true,
     "consent":{"ad_user_data":"DENIED","ad_personalization":"DENIED"},
     "events":[{"name":"%s","timestamp_micros":%d,
       "params":{"session_id":1795000000,"engagement_time_msec":1}}]}
    """
        .formatted(name, Instant.now().getEpochSecond() * 1_000_000)
        .strip();
  }

  private static void post(int port, String body) throws IOException, InterruptedException {
    URI uri =
        URI.create(
            "http://127.0.0.1:%d/mp/collect?measurement_id=%s&api_secret=%s"
                .formatted(port, FakeGa4.STREAM, FakeGa4.SECRET));
    HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body, UTF_8))
                .build(),
            BodyHandlers.discarding());
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
