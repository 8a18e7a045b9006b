package dev.candor.telemetry.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.ConsentPreset;
import dev.candor.telemetry.TelemetryOptions;
import dev.candor.telemetry.TelemetryRuntime;
import dev.candor.telemetry.collector.CollectorFiles;
import dev.candor.telemetry.collector.CollectorFinder;
import dev.candor.telemetry.collector.CollectorProcess;
import dev.candor.telemetry.gateway.ConfigFile;
import dev.candor.telemetry.gateway.Gateway;
import dev.candor.telemetry.gateway.GatewayLog;
import dev.candor.telemetry.testkit.FakeAmplitude;
import dev.candor.telemetry.testkit.FakeGa4;
import dev.candor.telemetry.testkit.FakeSentry;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * From an application that knows a Collector and nothing else, by the overlays and the gateway, to
 * three vendors.
 */
@Timeout(240)
@Tag("P7")
@Tag("P8")
class ThroughCollectorIT {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Duration ROUND = Duration.ofSeconds(2);
  private static final String TOKEN = "not-a-real-token-of-a-gateway";
  private static final int ERRORS = 5;
  private static final List<CollectorFiles> OVERLAYS =
      List.of(
          CollectorFiles.DEST_GA4,
          CollectorFiles.DEST_AMPLITUDE,
          CollectorFiles.DEST_SENTRY,
          CollectorFiles.DEST_STORE);

  @RegisterExtension final FakeGa4 google = new FakeGa4();
  @RegisterExtension final FakeAmplitude amplitude = new FakeAmplitude();
  @RegisterExtension final FakeSentry sentry = new FakeSentry();
  @TempDir private Path folder;
  private final StringWriter log = new StringWriter();

  @Test
  void everybodyWell_eachVendorGetsEachOnce() throws IOException {
    try (Gateway gateway = gateway(0);
        CollectorProcess collector = collector(gateway.port());
        TelemetryRuntime runtime = start(collector)) {
      fail(runtime);

      await(runtime, this::allArrived);

      assertThat(google.events("app_error")).hasSize(ERRORS);
      assertThat(amplitude.events("app.error")).hasSize(ERRORS);
      assertThat(sentry.events()).hasSize(ERRORS);
      assertThat(sentry.spans()).noneMatch(span -> span.name().equals("app.error"));
      assertNothingIsFaulty();
    }
  }

  @Test
  void gatewayIsStoppedAndOneVendorIsDown_eachGetsEachOnceInTheEnd() throws IOException {
    amplitude.backend().down();
    int port;
    try (Gateway first = gateway(0)) {
      port = first.port();
    }
    try (CollectorProcess collector = collector(port);
        TelemetryRuntime runtime = start(collector)) {
      fail(runtime);
      await(runtime, () -> queued(runtime) == 0);
      assertThat(google.events("app_error")).isEmpty();

      try (Gateway second = gateway(port)) {
        assertThat(second.port()).isEqualTo(port);
        await(runtime, () -> google.events("app_error").size() >= ERRORS);
        amplitude.backend().up();
        await(runtime, this::allArrived);
      }

      assertThat(google.events("app_error")).hasSize(ERRORS);
      assertThat(amplitude.events("app.error")).hasSize(ERRORS);
      assertThat(sentry.events()).hasSize(ERRORS);
      assertNothingIsFaulty();
    }
  }

  private boolean allArrived() {
    return google.events("app_error").size() >= ERRORS
        && amplitude.events("app.error").size() >= ERRORS
        && sentry.events().size() >= ERRORS;
  }

  private void assertNothingIsFaulty() {
    assertThat(google.faults()).isEmpty();
    assertThat(sentry.faults()).isEmpty();
    assertThat(amplitude.duplicates()).isZero();
    assertThat(log.toString()).doesNotContain(TOKEN, FakeGa4.SECRET, FakeAmplitude.KEY);
  }

  private Gateway gateway(int port) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("gateway.yaml"),
            """
            listen: 127.0.0.1:%d
            data: gateway
            services: [lab]
            paths: {ga4: {}, amplitude: {}, sentry: {}, store: {}}
            """
                .formatted(port));
    Map<String, String> environment =
        Map.of(
            ConfigFile.TOKEN,
            TOKEN,
            "GA_MEASUREMENT_ID",
            FakeGa4.STREAM,
            "GA_API_SECRET",
            FakeGa4.SECRET,
            "GA_ENDPOINT",
            google.uri().toString(),
            "AMPLITUDE_API_KEY",
            FakeAmplitude.KEY,
            "AMPLITUDE_ENDPOINT",
            amplitude.uri().toString(),
            "SENTRY_DSN",
            sentry.dsn());
    Clock clock = Clock.systemUTC();
    return Gateway.start(
        ConfigFile.read(file, environment, clock),
        new GatewayLog(new PrintWriter(log), clock),
        clock);
  }

  private CollectorProcess collector(int gatewayPort) {
    Path root = Path.of(System.getProperty("candor.root"));
    Path program = CollectorFinder.inProject(root, System.getenv()).find(line -> {});
    CollectorProcess.Builder builder =
        CollectorProcess.builder(program, folder.resolve("collector"))
            .config(CollectorFiles.BASE.unpack(folder))
            .environment("CANDOR_SERVICES", "lab")
            .environment("CANDOR_QUEUE_DIR", folder.resolve("queue").toString())
            .environment("CANDOR_GATEWAY_ENDPOINT", "http://127.0.0.1:" + gatewayPort)
            .environment("CANDOR_GATEWAY_TOKEN", TOKEN)
            .environment(
                "CANDOR_SENTRY_TRACES",
                sentry.backend().uri()
                    + "/api/"
                    + FakeSentry.PROJECT
                    + "/integration/otlp/v1/traces")
            .environment("CANDOR_SENTRY_KEY", FakeSentry.KEY);
    OVERLAYS.forEach(overlay -> builder.config(overlay.unpack(folder)));
    return builder.start();
  }

  /** The one place where the application learns where to send. */
  private TelemetryRuntime start(CollectorProcess collector) {
    TelemetryRuntime runtime =
        TelemetryRuntime.start(
            TelemetryOptions.builder("lab", "1.4.2")
                .folder(folder.resolve("application"))
                .environment(
                    Map.of(
                        "OTEL_EXPORTER_OTLP_ENDPOINT",
                        collector.endpoint().toString(),
                        "OTEL_EXPORTER_OTLP_HEADERS",
                        "authorization=Bearer%20" + collector.token()))
                .build());
    runtime.consent().set(ConsentPreset.EVERYTHING);
    return runtime;
  }

  private static void fail(TelemetryRuntime runtime) {
    for (int i = 0; i < ERRORS; i++) {
      runtime.telemetry().error(new IllegalStateException());
    }
  }

  private static long queued(TelemetryRuntime runtime) {
    return runtime.status().destinations().stream().mapToLong(ledger -> ledger.queued()).sum();
  }

  private static void await(TelemetryRuntime runtime, Callable<Boolean> end) {
    Awaitility.await()
        .atMost(PATIENCE)
        .until(
            () -> {
              runtime.flush(ROUND);
              return end.call();
            });
  }
}
