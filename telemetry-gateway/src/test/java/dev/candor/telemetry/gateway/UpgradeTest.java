package dev.candor.telemetry.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.candor.telemetry.outbox.Outbox;
import dev.candor.telemetry.testkit.FakeAmplitude;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A gateway on the stores of another version. */
@Tag("P6")
class UpgradeTest {
  private static final String AMPLITUDE = "/amplitude/v1/traces";
  private static final String STORE = "/store/v1/traces";

  @RegisterExtension final FakeAmplitude amplitude = new FakeAmplitude();
  @TempDir Path temporary;
  private final Clock clock = OlderStore.clock();
  private TestGateway gateway;

  @BeforeEach
  void write() {
    OlderStore.write(data());
  }

  @AfterEach
  void stop() {
    gateway.close();
  }

  private Path data() {
    return temporary.resolve("gateway");
  }

  private void start() {
    gateway =
        TestGateway.start(
            TestGateway.config(data())
                .store(Duration.ofDays(30))
                .destination(GatewayPath.AMPLITUDE, TestGateway.destination(amplitude), 600)
                .build(),
            clock);
  }

  private HttpResponse<byte[]> post(String path, int installation, int from, int count) {
    return gateway.post(path, TestRequests.spans(installation, from, count).toByteArray());
  }

  private List<Object> arrived() {
    return amplitude.events("imaging.run").stream()
        .map(event -> event.properties().get("imaging.run.channels"))
        .toList();
  }

  private void awaitEmpty() {
    await()
        .untilAsserted(
            () ->
                assertThat(gateway.get("/metrics"))
                    .contains("candor_gateway_queued_items{path=\"amplitude\"} 0.0"));
  }

  @Test
  void olderStore_whatWaited_arrivesOnce() {
    start();

    awaitEmpty();

    assertThat(arrived()).containsExactlyInAnyOrder(3L, 4L, 5L, 6L, 7L, 8L, 9L);
    assertThat(amplitude.duplicates()).isZero();
  }

  @Test
  void olderStore_ledger_goesOn() {
    start();

    awaitEmpty();

    assertThat(gateway.get("/metrics"))
        .contains("ledger_items_total{path=\"amplitude\",term=\"offered\"} 10.0")
        .contains("ledger_items_total{path=\"amplitude\",term=\"delivered\"} 10.0")
        .doesNotContain("candor_gateway_store_faults_total{");
  }

  @Test
  @Tag("P7")
  void olderStore_collectorSendsAllAgain_isKnown() {
    start();

    post(AMPLITUDE, 1, 0, 5);
    post(AMPLITUDE, 2, 5, 6);
    awaitEmpty();

    assertThat(arrived()).containsExactlyInAnyOrder(3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L);
    assertThat(gateway.get("/metrics"))
        .contains("candor_gateway_items_known_total{path=\"amplitude\"} 10.0");
  }

  @Test
  void olderStore_pathStore_keepsItsEvents() {
    start();

    post(STORE, 1, 1, 2);
    gateway.close();

    try (Outbox outbox =
        Outbox.openRelay(data().resolve("store"), Outbox.Limits.defaults(), clock)) {
      assertThat(outbox.items(0, 10)).hasSize(3);
    }
  }

  @Test
  void newerStore_batch_isToComeAgain() {
    OlderStore.age(data(), "store");
    start();

    HttpResponse<byte[]> answer = post(STORE, 1, 2, 1);

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).isPresent();
  }

  @Test
  void newerStore_log_saysSoOnce() {
    OlderStore.age(data(), "store");
    start();

    post(STORE, 1, 2, 1);

    assertThat(gateway.log())
        .containsOnlyOnce("\"event\":\"store.fault\",\"kind\":\"store_newer\",\"path\":\"store\"");
  }

  @Test
  void newerStore_file_isLeftAsItIs() throws IOException {
    OlderStore.age(data(), "amplitude");
    byte[] before = Files.readAllBytes(data().resolve("amplitude/outbox.db"));
    start();
    post(AMPLITUDE, 1, 20, 1);

    gateway.close();

    assertThat(data().resolve("amplitude/outbox.db")).hasBinaryContent(before);
    assertThat(amplitude.events()).isEmpty();
  }

  @Test
  void newerStore_otherPaths_goOn() {
    OlderStore.age(data(), "store");
    start();

    awaitEmpty();

    assertThat(arrived()).hasSize(7);
  }
}
