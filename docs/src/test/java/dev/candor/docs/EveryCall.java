package dev.candor.docs;

import dev.candor.telemetry.Activity;
import dev.candor.telemetry.Consent;
import dev.candor.telemetry.ErrorReport;
import dev.candor.telemetry.NamedTelemetry;
import dev.candor.telemetry.RunEnvironment;
import dev.candor.telemetry.SelfDescription;
import dev.candor.telemetry.SessionEnd;
import dev.candor.telemetry.SettingValue;
import dev.candor.telemetry.Settings;
import dev.candor.telemetry.SourceSession;
import dev.candor.telemetry.SourceTelemetry;
import dev.candor.telemetry.Telemetry;
import dev.candor.telemetry.TelemetryRuntime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Every call that an application can make, except answers and the status: those are the test's
 * choice.
 */
final class EveryCall {
  private static final Instant START = Instant.parse("2026-11-16T08:00:00Z");
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private EveryCall() {}

  static void on(TelemetryRuntime runtime) {
    ask(runtime.consent());
    record(runtime.telemetry());
    track(runtime.named());
    runtime.flush(PATIENCE);
    runtime.close();
  }

  private static void ask(Consent consent) {
    consent.answer();
    consent.askIfUnknown(question -> Optional.empty());
    consent.describe(SelfDescription.of("scope", "institute", "lab", "place"));
    consent.selfDescription();
    consent.history();
  }

  private static void record(Telemetry telemetry) {
    SilentLab.Scan scan = new SilentLab.Scan(3);
    telemetry.record(scan);
    telemetry.isOn(SilentLab.Scan.class);
    activities(telemetry);
    telemetry.use(SilentLab.Tool.AUTOFOCUS);
    telemetry.use(SilentLab.Tool.AUTOFOCUS, 3);
    telemetry.page(SilentLab.Screen.MAIN);
    telemetry.breadcrumb(SilentLab.Step.MOVE);
    telemetry.error(new IllegalStateException("secret"));
    telemetry.settings(
        Settings.builder(SilentLab.Option.class)
            .put(SilentLab.Option.DARK, SettingValue.flag(true))
            .build());
    SourceSession session =
        new SourceSession("squid", "run-1", "2.0", RunEnvironment.SIMULATION, START);
    SourceTelemetry source = telemetry.source(session);
    source.record(scan, START, START.plusSeconds(5), SourceTelemetry.Status.OK, 1);
    source.error(report(), START.plusSeconds(6), 1);
    source.end(START.plusSeconds(60), SessionEnd.EXIT);
  }

  private static void track(NamedTelemetry named) {
    named.trackPageView("/main", "Main");
    named.trackEvent("lab.scan", Map.of("images", 3));
    named.trackEvent("lab.scan");
    named.trackPerformance("lab.scan", 3, "ms", Map.of());
    named.trackPerformance("lab.scan", 3);
    named.trackAgentUsage("agent", "operation", Map.of());
    named.trackError("ValueError", "secret", null, Map.of());
    named.trackError("ValueError", "secret");
  }

  private static void activities(Telemetry telemetry) {
    telemetry.begin(SilentLab.Scan.class).complete(new SilentLab.Scan(1));
    telemetry.begin(SilentLab.Scan.class).cancel();
    telemetry.begin(SilentLab.Scan.class).fail(new IllegalStateException("secret"));
    try (Activity<SilentLab.Scan> abandoned = telemetry.begin(SilentLab.Scan.class)) {
      telemetry.during(SilentLab.Scan.class, run -> 1);
    }
  }

  private static ErrorReport report() {
    return new ErrorReport(
        ErrorReport.Language.PYTHON,
        ErrorReport.Origin.LOGGED,
        List.of(
            new ErrorReport.Link(
                "ValueError", List.of(new ErrorReport.Frame("control.core", "move", 12, true)))),
        1,
        List.of(SilentLab.Step.MOVE));
  }
}
