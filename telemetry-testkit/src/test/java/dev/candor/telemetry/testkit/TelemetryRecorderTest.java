package dev.candor.telemetry.testkit;

import static dev.candor.telemetry.testkit.LabEvents.Mode.AUTO;
import static dev.candor.telemetry.testkit.LabEvents.Mode.MANUAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.candor.telemetry.Activity;
import dev.candor.telemetry.ConsentAnswer.State;
import dev.candor.telemetry.ConsentAnswer.Switches;
import dev.candor.telemetry.ConsentPreset;
import dev.candor.telemetry.ErrorReport;
import dev.candor.telemetry.ErrorReport.Language;
import dev.candor.telemetry.ErrorReport.Link;
import dev.candor.telemetry.ErrorReport.Origin;
import dev.candor.telemetry.Event;
import dev.candor.telemetry.EventCatalog;
import dev.candor.telemetry.Feature;
import dev.candor.telemetry.FlushResult;
import dev.candor.telemetry.Hashed;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.RunEnvironment;
import dev.candor.telemetry.SelfDescription;
import dev.candor.telemetry.SessionEnd;
import dev.candor.telemetry.Setting;
import dev.candor.telemetry.SettingKey;
import dev.candor.telemetry.SettingType;
import dev.candor.telemetry.SettingValue;
import dev.candor.telemetry.Settings;
import dev.candor.telemetry.SourceSession;
import dev.candor.telemetry.SourceTelemetry;
import dev.candor.telemetry.SourceTelemetry.Status;
import dev.candor.telemetry.Telemetry;
import dev.candor.telemetry.Text;
import dev.candor.telemetry.testkit.LabEvents.Fault;
import dev.candor.telemetry.testkit.LabEvents.ImagingRun;
import dev.candor.telemetry.testkit.LabEvents.Key;
import dev.candor.telemetry.testkit.LabEvents.Step;
import dev.candor.telemetry.testkit.LabEvents.Tab;
import dev.candor.telemetry.testkit.LabEvents.Tool;
import dev.candor.telemetry.testkit.TelemetryRecorder.ActivityEnd;
import dev.candor.telemetry.testkit.TelemetryRecorder.Told;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TelemetryRecorderTest {
  private static final ImagingRun RUN = new ImagingRun(AUTO, 2, 30);
  private static final Instant NOON = Instant.parse("2026-11-17T12:00:00Z");

  @RegisterExtension final TelemetryRecorder recorder = TelemetryRecorder.of(LabEvents.class);
  private final Telemetry telemetry = recorder.telemetry();

  @Test
  void record_listed_isRemembered() {
    telemetry.record(RUN);
    telemetry.record(fault(0.5, Duration.ofSeconds(3)));

    assertThat(recorder.recorded(ImagingRun.class)).containsExactly(RUN);
    assertThat(recorder.recorded()).hasSize(2);
    assertThat(telemetry.isOn(ImagingRun.class)).isTrue();
  }

  @Test
  void during_everyEnd_isRemembered() {
    String result =
        telemetry.during(
            ImagingRun.class,
            run -> {
              run.complete(RUN);
              return "done";
            });
    assertThatThrownBy(
            () ->
                telemetry.during(
                    ImagingRun.class,
                    run -> {
                      throw new IllegalStateException("no space");
                    }))
        .hasMessage("no space");
    telemetry.<ImagingRun, Boolean, RuntimeException>during(ImagingRun.class, run -> true);
    Activity<ImagingRun> cancelled = telemetry.begin(ImagingRun.class);
    cancelled.cancel();
    cancelled.complete(RUN);

    assertThat(result).isEqualTo("done");
    assertThat(recorder.recorded(ImagingRun.class)).containsExactly(RUN);
    assertThat(recorder.ends(ImagingRun.class))
        .containsExactly(
            ActivityEnd.COMPLETED,
            ActivityEnd.FAILED,
            ActivityEnd.ABANDONED,
            ActivityEnd.CANCELLED);
  }

  @Test
  void lists_areRemembered() {
    Exception error = new IllegalStateException("x");
    Settings settings =
        Settings.builder(Key.class)
            .put(Key.AUTOFOCUS, SettingValue.flag(true))
            .put(Key.EXPOSURE, SettingValue.number(20))
            .put(Key.MODE, SettingValue.choice(AUTO))
            .build();

    telemetry.use(Tool.LIVE_VIEW);
    telemetry.use(Tool.LIVE_VIEW, 900);
    telemetry.page(Tab.SETUP);
    telemetry.page(Tab.SETUP);
    telemetry.page(Tab.RUN);
    telemetry.breadcrumb(Step.OPENED);
    telemetry.error(error);
    telemetry.settings(settings);
    telemetry.settings(settings);

    assertThat(recorder.uses()).containsEntry(Tool.LIVE_VIEW, 51L).hasSize(1);
    assertThat(recorder.pages()).containsExactly(Tab.SETUP, Tab.RUN);
    assertThat(recorder.crumbs()).containsExactly(Step.OPENED);
    assertThat(recorder.errors()).containsExactly(error);
    assertThat(recorder.settings()).containsExactly(settings);
  }

  @Test
  void source_toldTwice_isOneEach() {
    SourceSession session =
        new SourceSession("squid", "r1", "1.0", RunEnvironment.values()[0], NOON);
    ErrorReport report =
        new ErrorReport(
            Language.PYTHON,
            Origin.LOGGED,
            List.of(new Link("ValueError", List.of())),
            1,
            List.of());

    for (int i = 0; i < 2; i++) {
      SourceTelemetry source = telemetry.source(session);
      source.record(RUN, NOON, NOON.minusSeconds(1), Status.OK, 1);
      source.error(report, NOON, 1);
      source.end(NOON, SessionEnd.EXIT);
    }

    assertThat(recorder.told()).containsExactly(new Told(RUN, NOON, NOON, Status.OK, 1));
    assertThat(recorder.recorded(ImagingRun.class)).containsExactly(RUN);
    assertThat(recorder.reports()).containsExactly(report);
    assertThat(recorder.sources()).containsOnly(session);
  }

  @Test
  void consent_no_letsNothingThrough() {
    recorder.consent().set(ConsentPreset.NO);
    SourceSession session =
        new SourceSession("squid", "r1", "1.0", RunEnvironment.values()[0], NOON);

    telemetry.record(RUN);
    telemetry.use(Tool.LIVE_VIEW);
    telemetry.page(Tab.RUN);
    telemetry.breadcrumb(Step.OPENED);
    telemetry.error(new IllegalStateException());
    telemetry.settings(Settings.builder(Key.class).build());
    telemetry.begin(ImagingRun.class).close();
    telemetry.source(session).record(RUN, NOON, NOON, Status.OK, 1);

    assertThat(telemetry.isOn(ImagingRun.class)).isFalse();
    assertThat(recorder.recorded()).isEmpty();
    assertThat(recorder.uses()).isEmpty();
    assertThat(recorder.pages()).isEmpty();
    assertThat(recorder.crumbs()).isEmpty();
    assertThat(recorder.errors()).isEmpty();
    assertThat(recorder.settings()).isEmpty();
    assertThat(recorder.ends(ImagingRun.class)).isEmpty();
    assertThat(recorder.runtime().flush(Duration.ZERO)).isEqualTo(FlushResult.OFF);
  }

  @Test
  void consent_describe_keepsUntilANo() {
    SelfDescription description = SelfDescription.of("Lab 201", null, "Prakash", null);

    assertThat(recorder.consent().describe(description)).isEqualTo(description);
    recorder.consent().set(ConsentPreset.NO);
    assertThat(recorder.consent().selfDescription()).isEqualTo(SelfDescription.none());
    assertThat(recorder.consent().describe(description)).isEqualTo(SelfDescription.none());
  }

  @Test
  void consent_perPurpose_isKeptApart() {
    recorder.consent().set(Purpose.USAGE, Switches.OFF);

    telemetry.record(RUN);
    telemetry.record(fault(0, Duration.ZERO));

    assertThat(recorder.recorded()).hasOnlyElementsOfType(Fault.class).hasSize(1);
    assertThat(recorder.consent().history()).hasSize(2);
    assertThat(recorder.consent().answer().grant()).isEqualTo(2);
  }

  @Test
  void consent_unanswered_asksOnce() {
    TelemetryRecorder asking = TelemetryRecorder.of(LabEvents.class).unanswered();

    asking.telemetry().record(RUN);
    assertThat(asking.consent().askIfUnknown(question -> Optional.empty()).state())
        .isEqualTo(State.UNKNOWN);
    asking
        .consent()
        .askIfUnknown(
            question -> {
              assertThat(question.items()).hasSize(2);
              assertThat(question.items().get(0).attributes()).contains("imaging.run.channels");
              return Optional.of(ConsentPreset.COUNTS);
            });
    asking.telemetry().record(RUN);
    asking
        .consent()
        .askIfUnknown(
            question -> {
              throw new AssertionError("asked twice");
            });

    assertThat(asking.recorded()).hasSize(1);
    assertThat(asking.runtime().flush(Duration.ZERO)).isEqualTo(FlushResult.DELIVERED);
    assertThat(asking.runtime().status().answer()).isEqualTo(asking.consent().answer());
    asking.runtime().close();
  }

  @Test
  void answering_isTheAnswerOfEachTest() {
    TelemetryRecorder no = TelemetryRecorder.of(LabEvents.class).answering(ConsentPreset.NO);

    no.telemetry().record(RUN);

    assertThat(no.recorded()).isEmpty();
  }

  @Test
  @SuppressWarnings({"NullAway", "DataFlowIssue"}) // what a careless caller does
  void misuse_throwsAtOnce() {
    List<Runnable> misuses =
        List.of(
            () -> recorder.consent().describe(null),
            () -> telemetry.record(null),
            () -> telemetry.record(new Unlisted()),
            () -> telemetry.begin(Unlisted.class),
            () -> telemetry.isOn(Unlisted.class),
            () -> telemetry.use(OtherTool.HAMMER),
            () -> telemetry.use(null),
            () -> telemetry.record(new ImagingRun(AUTO, 17, 1)),
            () -> telemetry.record(fault(Double.NaN, Duration.ZERO)),
            () -> telemetry.record(fault(0, Duration.ofSeconds(61))),
            () ->
                telemetry.settings(
                    Settings.builder(OtherKey.class)
                        .put(OtherKey.X, SettingValue.flag(true))
                        .build()),
            () ->
                telemetry.settings(
                    Settings.builder(Key.class)
                        .put(Key.EXPOSURE, SettingValue.number(1001))
                        .build()),
            () -> recorder.consent().askIfUnknown(null));

    for (Runnable misuse : misuses) {
      assertThatThrownBy(misuse::run)
          .isInstanceOf(AssertionError.class)
          .hasMessageStartingWith("telemetry was misused");
    }
    assertThat(recorder.misuses()).hasSameSizeAs(misuses);
    assertThat(recorder.recorded()).isEmpty();
  }

  @Test
  void misuse_swallowed_failsTheTestAfterwards() {
    TelemetryRecorder other = TelemetryRecorder.of(LabEvents.class);
    assertThatThrownBy(() -> other.telemetry().record(new Unlisted()))
        .isInstanceOf(AssertionError.class);

    assertThatThrownBy(() -> other.afterEach(null)).hasMessageContaining("Unlisted");
    assertThatCode(() -> other.afterEach(null)).doesNotThrowAnyException();
  }

  @Test
  void of_notGenerated_saysWhatToDo() {
    assertThatThrownBy(() -> TelemetryRecorder.of(Runnable.class))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("annotationProcessorPaths")
        .hasMessageContaining("provides");
  }

  private static Fault fault(double offset, Duration lasted) {
    return new Fault(
        true,
        offset,
        lasted,
        Set.of(AUTO, MANUAL),
        SettingValue.choice(AUTO),
        Hashed.of("device"),
        Text.of("it hummed"));
  }

  /** In no catalogue. */
  private record Unlisted() implements Event {}

  /** A catalogue that the recorder was not given. */
  @EventCatalog(features = OtherTool.class, settings = OtherKey.class)
  interface OtherEvents {}

  enum OtherTool implements Feature {
    HAMMER
  }

  enum OtherKey implements SettingKey {
    @Setting(brief = "Some setting", type = SettingType.FLAG)
    X
  }
}
