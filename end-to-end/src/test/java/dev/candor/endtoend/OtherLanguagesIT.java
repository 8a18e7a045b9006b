package dev.candor.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.testkit.ChildJvm;
import dev.candor.telemetry.testkit.LoopbackBackend;
import dev.candor.telemetry.testkit.ReceivedRequest;
import dev.candor.telemetry.testkit.ReceivedSpan;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Programs without Candor, in Python and in Java, with a registry that was written by hand: what
 * they may tell arrives everywhere once, and what they send beside it nowhere. Files and commands
 * are those of the guide's page.
 */
@Timeout(300)
@Tag("P4")
@Tag("P7")
@Tag("posix")
class OtherLanguagesIT {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final String INSTALLATION = "5d2f0c1e-8a47-4b6e-9c3d-71e0a4b5c6d7";

  @RegisterExtension final Vendors vendors = new Vendors();
  @TempDir private Path folder;

  @Test
  void python_withARegistryWrittenByHand_arrivesOnceAndOnlyWhatItMayTell() {
    Greenhouse greenhouse = Greenhouse.in(folder);
    try (GatewayProcess gateway = greenhouse.gateway(vendors);
        RestartableCollector collector = greenhouse.collector(gateway, vendors)) {
      greenhouse.python(collector);

      awaitWaterings(4);
      awaitStored(gateway, 4 + 1 + 2 * 2);
      assertWaterings(4);
      assertThat(vendors.sentry().events()).hasSize(1);
      assertThat(vendors.otlp().spans("app.error").get(0).attributes())
          .containsEntry("error.type", "ValueError")
          .containsEntry("app.error.language", "python");
      assertRestIsDroppedAndCounted(collector.figures());
      assertThat(Counts.total(gateway.stored("store"), "watering.run.count")).isEqualTo(3);
    }
  }

  @Test
  void plainJavaSdk_withTheSameRegistry_arrivesOnceAndOnlyWhatItMayTell() {
    Greenhouse greenhouse = Greenhouse.in(folder);
    try (GatewayProcess gateway = greenhouse.gateway(vendors);
        RestartableCollector collector = greenhouse.collector(gateway, vendors)) {
      run(greenhouse.environment(collector));

      awaitWaterings(2);
      awaitStored(gateway, 2 + 2);
      assertWaterings(2);
      assertThat(vendors.otlp().spans("watering.run").get(0).resource())
          .containsEntry("service.name", "greenhouse")
          .containsEntry("app.installation.id", INSTALLATION)
          .doesNotContainKeys("host.name", "enduser.id");
      assertRestIsDroppedAndCounted(collector.figures());
      assertThat(Counts.total(gateway.stored("store"), "watering.run.count")).isEqualTo(1);
    }
  }

  private static void run(Map<String, String> environment) {
    ChildJvm.Builder builder =
        ChildJvm.of(PlainSdkProgram.WithMore.class)
            .environment(
                "OTEL_RESOURCE_ATTRIBUTES",
                "service.name=greenhouse,service.version=2.1.0,app.installation.id="
                    + INSTALLATION
                    + ",host.name=janes-laptop,enduser.id=jane");
    environment.forEach(builder::environment);
    try (ChildJvm program = builder.start()) {
      assertThat(program.awaitExit(PATIENCE)).isZero();
    }
  }

  private void awaitWaterings(int wanted) {
    Awaitility.await()
        .atMost(PATIENCE)
        .until(
            () ->
                vendors.otlp().spans("watering.run").size() >= wanted
                    && vendors.google().events("watering_run").size() >= wanted
                    && vendors.amplitude().events("watering.run").size() >= wanted
                    && sentrySpans().size() >= wanted);
  }

  private static void awaitStored(GatewayProcess gateway, int items) {
    Awaitility.await()
        .atMost(PATIENCE)
        .until(
            () ->
                gateway.figures().sum("candor_gateway_items_stored_total", "path=\"store\"")
                    >= items);
  }

  private List<ReceivedSpan> sentrySpans() {
    return vendors.sentry().spans().stream()
        .filter(span -> span.name().equals("watering.run"))
        .toList();
  }

  /** The same contract and the same result as for an application in Java. */
  private void assertWaterings(int wanted) {
    assertThat(vendors.otlp().spans("watering.run"))
        .hasSize(wanted)
        .allSatisfy(
            span ->
                assertThat(span.attributes())
                    .isNotEmpty()
                    .containsKey("watering.run.bed")
                    .doesNotContainKey("user.name"));
    assertThat(vendors.google().events("watering_run"))
        .hasSize(wanted)
        .allSatisfy(event -> assertThat(event.clientId()).isNotEmpty());
    assertThat(vendors.google().faults()).isEmpty();
    assertThat(vendors.amplitude().events("watering.run"))
        .hasSize(wanted)
        .allSatisfy(event -> assertThat(event.deviceId()).isEqualTo(INSTALLATION));
    assertThat(sentrySpans()).hasSize(wanted);
    assertThat(vendors.sentry().faults()).isEmpty();
  }

  private void assertRestIsDroppedAndCounted(Figures collector) {
    assertThat(dropped(collector, "spans")).isEqualTo(1);
    // OpenTelemetry's SDK counts itself, too.
    assertThat(dropped(collector, "datapoints")).isPositive();
    assertThat(vendors.otlp().spans("watering.run"))
        .anySatisfy(span -> assertThat(span.span().getDroppedAttributesCount()).isEqualTo(1));
    assertThat(all()).isNotEmpty().noneMatch(text -> text.contains("jane"));
  }

  /** Overlays have filters of their own. */
  private static long dropped(Figures collector, String what) {
    return collector.sum(
        "otelcol_processor_filter_" + what + "_filtered", "filter=\"filter/contract\"");
  }

  /** All bytes that left the Collector or the gateway. */
  private List<String> all() {
    return Stream.of(
            vendors.otlp(),
            vendors.google().backend(),
            vendors.amplitude().backend(),
            vendors.sentry().backend())
        .map(LoopbackBackend::requests)
        .flatMap(List::stream)
        .map(ReceivedRequest::body)
        .map(body -> new String(body, StandardCharsets.ISO_8859_1))
        .toList();
  }
}
