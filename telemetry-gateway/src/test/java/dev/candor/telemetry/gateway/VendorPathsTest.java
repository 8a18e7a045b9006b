package dev.candor.telemetry.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.candor.telemetry.testkit.FakeAmplitude;
import dev.candor.telemetry.testkit.FakeGa4;
import dev.candor.telemetry.testkit.FakeSentry;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Every vendor's path, beside the others. */
class VendorPathsTest {
  @RegisterExtension final FakeGa4 google = new FakeGa4();
  @RegisterExtension final FakeAmplitude amplitude = new FakeAmplitude();
  @RegisterExtension final FakeSentry sentry = new FakeSentry();
  @TempDir Path temporary;
  private TestGateway gateway;

  @AfterEach
  void stop() {
    gateway.close();
  }

  private void start() {
    gateway =
        TestGateway.start(
            TestGateway.config(temporary.resolve("gateway"))
                .destination(GatewayPath.GA4, TestGateway.destination(google), 600)
                .destination(GatewayPath.AMPLITUDE, TestGateway.destination(amplitude), 600)
                .destination(
                    GatewayPath.SENTRY,
                    TestGateway.destination("sentry", Map.of("SENTRY_DSN", sentry.dsn())),
                    600));
  }

  private void post(String path, int from, int count) {
    byte[] body =
        TestRequests.joined(
                List.of(
                    TestRequests.spans(1, from, count), TestRequests.spans(2, from + count, count)))
            .toByteArray();
    assertThat(gateway.post(path + "/v1/traces", body).statusCode()).isEqualTo(200);
  }

  @Test
  void post_toEachPath_arrivesAtItsVendorOnly() {
    start();

    post("/amplitude", 0, 2);
    post("/sentry", 0, 3);

    await().untilAsserted(() -> assertThat(amplitude.events("imaging.run")).hasSize(4));
    await().untilAsserted(() -> assertThat(sentry.spans()).hasSize(6));
    assertThat(google.events()).isEmpty();
  }

  @Test
  void post_manyInstallations_areDevicesOfOneBodyAtAmplitude() {
    start();

    post("/amplitude", 0, 2);

    await().untilAsserted(() -> assertThat(amplitude.events("imaging.run")).hasSize(4));
    assertThat(amplitude.events("imaging.run"))
        .extracting(FakeAmplitude.Event::deviceId)
        .containsOnly(TestRequests.installation(1), TestRequests.installation(2));
    assertThat(amplitude.backend().requests()).hasSize(1);
  }

  @Test
  @Tag("P6")
  void vendorDown_gatewayRestarted_arrivesOnceWhenItIsBack() {
    amplitude.backend().answerWith(503);
    start();
    post("/amplitude", 0, 2);
    gateway.close();
    amplitude.behave();

    start();

    await()
        .atMost(java.time.Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(amplitude.events("imaging.run")).hasSize(4));
    assertThat(amplitude.duplicates()).isZero();
  }

  @Test
  @Tag("P8")
  void ledger_afterDelivery_showsInTheMetrics() {
    start();
    post("/amplitude", 0, 2);

    await()
        .untilAsserted(
            () ->
                assertThat(gateway.get("/metrics"))
                    .contains(
                        "candor_gateway_ledger_items_total{path=\"amplitude\",term=\"delivered\"}"
                            + " 4.0")
                    .contains("candor_gateway_queued_items{path=\"amplitude\"} 0.0"));
  }
}
