package dev.candor.telemetry.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.outbox.Outbox;
import dev.candor.telemetry.registry.Probe;
import io.opentelemetry.proto.trace.v1.Span;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of an operator's probe. */
class ProbeTest {
  @TempDir Path temporary;
  private TestGateway gateway;

  @BeforeEach
  void start() {
    gateway =
        TestGateway.start(
            TestGateway.config(temporary.resolve("gateway")).store(Duration.ofDays(30)));
  }

  @AfterEach
  void stop() {
    gateway.close();
  }

  @Test
  void probe_toTheGateway_isCountedAndNotStored() {
    send(Probe.TO_GATEWAY);

    assertThat(gateway.get("/metrics"))
        .contains("candor_gateway_probes_total{path=\"store\"} 1")
        .contains("candor_gateway_items_received_total{path=\"store\"} 1")
        .doesNotContain("candor_gateway_items_stored_total{");
    assertThat(stored()).isZero();
  }

  @Test
  void probe_thatDoesNotSayHowFar_isCountedAndNotStored() {
    send("further");

    assertThat(gateway.get("/metrics")).contains("candor_gateway_probes_total{path=\"store\"} 1");
    assertThat(stored()).isZero();
  }

  @Test
  void probe_toTheDestination_isStoredAsAnyEvent() {
    send(Probe.TO_DESTINATION);

    assertThat(gateway.get("/metrics")).doesNotContain("candor_gateway_probes_total{");
    assertThat(stored()).isEqualTo(1);
  }

  private void send(String reach) {
    Span span =
        TestRequests.span(1, Probe.NAME).toBuilder()
            .clearAttributes()
            .addAttributes(TestRequests.text(Probe.REACH, reach))
            .build();
    byte[] body = TestRequests.request(TestRequests.installation(1), List.of(span)).toByteArray();

    assertThat(gateway.post("/store/v1/traces", body).statusCode()).isEqualTo(200);
  }

  private int stored() {
    gateway.close();
    try (Outbox outbox =
        Outbox.openRelay(
            temporary.resolve("gateway/store"), Outbox.Limits.defaults(), Clock.systemUTC())) {
      return outbox.items(0, 100).size();
    }
  }
}
