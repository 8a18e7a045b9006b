package dev.candor.telemetry.otel;

import static dev.candor.telemetry.Purpose.DIAGNOSTICS;
import static dev.candor.telemetry.Purpose.ENVIRONMENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.ConsentAnswer.Send;
import dev.candor.telemetry.ConsentAnswer.Switches;
import dev.candor.telemetry.ConsentPreset;
import dev.candor.telemetry.ErrorReport;
import dev.candor.telemetry.ErrorReport.Language;
import dev.candor.telemetry.ErrorReport.Link;
import dev.candor.telemetry.ErrorReport.Origin;
import dev.candor.telemetry.RunEnvironment;
import dev.candor.telemetry.SessionEnd;
import dev.candor.telemetry.SettingValue;
import dev.candor.telemetry.Settings;
import dev.candor.telemetry.SourceSession;
import dev.candor.telemetry.SourceTelemetry;
import dev.candor.telemetry.SourceTelemetry.Status;
import dev.candor.telemetry.TelemetryRuntime;
import dev.candor.telemetry.testkit.FakeClock;
import dev.candor.telemetry.testkit.LoopbackBackend;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What goes with errors, and how many a session tells of. */
class ErrorContextsTest {
  private static final Switches EVERYTHING = Switches.of(ConsentPreset.EVERYTHING);

  @RegisterExtension final LoopbackBackend backend = new LoopbackBackend();
  @TempDir Path folder;
  private TelemetryRuntime runtime;

  @BeforeEach
  void start() {
    runtime = LabRuntime.start(folder, FakeClock.create(), backend);
  }

  @AfterEach
  void close() {
    runtime.close();
  }

  @Test
  @Tag("SQ-27")
  void error_afterSettingsAndHardware_carriesTheLatestOfBoth() {
    runtime.consent().set(ConsentPreset.EVERYTHING);
    zoom(1);
    zoom(2);
    runtime.telemetry().record(new Lab.Fitted(3));
    runtime.telemetry().record(new Lab.Export(Lab.Format.TIFF, 1, true));

    assertThat(error())
        .containsEntry("settings.report.zoom", 2.0)
        .containsEntry("machine.fit.lenses", 3L)
        .containsEntry("app.error.count", 1L)
        .doesNotContainKey("file.export.images");
  }

  @Test
  @Tag("P4")
  void error_valueOutOfItsRange_isNotCarried() {
    runtime.consent().set(ConsentPreset.EVERYTHING);
    zoom(11);

    assertThat(error()).doesNotContainKey("settings.report.zoom");
  }

  @ParameterizedTest
  @CsvSource({
    "false, NOTHING,    false, EVERYTHING, false",
    "true,  COUNTS,     false, EVERYTHING, false",
    "true,  NOTHING,    true,  EVERYTHING, false",
    "false, EVERYTHING, true,  EVERYTHING, false",
    "false, EVERYTHING, false, EVERYTHING, true",
    "true,  EVERYTHING, true,  EVERYTHING, true"
  })
  @Tag("P2")
  void error_settingsUnderAnotherAnswer_carriesThemWhereBothAllow(
      boolean keepSettings, Send sendSettings, boolean keepErrors, Send sendErrors, boolean with) {
    runtime.consent().set(ENVIRONMENT, new Switches(keepSettings, sendSettings));
    runtime.consent().set(DIAGNOSTICS, new Switches(keepErrors, sendErrors));
    zoom(2);

    assertThat(error().containsKey("settings.report.zoom")).isEqualTo(with);
  }

  @Test
  void error_ofAWatchedProgram_carriesWhatWasToldOfThatSession() {
    runtime.consent().set(ConsentPreset.EVERYTHING);
    zoom(2);
    SourceTelemetry one = source("one");
    SourceTelemetry other = source("other");
    fitted(one, 4);
    fitted(other, 5);
    one.error(report(1), Calls.SOURCE.started(), 1);

    LabRuntime.deliver(runtime);
    assertThat(backend.spans("app.error").get(0).attributes())
        .containsEntry("machine.fit.lenses", 4L)
        .doesNotContainKey("settings.report.zoom");
  }

  @Test
  void session_withErrors_tellsHowMany() {
    runtime.consent().set(ConsentPreset.EVERYTHING);
    runtime.telemetry().error(new IllegalStateException());
    runtime.telemetry().error(new IllegalStateException());

    assertThat(endedHere()).containsEntry("session.errors", 2L);
  }

  @Test
  @Tag("P2")
  void session_errorsNotAgreed_saysNothingOfThem() {
    runtime.consent().set(ConsentPreset.EVERYTHING);
    runtime.consent().set(DIAGNOSTICS, new Switches(false, Send.COUNTS));
    runtime.telemetry().error(new IllegalStateException());

    assertThat(endedHere()).doesNotContainKey("session.errors");
  }

  @Test
  @Tag("P7")
  void session_ofAWatchedProgramToldTwice_countsEachErrorOnce() {
    runtime.consent().set(ConsentPreset.EVERYTHING);
    SourceTelemetry source = source("one");
    for (int i = 0; i < 2; i++) {
      source.error(report(3), Calls.SOURCE.started(), 1);
      source.error(report(1), Calls.SOURCE.started(), 2);
    }
    source.end(Calls.SOURCE.started().plusSeconds(9), SessionEnd.CRASH);

    LabRuntime.deliver(runtime);
    assertThat(backend.spans("session"))
        .filteredOn(span -> span.attributes().get("session.end.reason").equals("crash"))
        .singleElement()
        .satisfies(span -> assertThat(span.attributes()).containsEntry("session.errors", 4L));
  }

  private Map<String, Object> endedHere() {
    LabRuntime.store(runtime);
    runtime.close();
    runtime = LabRuntime.start(folder, FakeClock.create(), backend);
    LabRuntime.deliver(runtime);
    return backend.spans("session").stream()
        .map(span -> span.attributes())
        .filter(attributes -> attributes.get("session.end.reason").equals("exit"))
        .findFirst()
        .orElseThrow();
  }

  private Map<String, Object> error() {
    runtime.telemetry().error(new IllegalStateException());
    LabRuntime.deliver(runtime);
    return backend.spans("app.error").get(0).attributes();
  }

  private void zoom(double zoom) {
    runtime
        .telemetry()
        .settings(
            Settings.builder(Lab.Option.class)
                .put(Lab.Option.ZOOM, SettingValue.number(zoom))
                .build());
  }

  private SourceTelemetry source(String run) {
    return runtime
        .telemetry()
        .source(
            new SourceSession(
                "squid", run, "2.0", RunEnvironment.SIMULATION, Calls.SOURCE.started()));
  }

  private static void fitted(SourceTelemetry source, int lenses) {
    source.record(
        new Lab.Fitted(lenses), Calls.SOURCE.started(), Calls.SOURCE.started(), Status.UNSET, 1);
  }

  private static ErrorReport report(long times) {
    return new ErrorReport(
        Language.PYTHON, Origin.LOGGED, List.of(new Link("OSError", List.of())), times, List.of());
  }
}
