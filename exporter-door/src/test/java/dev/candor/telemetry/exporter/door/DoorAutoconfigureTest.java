package dev.candor.telemetry.exporter.door;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.registry.Omission;
import dev.candor.telemetry.testkit.LoopbackBackend;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The door as an operator opens it: a real SDK, configured by properties alone. */
@Tag("P4")
class DoorAutoconfigureTest {
  private static final String SESSION = "0190a8a0-1234-7abc-8def-0123456789ab";

  @RegisterExtension final LoopbackBackend backend = new LoopbackBackend();
  @TempDir Path folder;
  private final List<SpanExporter> exporters = new ArrayList<>();

  private OpenTelemetrySdk sdk(Map<String, String> more) throws IOException {
    Path registry = Files.writeString(folder.resolve("lab.yaml"), TestContracts.LAB);
    Map<String, String> properties =
        new HashMap<>(
            Map.of(
                "otel.traces.exporter", "loop",
                "otel.metrics.exporter", "none",
                "otel.logs.exporter", "none",
                "otel.service.name", "lab",
                "otel.resource.attributes", "service.version=1.4.2,host.name=janes-laptop",
                "loop.endpoint", backend.uri().toString(),
                "candor.registry", registry.toString()));
    properties.putAll(more);
    return AutoConfiguredOpenTelemetrySdk.builder()
        .addPropertiesSupplier(() -> properties)
        .addSpanExporterCustomizer(
            (exporter, config) -> {
              exporters.add(exporter);
              return exporter;
            })
        .build()
        .getOpenTelemetrySdk();
  }

  private RegisteredSpanExporter door() {
    return (RegisteredSpanExporter) exporters.get(0);
  }

  private static Span span(OpenTelemetrySdk sdk, String name) {
    return sdk.getTracer("host").spanBuilder(name).startSpan();
  }

  private static void flush(OpenTelemetrySdk sdk) {
    sdk.getSdkTracerProvider().forceFlush().join(30, TimeUnit.SECONDS);
  }

  @Test
  void hostSpan_withAPersonInItsName_sendsNothingAndCounts() throws IOException {
    try (OpenTelemetrySdk sdk = sdk(Map.of())) {
      span(sdk, "GET /users/jane@example.org").end();
      flush(sdk);

      assertThat(backend.requests()).isEmpty();
      assertThat(door().spans(SpanFate.UNREGISTERED)).isOne();
    }
  }

  @Test
  void registeredSpan_arrivesWithWhatIsDeclaredAndNothingElse() throws IOException {
    try (OpenTelemetrySdk sdk = sdk(Map.of())) {
      Span span = span(sdk, "imaging.run");
      span.setAttribute("imaging.run.channels", 3L);
      span.setAttribute("imaging.run.note", "ask jane@example.org");
      span.setAttribute("session.id", SESSION);
      span.setAttribute("url.full", "https://x/jane");
      span.addEvent("jane clicked");
      span.end();
      flush(sdk);

      assertThat(backend.requests())
          .singleElement()
          .satisfies(
              request ->
                  assertThat(new String(request.body(), StandardCharsets.UTF_8))
                      .contains("imaging.run.channels=3", "ask <email>", "service.name=lab")
                      .doesNotContain("jane"));
      assertThat(door().spans(SpanFate.DELIVERED)).isOne();
      assertThat(door().omissions(Omission.MASKED)).isOne();
    }
  }

  @Test
  void childrenOfOneTrace_areEventsOfTheirOwn() throws IOException {
    try (OpenTelemetrySdk sdk = sdk(Map.of())) {
      Span parent = span(sdk, "GET /");
      for (int i = 0; i < 2; i++) {
        sdk.getTracer("host")
            .spanBuilder("imaging.run")
            .setParent(Context.root().with(parent))
            .startSpan()
            .end();
      }
      parent.end();
      flush(sdk);

      String body = new String(backend.requests().get(0).body(), StandardCharsets.UTF_8);
      assertThat(Pattern.compile("#([0-9a-f]{32})").matcher(body).results().map(MatchResult::group))
          .hasSize(2)
          .doesNotHaveDuplicates()
          .noneMatch(trace -> trace.contains(parent.getSpanContext().getTraceId()));
    }
  }

  @Test
  void faultySetting_turnsTheDoorOffWithOneWarningThatHoldsNoValue() throws IOException {
    List<String> warnings = new ArrayList<>();
    Logger logger = Logger.getLogger("dev.candor.telemetry");
    Handler handler = new Warnings(warnings);
    logger.addHandler(handler);
    try (OpenTelemetrySdk sdk = sdk(Map.of("loop.endpoint", "http://jane.example.org"))) {
      span(sdk, "imaging.run").end();
      flush(sdk);
    } finally {
      logger.removeHandler(handler);
    }

    assertThat(exporters.get(0)).isNotInstanceOf(RegisteredSpanExporter.class);
    assertThat(warnings)
        .singleElement()
        .asString()
        .contains("spans do not go to loop", "LOOP_ENDPOINT must be an https address")
        .doesNotContain("jane");
  }

  @Test
  @Tag("SV-65")
  void debugTelemetry_tellsEachAnswer_withoutAValue() throws IOException {
    Logger logger = Logger.getLogger("dev.candor.telemetry");
    List<String> told = new ArrayList<>();
    Handler handler = new Warnings(told);
    logger.addHandler(handler);
    try (OpenTelemetrySdk sdk = sdk(Map.of("debug.telemetry", "1"))) {
      Span span = span(sdk, "imaging.run");
      span.setAttribute("imaging.run.note", "jane");
      span.end();
      flush(sdk);
    } finally {
      logger.removeHandler(handler);
    }

    assertThat(told).hasSize(2);
    assertThat(told.get(0)).isEqualTo("telemetry debug: loop is on");
    assertThat(told.get(1))
        .matches(
            "telemetry debug: loop was sent items: 1, bytes: [0-9]+; not asked yet, delivered");
  }

  @Test
  void faultyRegistry_turnsTheDoorOff() throws IOException {
    Path faulty = Files.writeString(folder.resolve("faulty.yaml"), "jane: [");
    try (OpenTelemetrySdk sdk = sdk(Map.of("candor.registry", faulty.toString()))) {
      span(sdk, "session.start").end();
      flush(sdk);
    }

    assertThat(backend.requests()).isEmpty();
    assertThat(exporters.get(0)).isNotInstanceOf(RegisteredSpanExporter.class);
  }

  @Test
  void operatorsNo_winsOverTheChoiceOfExporter() throws IOException {
    for (Map<String, String> no :
        List.of(Map.of("do.not.track", "1"), Map.of("telemetry.enabled", "false"))) {
      try (OpenTelemetrySdk sdk = sdk(no)) {
        span(sdk, "imaging.run").end();
        flush(sdk);
      }
    }

    assertThat(backend.requests()).isEmpty();
  }

  /** Keeps what is told. */
  private static final class Warnings extends Handler {
    private final List<String> texts;

    Warnings(List<String> texts) {
      this.texts = texts;
    }

    @Override
    public void publish(LogRecord record) {
      texts.add(record.getMessage());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
