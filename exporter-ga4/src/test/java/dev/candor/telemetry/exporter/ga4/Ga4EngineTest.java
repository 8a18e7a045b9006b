package dev.candor.telemetry.exporter.ga4;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.ConsentPreset;
import dev.candor.telemetry.FlushResult;
import dev.candor.telemetry.Telemetry;
import dev.candor.telemetry.TelemetryOptions;
import dev.candor.telemetry.TelemetryRuntime;
import dev.candor.telemetry.TelemetryStatus.DestinationLedger;
import dev.candor.telemetry.testkit.Answer;
import dev.candor.telemetry.testkit.FakeGa4;
import dev.candor.telemetry.testkit.LoopbackBackend;
import dev.candor.telemetry.testkit.NoiseCheck;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** An application's events at Google, by settings alone. */
@Timeout(120)
class Ga4EngineTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @RegisterExtension final FakeGa4 google = new FakeGa4();
  @RegisterExtension final LoopbackBackend collector = new LoopbackBackend();
  @RegisterExtension final NoiseCheck noise = new NoiseCheck();
  @TempDir Path folder;

  @Test
  @Tag("SV-27")
  @Tag("P8")
  void everything_arrivesAndTheLedgerBalances() {
    try (TelemetryRuntime runtime = start(settings())) {
      runtime.consent().set(ConsentPreset.EVERYTHING);
      Telemetry telemetry = runtime.telemetry();
      telemetry.record(new LabEvents.Export(12));
      telemetry.record(new LabEvents.Print(7));
      telemetry.use(LabEvents.Tool.LIVE_VIEW, 3);
      telemetry.error(new IllegalStateException("ask jane@example.org"));
      deliver(runtime);

      assertThat(google.faults()).isEmpty();
      assertThat(google.names())
          .containsEntry("app_session_begin", 1)
          .containsEntry("file_export", 1)
          .containsEntry("feature_use", 1)
          .containsEntry("app_error", 1);
      assertThat(google.events("file_export").get(0).params())
          .containsEntry("file_export_images", 12L)
          .containsEntry("app_version", "1.4.2")
          .containsKeys("session_id", "engagement_time_msec");
      assertThat(google.events("image_files").get(0).params()).containsEntry("pages_printed", 7L);
      DestinationLedger ledger = ledger(runtime);
      assertThat(ledger.balances()).isTrue();
      assertThat(ledger.delivered()).isEqualTo(google.events().size());
    }
  }

  @Test
  @Tag("SV-32")
  @Tag("SV-51")
  void pages_areTimedAndRepeatsAreNot() {
    try (TelemetryRuntime runtime = start(settings())) {
      runtime.consent().set(ConsentPreset.EVERYTHING);
      runtime.telemetry().page(LabEvents.Screen.MAIN);
      runtime.telemetry().page(LabEvents.Screen.MAIN);
      runtime.telemetry().page(LabEvents.Screen.SETUP);
      runtime.telemetry().page(LabEvents.Screen.MAIN);
      deliver(runtime);
    }

    assertThat(google.events("page_view"))
        .extracting(event -> event.params().get("page_location"))
        .startsWith("https://app.invalid/main", "https://app.invalid/setup");
  }

  @Test
  @Tag("SV-55")
  void pages_withABaseAddress_beginWithIt() {
    Map<String, String> settings = new HashMap<>(settings());
    settings.put("APP_BASE_URL", "http://localhost:8501/");
    try (TelemetryRuntime runtime = start(settings)) {
      runtime.consent().set(ConsentPreset.EVERYTHING);
      runtime.telemetry().page(LabEvents.Screen.MAIN);
      runtime.telemetry().page(LabEvents.Screen.SETUP);
      deliver(runtime);
    }

    assertThat(google.events("page_view"))
        .extracting(event -> event.params().get("page_location"))
        .startsWith("http://localhost:8501/main");
  }

  @Test
  @Tag("P2")
  @Tag("P3")
  void no_sendsNothing() {
    try (TelemetryRuntime runtime = start(settings())) {
      runtime.consent().set(ConsentPreset.NO);
      runtime.telemetry().record(new LabEvents.Export(12));
      runtime.flush(PATIENCE);
    }

    assertThat(google.backend().connections()).isZero();
  }

  @Test
  void counts_sendNothingToGoogle() {
    try (TelemetryRuntime runtime = start(settings())) {
      runtime.consent().set(ConsentPreset.COUNTS);
      runtime.telemetry().record(new LabEvents.Export(12));
      runtime.flush(PATIENCE);
    }

    assertThat(google.backend().connections()).isZero();
  }

  @Test
  @Tag("SV-4")
  void faultySetting_isOneWarningAndTouchesNobodyElse() {
    Map<String, String> settings = settings();
    settings.put("GA_MEASUREMENT_ID", "UA-jane-1");
    settings.put("TELEMETRY_ENDPOINT", collector.uri().toString());
    try (TelemetryRuntime runtime = start(settings)) {
      runtime.consent().set(ConsentPreset.EVERYTHING);
      runtime.telemetry().record(new LabEvents.Export(12));
      deliver(runtime);

      assertThat(runtime.status().destinations())
          .extracting(DestinationLedger::destination)
          .containsExactly("otlp");
    }

    assertThat(collector.spans("file.export")).hasSize(1);
    assertThat(google.backend().connections()).isZero();
    assertThat(noise.text())
        .contains("telemetry does not go to ga4: GA_MEASUREMENT_ID must be G-")
        .doesNotContain("jane", FakeGa4.SECRET);
    noise.expected();
  }

  @Test
  @Tag("P7")
  void answerLost_isUncertainAndNeverSentAgain() {
    google.backend().answerWith(Answer.lost());
    try (TelemetryRuntime runtime = start(settings())) {
      runtime.consent().set(ConsentPreset.EVERYTHING);
      runtime.telemetry().record(new LabEvents.Export(12));
      Awaitility.await()
          .atMost(PATIENCE)
          .untilAsserted(
              () -> {
                runtime.flush(PATIENCE);
                assertThat(google.events("file_export")).isNotEmpty();
                assertThat(ledger(runtime).queued()).isZero();
              });

      assertThat(google.events("file_export")).hasSize(1);
      assertThat(ledger(runtime).uncertain()).isEqualTo(google.events().size());
      assertThat(ledger(runtime).balances()).isTrue();
    }
  }

  private Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>();
    settings.put("GA_MEASUREMENT_ID", FakeGa4.STREAM);
    settings.put("GA_API_SECRET", FakeGa4.SECRET);
    settings.put("GA_ENDPOINT", google.uri().toString());
    settings.put("TELEMETRY_TIMEOUT", "20");
    return settings;
  }

  private TelemetryRuntime start(Map<String, String> settings) {
    return TelemetryRuntime.start(
        TelemetryOptions.builder("lab", "1.4.2", LabEvents.class)
            .folder(folder)
            .environment(settings)
            .build());
  }

  private static DestinationLedger ledger(TelemetryRuntime runtime) {
    return runtime.status().destinations().stream()
        .filter(ledger -> ledger.destination().equals("ga4"))
        .findFirst()
        .orElseThrow();
  }

  private static void deliver(TelemetryRuntime runtime) {
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(runtime.flush(PATIENCE)).isEqualTo(FlushResult.DELIVERED));
  }
}
