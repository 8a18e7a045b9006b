package dev.candor.telemetry.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.ConsentPreset;
import dev.candor.telemetry.TelemetryOptions;
import dev.candor.telemetry.TelemetryRuntime;
import dev.candor.telemetry.testkit.FakeAmplitude;
import dev.candor.telemetry.testkit.FakeGa4;
import dev.candor.telemetry.testkit.FakeSentry;
import dev.candor.telemetry.testkit.LoopbackBackend;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code candor collector up --dest} as a process, with the real Collector and strict fakes. */
@Timeout(300)
@Tag("posix")
class CollectorUpIT {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final String RUNNING = "Running.";

  @RegisterExtension final FakeGa4 google = new FakeGa4();
  @RegisterExtension final FakeAmplitude amplitude = new FakeAmplitude();
  @RegisterExtension final FakeSentry sentry = new FakeSentry();
  @RegisterExtension final LoopbackBackend backend = new LoopbackBackend();
  @TempDir Path folder;

  private UpProcess up(String destinations, String... more) {
    Map<String, String> environment = new HashMap<>(vendors());
    environment.put("CANDOR_SERVICES", "lab");
    environment.put("CANDOR_DEST_ENDPOINT", backend.uri().toString());
    environment.put("CANDOR_DEST_TOKEN", "not-a-real-token");
    environment.put("CANDOR_PROMETHEUS", "127.0.0.1:" + WayGateway.free(null, "a port"));
    String[] words = new String[8 + more.length];
    List<String> head =
        List.of(
            "collector",
            "up",
            "--dest",
            destinations,
            "--folder",
            home().toString(),
            "--out",
            arrived().toString());
    head.toArray(words);
    System.arraycopy(more, 0, words, head.size(), more.length);
    return UpProcess.start(environment, words);
  }

  private Path home() {
    return folder.resolve("up");
  }

  private Path arrived() {
    return folder.resolve("arrived.jsonl");
  }

