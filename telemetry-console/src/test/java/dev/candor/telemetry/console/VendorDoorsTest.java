package dev.candor.telemetry.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.exporter.door.RegisteredSpanExporter;
import dev.candor.telemetry.exporter.door.SpanFate;
import dev.candor.telemetry.testkit.LoopbackBackend;
import dev.candor.telemetry.testkit.ReceivedRequest;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every vendor's plain door in a real SDK, opened by properties alone. */
@Tag("P4")
class VendorDoorsTest {
  private static final String SESSION = "0190a8a0-1234-7abc-8def-0123456789ab";
  private static final String INSTALLATION = "0190a8a0-1234-4abc-8def-0123456789ab";

  @RegisterExtension final LoopbackBackend backend = new LoopbackBackend();
  private final List<SpanExporter> exporters = new ArrayList<>();

  private Map<String, String> vendor(String name) {
    String base = backend.uri().toString();
    return switch (name) {
      case "ga4" ->
          Map.of("ga.measurement.id", "G-ABC123", "ga.api.secret", "secret", "ga.endpoint", base);
      case "amplitude" -> Map.of("amplitude.api.key", "a-key", "amplitude.endpoint", base);
      default ->
          Map.of(
              "sentry.dsn",
              base.replace("http://", "http://0123456789abcdef0123456789abcdef@") + "/1");
    };
  }

  private OpenTelemetrySdk sdk(String vendor) {
    Map<String, String> properties =
        new HashMap<>(
            Map.of(
                "otel.traces.exporter", vendor,
                "otel.metrics.exporter", "none",
                "otel.logs.exporter", "none",
                "otel.service.name", "lab",
                "otel.resource.attributes",
                    "service.version=1.4.2,host.name=janes-laptop,app.installation.id="
                        + INSTALLATION));
    properties.putAll(vendor(vendor));
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

  private void tell(OpenTelemetrySdk sdk, String name) {
    Span span = sdk.getTracer("host").spanBuilder(name).startSpan();
    span.setAttribute("session.id", SESSION);
    span.setAttribute("url.full", "https://x/jane");
    span.end();
    sdk.getSdkTracerProvider().forceFlush().join(60, TimeUnit.SECONDS);
  }

  private RegisteredSpanExporter door() {
    return (RegisteredSpanExporter) exporters.get(0);
  }

  private String bodies() {
    return backend.requests().stream()
        .map(ReceivedRequest::body)
        .map(body -> new String(body, StandardCharsets.UTF_8))
        .collect(Collectors.joining("\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ga4", "amplitude", "sentry"})
  void hostSpan_sendsNothingAndCounts(String vendor) {
    try (OpenTelemetrySdk sdk = sdk(vendor)) {
      tell(sdk, "GET /users/jane@example.org");

      assertThat(backend.connections()).isZero();
      assertThat(door().spans(SpanFate.UNREGISTERED)).isOne();
    }
  }

  @ParameterizedTest
  @CsvSource({"ga4, app_session_begin", "amplitude, session_start", "sentry, sid"})
  void registeredSpan_arrivesInTheVendorsForm(String vendor, String word) {
    try (OpenTelemetrySdk sdk = sdk(vendor)) {
      tell(sdk, "session.start");

      assertThat(bodies()).contains(word).doesNotContain("jane", "host.name");
    }
  }
}
