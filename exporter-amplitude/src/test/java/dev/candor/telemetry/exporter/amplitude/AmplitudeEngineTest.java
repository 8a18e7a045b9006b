package dev.candor.telemetry.exporter.amplitude;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.ConsentPreset;
import dev.candor.telemetry.FlushResult;
import dev.candor.telemetry.TelemetryOptions;
import dev.candor.telemetry.TelemetryRuntime;
import dev.candor.telemetry.TelemetryStatus.DestinationLedger;
import dev.candor.telemetry.testkit.Answer;
import dev.candor.telemetry.testkit.FakeAmplitude;
import dev.candor.telemetry.testkit.LoopbackBackend;
import dev.candor.telemetry.testkit.NoiseCheck;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The real engine, with settings of the environment alone. */
@Tag("P8")
class AmplitudeEngineTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @RegisterExtension final FakeAmplitude amplitude = new FakeAmplitude();
  @RegisterExtension final LoopbackBackend otlp = new LoopbackBackend();
  @RegisterExtension final NoiseCheck noise = new NoiseCheck();
  @TempDir Path folder;

  @Test
  @Tag("P7")
  @Tag("SV-37")
  @Tag("SV-36")
  void everything_reachesAmplitudeOnce() {
    try (TelemetryRuntime runtime = start(Map.of())) {
      runtime.consent().set(ConsentPreset.EVERYTHING);
      record(runtime, 20);
      deliver(runtime);

      assertThat(amplitude.events("file.export")).hasSize(20);
      assertThat(amplitude.events("feature.use")).hasSize(1);
      assertThat(amplitude.events("[Amplitude] Page Viewed")).isNotEmpty();
      assertThat(amplitude.events("app.error")).hasSize(1);
      assertThat(amplitude.duplicates()).isZero();
      assertThat(ledger(runtime, "amplitude").balances()).isTrue();
    }
  }

  @Test
  @Tag("SV-38")
  @Tag("SV-39")
  void session_isIdentifiedOnceAndSharedByItsEvents() {
    try (TelemetryRuntime runtime = start(Map.of())) {
      runtime.consent().set(ConsentPreset.EVERYTHING);
      record(runtime, 2);
      deliver(runtime);

      assertThat(amplitude.events("$identify")).hasSize(1);
      assertThat(amplitude.events("$identify").get(0).user("$set"))
          .containsEntry("app", "lab")
          .containsEntry("app_version", "1.4.2");
      List<String> sessions =
          amplitude.events().stream().map(event -> event.text("session_id")).distinct().toList();
      assertThat(sessions).hasSize(1).doesNotContain("-1");
      assertThat(amplitude.events())
          .extracting(FakeAmplitude.Event::deviceId)
          .containsOnly(amplitude.events().get(0).text("user_id"));
    }
  }

  @Test
  void eventWithNamesOfTheApplications_hasThem() {
    try (TelemetryRuntime runtime = start(Map.of())) {
      runtime.consent().set(ConsentPreset.EVERYTHING);
      runtime.telemetry().record(new LabEvents.Print(7));
      deliver(runtime);
    }

    assertThat(amplitude.events("File printed"))
        .singleElement()
        .satisfies(
            event -> assertThat(event.toString()).contains("Pages").doesNotContain("file.print"));
  }

  @Test
  @Tag("P1")
  void no_nothingConnects() {
    amplitude.uri();
    try (TelemetryRuntime runtime = start(Map.of())) {
      runtime.consent().set(ConsentPreset.NO);
      record(runtime, 3);
      runtime.flush(PATIENCE);

      assertThat(amplitude.backend().connections()).isZero();
    }
  }

  @Test
  @Tag("P2")
  void counts_nothingReachesAmplitude() {
    amplitude.uri();
    try (TelemetryRuntime runtime = start(Map.of())) {
      runtime.consent().set(ConsentPreset.COUNTS);
      record(runtime, 3);
      runtime.flush(PATIENCE);

      assertThat(amplitude.backend().connections()).isZero();
      assertThat(ledger(runtime, "amplitude").balances()).isTrue();
    }
  }

  @Test
  @Tag("P7")
  void answersLost_everyEventIsThereOnce() {
    amplitude.backend().answerNext(Answer.lost(), Answer.lost());
    try (TelemetryRuntime runtime = start(Map.of())) {
      runtime.consent().set(ConsentPreset.EVERYTHING);
      record(runtime, 10);
      deliver(runtime);

      assertThat(amplitude.events("file.export")).hasSize(10);
      assertThat(amplitude.duplicates()).isPositive();
      assertThat(ledger(runtime, "amplitude").uncertain()).isZero();
    }
  }

  @Test
  void silencedDevice_isBookedAndOthersGoOn() {
    try (TelemetryRuntime runtime = start(Map.of())) {
      runtime.consent().set(ConsentPreset.EVERYTHING);
      record(runtime, 1);
      deliver(runtime);
      amplitude.silence(amplitude.events().get(0).deviceId());

      record(runtime, 3);
      deliver(runtime);

      assertThat(ledger(runtime, "amplitude").dropped().get("unauthorized")).isPositive();
      assertThat(ledger(runtime, "amplitude").balances()).isTrue();
      assertThat(otlp.spans("file.export")).hasSize(4);
    }
  }

  @Test
  @Tag("P4")
  void keyRefusedTwice_oneWarningWithoutItAndNothingIsLost() {
    Map<String, String> wrong = Map.of("AMPLITUDE_API_KEY", "another-key-4711");
    for (int installation = 1; installation <= 2; installation++) {
      try (TelemetryRuntime runtime = start(folder.resolve("lab" + installation), wrong)) {
        runtime.consent().set(ConsentPreset.EVERYTHING);
        record(runtime, 3);
        runtime.flush(Duration.ofSeconds(2));
        amplitude.backend().awaitRequests(installation, PATIENCE);

        // Totals of counts are nothing for Amplitude, whether their turn has come or not.
        DestinationLedger ledger = ledger(runtime, "amplitude");
        long totals = ledger.dropped().getOrDefault("other_kind", 0L);
        assertThat(ledger.queued()).isPositive().isEqualTo(ledger.offered() - totals);
        assertThat(ledger.balances()).isTrue();
      }
    }

    assertThat(noise.text())
        .containsOnlyOnce("AMPLITUDE_API_KEY is refused")
        .doesNotContain("4711");
    noise.expected();
  }

  @Test
  @Tag("P4")
  void faultySetting_warnsOnceWithoutTheValueAndOthersGoOn() {
    try (TelemetryRuntime runtime = start(Map.of("AMPLITUDE_REGION", "atlantis"))) {
      runtime.consent().set(ConsentPreset.EVERYTHING);
      record(runtime, 2);
      deliver(runtime);

      assertThat(noise.text())
          .containsOnlyOnce("AMPLITUDE_REGION must be us or eu")
          .doesNotContain("atlantis");
      assertThat(otlp.spans("file.export")).hasSize(2);
      assertThat(amplitude.backend().connections()).isZero();
      noise.expected();
    }
  }

  private TelemetryRuntime start(Map<String, String> settings) {
    return start(folder, settings);
  }

  private TelemetryRuntime start(Path folder, Map<String, String> settings) {
    Map<String, String> environment =
        new java.util.HashMap<>(
            Map.of(
                "AMPLITUDE_API_KEY",
                FakeAmplitude.KEY,
                "AMPLITUDE_ENDPOINT",
                amplitude.uri().toString(),
                "TELEMETRY_ENDPOINT",
                otlp.uri().toString()));
    environment.putAll(settings);
    return TelemetryRuntime.start(
        TelemetryOptions.builder("lab", "1.4.2", LabEvents.class)
            .folder(folder)
            .environment(environment)
            .build());
  }

  private static void record(TelemetryRuntime runtime, int exports) {
    for (int i = 0; i < exports; i++) {
      runtime.telemetry().record(new LabEvents.Export(i));
    }
    runtime.telemetry().use(LabEvents.Tool.LIVE_VIEW);
    runtime.telemetry().page(LabEvents.Screen.MAIN);
    runtime.telemetry().page(LabEvents.Screen.SETUP);
    runtime.telemetry().error(new IllegalStateException("not to be told"));
  }

  private static void deliver(TelemetryRuntime runtime) {
    Awaitility.await()
        .atMost(PATIENCE.multipliedBy(2))
        .untilAsserted(() -> assertThat(runtime.flush(PATIENCE)).isEqualTo(FlushResult.DELIVERED));
  }

  private static DestinationLedger ledger(TelemetryRuntime runtime, String destination) {
    return runtime.status().destinations().stream()
        .filter(one -> one.destination().equals(destination))
        .findFirst()
        .orElseThrow();
  }
}
