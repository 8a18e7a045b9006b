package dev.candor.telemetry.exporter.sentry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.ConsentPreset;
import dev.candor.telemetry.FlushResult;
import dev.candor.telemetry.Telemetry;
import dev.candor.telemetry.TelemetryOptions;
import dev.candor.telemetry.TelemetryRuntime;
import dev.candor.telemetry.TelemetryStatus.DestinationLedger;
import dev.candor.telemetry.squid.SquidEvents;
import dev.candor.telemetry.testkit.Answer;
import dev.candor.telemetry.testkit.FakeSentry;
import dev.candor.telemetry.testkit.LoopbackBackend;
import dev.candor.telemetry.testkit.NoiseCheck;
import io.sentry.Sentry;
import io.sentry.SentryOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** An application's events at Sentry, by settings alone. */
@Timeout(120)
class SentryEngineTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @RegisterExtension final FakeSentry sentry = new FakeSentry();
  @RegisterExtension final FakeSentry hosts = new FakeSentry();
  @RegisterExtension final LoopbackBackend collector = new LoopbackBackend();
  @RegisterExtension final NoiseCheck noise = new NoiseCheck();
  @TempDir Path folder;

  @Test
  @Tag("P8")
  void everything_arrivesAndTheLedgerBalances() {
    try (TelemetryRuntime runtime = start(settings())) {
      runtime.consent().set(ConsentPreset.EVERYTHING);
      Telemetry telemetry = runtime.telemetry();
      telemetry.record(new LabEvents.Export(12));
      telemetry.breadcrumb(LabEvents.Step.OPEN);
      telemetry.breadcrumb(LabEvents.Step.MOVE);
      telemetry.error(new IllegalStateException("ask jane@example.org"));
      deliver(runtime);

      assertThat(sentry.faults()).isEmpty();
      assertThat(sentry.names())
          .containsEntry("session ok", 1)
          .containsEntry("file.export", 1)
          .containsEntry("IllegalStateException", 1);
      assertThat(sentry.events().get(0).toString())
          .contains("release=lab@1.4.2", "message=open", "message=move", "in_app=true")
          .doesNotContain("jane");
      DestinationLedger ledger = ledger(runtime);
      assertThat(ledger.balances()).isTrue();
      assertThat(ledger.delivered()).isEqualTo(3);
    }
  }

  @Test
  void eventWithNamesOfTheApplications_hasThem() {
    try (TelemetryRuntime runtime = start(settings())) {
      runtime.consent().set(ConsentPreset.EVERYTHING);
      runtime.telemetry().record(new LabEvents.Print(7));
      deliver(runtime);
    }

    assertThat(sentry.faults()).isEmpty();
    assertThat(sentry.names()).containsEntry("Print file", 1).doesNotContainKey("file.print");
  }

  @Test
  @Tag("SQ-27")
  void errorOfASquid_showsConfigurationAndHardware() {
    try (TelemetryRuntime runtime = start(settings(), SquidEvents.class)) {
      runtime.consent().set(ConsentPreset.EVERYTHING);
      SquidSession.tell(runtime.telemetry());
      deliver(runtime);
    }

    assertThat(sentry.faults()).isEmpty();
    assertThat(sentry.events())
        .filteredOn(event -> event.containsKey("exception"))
        .singleElement()
        .extracting("contexts", InstanceOfAssertFactories.map(String.class, Map.class))
        .hasEntrySatisfying(
            "config_snapshot",
            snapshot -> assertThat(snapshot).containsKey("hash").containsEntry("files", "ini"))
        .containsEntry("config_snapshot_setting", SquidSession.SETTINGS)
        .hasEntrySatisfying(
            "device_connect",
            hardware ->
                assertThat(hardware)
                    .containsEntry("camera", "toupcam")
                    .containsEntry("stage", "prior"));
  }

  @Test
  @Tag("SQ-30")
  void changeOfASquid_isAMessageWithItsContext() {
    try (TelemetryRuntime runtime = start(settings(), SquidEvents.class)) {
      runtime.consent().set(ConsentPreset.EVERYTHING);
      SquidSession.tell(runtime.telemetry());
      deliver(runtime);
    }

    assertThat(sentry.events())
        .filteredOn(event -> event.containsKey("logentry"))
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event).containsEntry("level", "info");
              assertThat(event).extracting("logentry.formatted").isEqualTo("config_changed");
              assertThat(event).extracting("contexts.config_change.file").isEqualTo("ini");
              assertThat(event)
                  .extracting("contexts.config_change.changes")
                  .isEqualTo(List.of(SquidSession.CHANGE));
            });
  }

  @Test
  @Tag("SQ-66")
  void withoutDsn_thereIsNoSentry() {
    try (TelemetryRuntime runtime =
        start(Map.of("TELEMETRY_ENDPOINT", collector.uri().toString()))) {
      runtime.consent().set(ConsentPreset.EVERYTHING);
      deliver(runtime);

      assertThat(runtime.status().destinations())
          .extracting(DestinationLedger::destination)
          .containsExactly("otlp");
    }
  }

  @Test
  @Tag("P2")
  @Tag("P3")
  void no_sendsNothing() {
    try (TelemetryRuntime runtime = start(settings())) {
      runtime.consent().set(ConsentPreset.NO);
      runtime.telemetry().error(new IllegalStateException());
      runtime.flush(PATIENCE);
    }

    assertThat(sentry.backend().connections()).isZero();
  }

  @Test
  void counts_sendNothingToSentry() {
    try (TelemetryRuntime runtime = start(settings())) {
      runtime.consent().set(ConsentPreset.COUNTS);
      runtime.telemetry().error(new IllegalStateException());
      runtime.flush(PATIENCE);
    }

    assertThat(sentry.backend().connections()).isZero();
  }

  @Test
  @Tag("P4")
  void faultySetting_isOneWarningAndTouchesNobodyElse() {
    Map<String, String> settings = settings();
    settings.put("SENTRY_DSN", "http://jane@sentry.example.org/1");
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
    assertThat(noise.text())
        .contains("telemetry does not go to sentry: SENTRY_DSN must be https://KEY@HOST/PROJECT")
        .doesNotContain("jane", "example");
    noise.expected();
  }

  @Test
  @Tag("P7")
  void answerLost_onlyTheErrorIsSentAgain() {
    sentry.backend().answerNext(Answer.lost(), Answer.lost(), Answer.lost());
    try (TelemetryRuntime runtime = start(settings())) {
      runtime.consent().set(ConsentPreset.EVERYTHING);
      runtime.telemetry().record(new LabEvents.Export(12));
      runtime.telemetry().error(new IllegalStateException());
      Awaitility.await()
          .atMost(PATIENCE)
          .untilAsserted(
              () -> {
                runtime.flush(PATIENCE);
                assertThat(ledger(runtime).queued()).isZero();
              });

      assertThat(sentry.names())
          .isEqualTo(Map.of("session ok", 1, "file.export", 1, "IllegalStateException", 1));
      assertThat(ledger(runtime).uncertain()).isEqualTo(2);
      assertThat(ledger(runtime).delivered()).isEqualTo(1);
    }
  }

  @Test
  @Tag("P8")
  void limited_isDroppedInTheLedgerAndReported() {
    sentry.backend().answerNext(Answer.status(429).with("X-Sentry-Rate-Limits", "600:error:key"));
    try (TelemetryRuntime runtime = start(settings())) {
      runtime.consent().set(ConsentPreset.EVERYTHING);
      Telemetry telemetry = runtime.telemetry();
      for (int i = 0; i < 3; i++) {
        telemetry.error(new IllegalStateException());
        deliver(runtime);
      }
      telemetry.record(new LabEvents.Export(12));
      deliver(runtime);

      assertThat(sentry.faults()).isEmpty();
      assertThat(ledger(runtime).dropped()).containsKey("rate_limited");
      assertThat(sentry.reports()).isNotEmpty();
      assertThat(ledger(runtime).balances()).isTrue();
    }
  }

  @Test
  void hostWithASentryOfItsOwn_keepsItAndNothingIsDoubled() {
    Sentry.init(
        options -> {
          options.setDsn(hosts.dsn());
          options.setRelease("host@9");
          options.setEnableUncaughtExceptionHandler(false);
        });
    SentryOptions before = Sentry.getCurrentScopes().getOptions();
    try (TelemetryRuntime runtime = start(settings())) {
      runtime.consent().set(ConsentPreset.EVERYTHING);
      runtime.telemetry().error(new IllegalStateException());
      Sentry.captureException(new UnsupportedOperationException());
      deliver(runtime);
      Sentry.flush(PATIENCE.toMillis());

      assertThat(Sentry.isEnabled()).isTrue();
      assertThat(Sentry.getCurrentScopes().getOptions()).isSameAs(before);
    } finally {
      Sentry.close();
    }

    assertThat(titles(sentry)).containsExactly("IllegalStateException");
    assertThat(sentry.events().get(0).toString()).doesNotContain("host@9", "packages");
    assertThat(hosts.backend().requests())
        .hasSize(1)
        .first()
        .extracting(request -> new String(request.body(), java.nio.charset.StandardCharsets.UTF_8))
        .asString()
        .contains("UnsupportedOperationException", "host@9")
        .doesNotContain("IllegalStateException");
  }

  private static List<String> titles(FakeSentry sentry) {
    return sentry.names().keySet().stream().filter(name -> name.endsWith("Exception")).toList();
  }

  private Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>();
    settings.put("SENTRY_DSN", sentry.dsn());
    settings.put("TELEMETRY_TIMEOUT", "20");
    return settings;
  }

  private TelemetryRuntime start(Map<String, String> settings) {
    return start(settings, LabEvents.class);
  }

  private TelemetryRuntime start(Map<String, String> settings, Class<?> catalogue) {
    return TelemetryRuntime.start(
        TelemetryOptions.builder("lab", "1.4.2", catalogue)
            .folder(folder)
            .environment(settings)
            .build());
  }

  private static DestinationLedger ledger(TelemetryRuntime runtime) {
    return runtime.status().destinations().stream()
        .filter(ledger -> ledger.destination().equals("sentry"))
        .findFirst()
        .orElseThrow();
  }

  private static void deliver(TelemetryRuntime runtime) {
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(runtime.flush(PATIENCE)).isEqualTo(FlushResult.DELIVERED));
  }
}
