package dev.candor.telemetry.exporter.sentry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.ConsentPreset;
import dev.candor.telemetry.FlushResult;
import dev.candor.telemetry.TelemetryOptions;
import dev.candor.telemetry.TelemetryRuntime;
import dev.candor.telemetry.testkit.FakeSentry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.sentry.Sentry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Beside a stand-in of Sentry's agentless module, which is not to be had here: it starts the real
 * {@code io.sentry}, and puts a sampler, propagators and an exporter of its own into the SDK of the
 * application, as that module does.
 */
@Timeout(120)
class SentryAgentlessTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @RegisterExtension final FakeSentry candors = new FakeSentry();
  @RegisterExtension final FakeSentry hosts = new FakeSentry();
  @TempDir Path folder;

  private final Exported exported = new Exported();
  private final Sampler sampler = Sampler.parentBased(Sampler.alwaysOn());
  private OpenTelemetrySdk sdk;

  @BeforeEach
  void agentless() {
    Sentry.init(
        options -> {
          options.setDsn(hosts.dsn());
          options.setEnableUncaughtExceptionHandler(false);
        });
    sdk =
        AutoConfiguredOpenTelemetrySdk.builder()
            .addPropertiesSupplier(
                () ->
                    Map.of(
                        "otel.traces.exporter", "none",
                        "otel.metrics.exporter", "none",
                        "otel.logs.exporter", "none",
                        "otel.propagators", "baggage"))
            .addSamplerCustomizer((before, properties) -> sampler)
            .addTracerProviderCustomizer(
                (provider, properties) ->
                    provider.addSpanProcessor(SimpleSpanProcessor.create(exported)))
            .build()
            .getOpenTelemetrySdk();
  }

  @AfterEach
  void close() {
    sdk.close();
    Sentry.close();
  }

  @Test
  void engine_besideIt_exportsNothingThereAndArrivesOnce() {
    Span span = sdk.getTracer("host").spanBuilder("host work").startSpan();
    try (var unused = span.makeCurrent();
        TelemetryRuntime runtime = start()) {
      runtime.consent().set(ConsentPreset.EVERYTHING);
      runtime.telemetry().record(new LabEvents.Export(12));
      runtime.telemetry().error(new IllegalStateException());
      deliver(runtime);
    }
    span.end();

    assertThat(exported.names).containsExactly("host work");
    assertThat(candors.faults()).isEmpty();
    assertThat(candors.names())
        .containsEntry("file.export", 1)
        .containsEntry("IllegalStateException", 1)
        .doesNotContainKey("host work");
    assertThat(hosts.backend().requests()).isEmpty();
  }

  @Test
  void engine_besideIt_leavesSamplerPropagatorsAndContextAlone() {
    TextMapPropagator propagator = sdk.getPropagators().getTextMapPropagator();
    Context context = Context.current();
    try (TelemetryRuntime runtime = start()) {
      runtime.consent().set(ConsentPreset.EVERYTHING);
      runtime.telemetry().error(new IllegalStateException());
      deliver(runtime);

      assertThat(sdk.getSdkTracerProvider().getSampler()).isSameAs(sampler);
      assertThat(sdk.getPropagators().getTextMapPropagator()).isSameAs(propagator);
      assertThat(propagator.fields()).containsExactly("baggage");
      assertThat(Context.current()).isSameAs(context);
    }
  }

  @Test
  void host_besideTheEngine_keepsItsOwnEvents() {
    try (TelemetryRuntime runtime = start()) {
      runtime.consent().set(ConsentPreset.EVERYTHING);
      Sentry.captureException(new UnsupportedOperationException());
      deliver(runtime);
      Sentry.flush(PATIENCE.toMillis());
    }

    assertThat(hosts.backend().requests())
        .singleElement()
        .extracting(request -> new String(request.body(), StandardCharsets.UTF_8))
        .asString()
        .contains("UnsupportedOperationException");
    assertThat(candors.names()).doesNotContainKey("UnsupportedOperationException");
  }

  private TelemetryRuntime start() {
    return TelemetryRuntime.start(
        TelemetryOptions.builder("lab", "1.4.2", LabEvents.class)
            .folder(folder)
            .environment(Map.of("SENTRY_DSN", candors.dsn(), "TELEMETRY_TIMEOUT", "20"))
            .build());
  }

  private static void deliver(TelemetryRuntime runtime) {
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(runtime.flush(PATIENCE)).isEqualTo(FlushResult.DELIVERED));
  }

  /** What the module would send. */
  private static final class Exported implements SpanExporter {
    private final List<String> names = new CopyOnWriteArrayList<>();

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
      spans.forEach(span -> names.add(span.getName()));
      return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode flush() {
      return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode shutdown() {
      return CompletableResultCode.ofSuccess();
    }
  }
}
