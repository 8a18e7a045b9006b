package dev.candor.telemetry.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.candor.telemetry.testkit.FakeGa4;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** From a Collector's request to what Google Analytics gets. */
class Ga4PathTest {
  private static final String TRACES = "/ga4/v1/traces";

  @RegisterExtension final FakeGa4 google = new FakeGa4();
  @TempDir Path temporary;
  private TestGateway gateway;

  @BeforeEach
  void start() {
    gateway =
        TestGateway.start(
            TestGateway.config(temporary.resolve("gateway"))
                .destination(GatewayPath.GA4, TestGateway.destination(google), 600));
  }

  @AfterEach
  void stop() {
    gateway.close();
  }

  @Test
  void post_registeredSpans_arriveAtGoogle() {
    assertThat(gateway.post(TRACES, TestRequests.spans(1, 0, 3).toByteArray()).statusCode())
        .isEqualTo(200);

    await().untilAsserted(() -> assertThat(google.events("imaging_run")).hasSize(3));
    assertThat(google.faults()).isEmpty();
  }

  @Test
  @Tag("P7")
  void post_sameSpansAgain_arriveOnce() {
    gateway.post(TRACES, TestRequests.spans(1, 0, 3).toByteArray());
    gateway.post(TRACES, TestRequests.spans(1, 0, 4).toByteArray());

    await().untilAsserted(() -> assertThat(google.events("imaging_run")).hasSize(4));
    gateway.close();
    assertThat(google.events("imaging_run")).hasSize(4);
  }

  /** What an application calls its events at a vendor holds behind a Collector, too. */
  @Test
  void post_eventWithANameOfItsOwnAtGoogle_arrivesUnderIt() throws IOException {
    Files.writeString(
        temporary.resolve("lab.yaml"),
        TestGateway.LAB.replace(
            "name: {note: imaging.run}",
            "name: {note: imaging.run}, annotations: {candor: {vendor_names: {ga4: {event: run_done}}}}"));
    Path file =
        Files.writeString(
            temporary.resolve("gateway.yaml"),
            """
            listen: 127.0.0.1:0
            data: named
            services: [lab]
            registries: [lab.yaml]
            paths: {ga4: {GA_MEASUREMENT_ID: %s, GA_ENDPOINT: "%s"}}
            """
                .formatted(FakeGa4.STREAM, google.uri()));
    Map<String, String> environment =
        Map.of(ConfigFile.TOKEN, TestGateway.TOKEN, "GA_API_SECRET", FakeGa4.SECRET);

    try (TestGateway named =
        TestGateway.start(ConfigFile.read(file, environment, Clock.systemUTC()))) {
      named.post(TRACES, TestRequests.spans(1, 0, 3).toByteArray());

      await().untilAsserted(() -> assertThat(google.events("run_done")).hasSize(3));
      assertThat(google.events("imaging_run")).isEmpty();
    }
  }

  @Test
  void post_manyInstallationsInOneBody_becomeOneRequestEach() {
    byte[] body =
        TestRequests.joined(
                List.of(
                    TestRequests.spans(1, 0, 2),
                    TestRequests.spans(2, 10, 2),
                    TestRequests.spans(1, 20, 2)))
            .toByteArray();

    gateway.post(TRACES, body);

    await().untilAsserted(() -> assertThat(google.events("imaging_run")).hasSize(6));
    assertThat(google.backend().requests()).hasSize(2);
    assertThat(google.faults()).isEmpty();
  }
}