  private Map<String, String> vendors() {
    return Map.of(
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
  }

  @Test
  @Tag("P8")
  void up_allOnThisMachine_provesEachWayAndTellsNoVendorAnything() {
    try (UpProcess up = up("ga4,amplitude,sentry,store,file,otlp,prometheus").until(RUNNING)) {
      assertThat(up.out())
          .contains(
              RUNNING,
              "ga4        arrived at the gateway",
              "amplitude  arrived at the gateway",
              "sentry     arrived at the gateway",
              "store      arrived at the gateway",
              "file       written to the file",
              "otlp       taken by the destination",
              "prometheus shown to Prometheus",
              "Collector: 2 items taken, 0 refused")
          .doesNotContain(FakeGa4.SECRET, FakeAmplitude.KEY, FakeSentry.KEY);
      assertThat(google.events("candor_probe")).isEmpty();
      assertThat(amplitude.events("candor.probe")).isEmpty();
      assertThat(sentry.spans()).isEmpty();
      assertThat(sentry.events()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"--test-event", "--test-event --together"})
  void up_testEvent_reachesEachVendorOnceUnderItsOwnName(String words) {
    try (UpProcess up = up("ga4,amplitude,sentry", words.split(" ")).until(RUNNING)) {
      assertThat(up.out()).contains("ga4        the vendor took it");

      Awaitility.await()
          .atMost(PATIENCE)
          .untilAsserted(() -> assertThat(sentry.spans()).hasSize(1));
      assertThat(google.events("candor_probe")).hasSize(1);
      assertThat(amplitude.events("candor.probe")).hasSize(1);
      assertThat(sentry.spans().get(0).name()).isEqualTo("candor.probe");
      assertThat(google.faults()).isEmpty();
      assertThat(sentry.faults()).isEmpty();
    }
  }

  @Test
  void up_together_hasOneQueueForThoseThatGetTheSame() {
    try (UpProcess up = up("ga4,amplitude,store", "--together").until(RUNNING)) {
      assertThat(up.out())
          .contains(
              "ga4        arrived at the gateway",
              "amplitude  arrived at the gateway",
              "store      arrived at the gateway",
              "lost (one queue for ga4,amplitude)");
      assertThat(home().resolve("queue"))
          .isDirectoryContaining("glob:**exporter_otlp_http_gateway_traces")
          .isDirectoryNotContaining("glob:**exporter_otlp_http_ga4_traces");
    }
  }

  @Test
  @Tag("P7")
  void applicationTold_eventsReachTheVendorOnce_alsoThroughARestart() throws Exception {
    String token;
    try (UpProcess first = up("amplitude").until(RUNNING)) {
      tell(first);
      token = first.after("OTEL_EXPORTER_OTLP_HEADERS=");
      Awaitility.await()
          .atMost(PATIENCE)
          .untilAsserted(() -> assertThat(amplitude.events("app.error")).hasSize(1));
      first.terminate();
      assertThat(first.exit()).isNotZero();
      assertThat(first.out()).contains("Stopping", "amplitude");
    }
    assertOnlyTheOwnerMayRead();
    try (UpProcess second = up("amplitude").until(RUNNING)) {
      assertThat(second.after("OTEL_EXPORTER_OTLP_HEADERS=")).isEqualTo(token);
      tell(second);
      Awaitility.await()
          .atMost(PATIENCE)
          .untilAsserted(() -> assertThat(amplitude.events("app.error")).hasSize(2));
    }
    assertThat(amplitude.duplicates()).isZero();
  }

  private void tell(UpProcess up) {
    TelemetryOptions options =
        TelemetryOptions.builder("lab", "1.4.2")
            .folder(folder.resolve("application"))
            .environment(
                Map.of(
                    "OTEL_EXPORTER_OTLP_ENDPOINT",
                    up.endpoint().toString(),
                    "OTEL_EXPORTER_OTLP_HEADERS",
                    up.after("OTEL_EXPORTER_OTLP_HEADERS=")))
            .build();
    try (TelemetryRuntime runtime = TelemetryRuntime.start(options)) {
      runtime.consent().set(ConsentPreset.EVERYTHING);
      runtime.telemetry().error(new IllegalStateException());
      runtime.flush(PATIENCE);
    }
  }

  private void assertOnlyTheOwnerMayRead() throws IOException {
    for (String file : List.of("gateway.token", "ingest.token", "gateway.yaml", "gateway.log")) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home().resolve(file))))
          .as(file)
          .isEqualTo("rw-------");
    }
  }

  @Test
  void gatewayDies_isReportedAndEndsAll() throws Exception {
    try (UpProcess up = up("store").until(RUNNING)) {
      List<ProcessHandle> children = up.children();

      up.child("java").destroyForcibly();

      assertThat(up.exit()).isEqualTo(ExitCode.FAILED);
      assertThat(up.out()).contains("the gateway has ended");
      assertEnded(children);
    }
  }

  @Test
  void collectorDies_isReportedAndEndsAll() throws Exception {
    try (UpProcess up = up("store").until(RUNNING)) {
      List<ProcessHandle> children = up.children();

      up.child("candor-collector").destroyForcibly();

      assertThat(up.exit()).isEqualTo(ExitCode.FAILED);
      assertThat(up.out()).contains("the Collector has ended");
      assertEnded(children);
    }
  }

  @Test
  void parentIsKilled_childrenDieWithIt() {
    try (UpProcess up = up("store").until(RUNNING)) {
      List<ProcessHandle> children = up.children();

      up.kill();

      assertThat(children).hasSizeGreaterThanOrEqualTo(2);
      assertEnded(children);
    }
  }

  @Test
  void registryOfAnApplication_isKnownToBothParts() {
    String lab = TestShell.ROOT.resolve("docs/examples/lab.yaml").toString();

    try (UpProcess up = up("store", "--registry", lab).until(RUNNING)) {
      assertThat(up.out()).contains("store      arrived at the gateway", RUNNING);
      assertThat(home().resolve("collector/base.yaml")).content().contains("imaging.run.mode");
      assertThat(home().resolve("gateway.yaml")).content().contains("lab.yaml");
    }
  }

  @Test
  void queueIsDamaged_isMovedAsideAndTheWayIsProved() throws IOException {
    Path queue = Files.createDirectories(home().resolve("queue"));
    Files.write(queue.resolve("exporter_otlp_http_store_traces"), new byte[] {1});

    try (UpProcess up = up("store").until(RUNNING)) {
      assertThat(up.out()).contains("queue was damaged", RUNNING);
    }
  }

  private static void assertEnded(List<ProcessHandle> children) {
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(children).noneMatch(ProcessHandle::isAlive));
  }
}
