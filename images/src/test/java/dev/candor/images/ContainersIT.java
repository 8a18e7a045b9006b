package dev.candor.images;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.ConsentPreset;
import dev.candor.telemetry.FlushResult;
import dev.candor.telemetry.TelemetryOptions;
import dev.candor.telemetry.TelemetryRuntime;
import dev.candor.telemetry.testkit.FakeAmplitude;
import dev.candor.telemetry.testkit.FakeCertificate;
import dev.candor.telemetry.testkit.FakeGa4;
import dev.candor.telemetry.testkit.FakeSentry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * An application, and behind it only containers: the Collector's, the gateway's, and the compose
 * file that describes both. The vendors speak TLS, as the real ones do.
 */
@ExtendWith(EngineCondition.class)
@Timeout(420)
@Tag("linux")
@Tag("P7")
@Tag("P8")
class ContainersIT {
  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final Duration DELIVERY = Duration.ofSeconds(60);
  private static final int ERRORS = 5;
  private static final String OVERLAYS =
      "--config /etc/candor/dest-ga4.yaml --config /etc/candor/dest-amplitude.yaml"
          + " --config /etc/candor/dest-sentry.yaml --config /etc/candor/dest-store.yaml";

  @RegisterExtension final FakeGa4 google = new FakeGa4();
  @RegisterExtension final FakeAmplitude amplitude = new FakeAmplitude();
  @RegisterExtension final FakeSentry sentry = new FakeSentry();
  @TempDir private Path folder;
  private Secrets secrets;
  private ComposeStack stack;
  private List<Relay> relays = List.of();

  @BeforeEach
  void describe() throws IOException {
    secrets = Secrets.make(folder.resolve("secrets"));
    stack = new ComposeStack(secrets.folder(), FreePort.find());
    String bridge = stack.bridge();
    FakeCertificate certificate = FakeCertificate.of("ip:" + bridge);
    secrets.trust(certificate.certificate());
    relays =
        Stream.of(google.backend(), amplitude.backend(), sentry.backend())
            .map(
                backend -> {
                  backend.secure(certificate.server());
                  return new Relay(bridge, backend.uri().getPort());
                })
            .toList();
    Path settings = folder.resolve("gateway.yaml");
    Files.writeString(
        settings, Files.readString(Scripts.FOLDER.resolve("gateway.yaml")) + vendors());
    stack
        .with("CANDOR_GATEWAY_FILE", settings.toString())
        .with("CANDOR_OVERLAYS", OVERLAYS)
        .with("JDK_JAVA_OPTIONS", Secrets.TRUST_OPTIONS)
        // A busy machine may need seconds for the first exchange of a new process.
        .with("TELEMETRY_TIMEOUT", "30")
        .with(
            "CANDOR_SENTRY_TRACES",
            seen(sentry.backend().uri() + "/api/" + FakeSentry.PROJECT)
                + "/integration/otlp/v1/traces");
  }

  @AfterEach
  void remove() {
    stack.close();
    relays.forEach(Relay::close);
  }

  @Test
  void everybodyWell_eachVendorGetsEachOnce() {
    stack.up("gateway");
    stack.up("collector");
    try (TelemetryRuntime runtime = start()) {
      failAndDeliver(runtime);

      await(() -> inSentryAndGoogle() && inAmplitude());

      assertEachOnce();
      assertThat(stack.logs("collector") + stack.logs("gateway"))
          .doesNotContain(
              secrets.read("collector/ingest.token"),
              secrets.read("gateway/gateway.token"),
              FakeGa4.SECRET,
              FakeAmplitude.KEY);
    }
  }

  @Test
  void containersDieAndAreReplaced_eachVendorGetsEachOnceInTheEnd() {
    amplitude.backend().down();
    stack.up("collector");
    try (TelemetryRuntime runtime = start()) {
      failAndDeliver(runtime);
      stack.killAndStart("collector");
      stack.up("gateway");
      await(this::inSentryAndGoogle);
      stack.replace("gateway");
      stack.replace("collector");

      amplitude.backend().up();
      await(this::inAmplitude);

      assertEachOnce();
    }
  }

  /** What an operator writes into the gateway's file, with their secrets in files. */
  private String vendors() {
    secrets.put("gateway/ga.secret", FakeGa4.SECRET);
    secrets.put("gateway/amplitude.key", FakeAmplitude.KEY);
    secrets.put("gateway/sentry.dsn", seen(sentry.dsn()));
    secrets.put("collector/sentry.key", FakeSentry.KEY);
    return """
      ga4:
        GA_MEASUREMENT_ID: %s
        GA_API_SECRET: {file: /run/candor/ga.secret}
        GA_ENDPOINT: %s
      amplitude:
        AMPLITUDE_API_KEY: {file: /run/candor/amplitude.key}
        AMPLITUDE_ENDPOINT: %s
      sentry: {SENTRY_DSN: {file: /run/candor/sentry.dsn}}
    """
        .formatted(FakeGa4.STREAM, seen(google.uri() + ""), seen(amplitude.uri() + ""));
  }

  /** An address of this machine's loopback, as containers see it. */
  private String seen(String address) {
    return address.replace("127.0.0.1", stack.bridge());
  }

  private boolean inSentryAndGoogle() {
    return google.events("app_error").size() >= ERRORS && sentry.events().size() >= ERRORS;
  }

  private boolean inAmplitude() {
    return amplitude.events("app.error").size() >= ERRORS;
  }

  private void assertEachOnce() {
    assertThat(google.events("app_error")).hasSize(ERRORS);
    assertThat(amplitude.events("app.error")).hasSize(ERRORS);
    assertThat(sentry.events()).hasSize(ERRORS);
    assertThat(google.faults()).isEmpty();
    assertThat(sentry.faults()).isEmpty();
    assertThat(amplitude.duplicates()).isZero();
  }

  private TelemetryRuntime start() {
    TelemetryRuntime runtime =
        TelemetryRuntime.start(
            TelemetryOptions.builder("candor", "1.4.2")
                .folder(folder.resolve("application"))
                .environment(stack.forApplications(secrets))
                .build());
    runtime.consent().set(ConsentPreset.EVERYTHING);
    return runtime;
  }

  private static void failAndDeliver(TelemetryRuntime runtime) {
    for (int i = 0; i < ERRORS; i++) {
      runtime.telemetry().error(new IllegalStateException());
    }
    assertThat(runtime.flush(DELIVERY)).isEqualTo(FlushResult.DELIVERED);
  }

  private void await(Callable<Boolean> end) {
    try {
      Awaitility.await().atMost(PATIENCE).until(end);
    } catch (ConditionTimeoutException e) {
      throw new AssertionError(
          "google %d, sentry %d, amplitude %d%n%s%n%s"
              .formatted(
                  google.events("app_error").size(),
                  sentry.events().size(),
                  amplitude.events("app.error").size(),
                  stack.logs("collector"),
                  stack.logs("gateway")),
          e);
    }
  }
}
