package dev.candor.telemetry.squid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.ErrorReport;
import dev.candor.telemetry.RunEnvironment;
import dev.candor.telemetry.SessionEnd;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordedRunsTest {
  private static final Path CONFIG = Fixtures.RECORDINGS.resolve("config");
  private static final List<String> PLANTED =
      List.of("alice", "smithlab", "smith lab", "stanford", "patient", "mcf7", "/home");

  @ParameterizedTest
  @CsvSource({
    "ok, COMPLETED, 30, 30, EXIT",
    "abort, ABORTED, 12, 90, EXIT",
    "nospace, FAILED, 18, 30, CRASH",
    "crash, COMPLETED, 30, 30, CRASH"
  })
  @Tag("SQ-41")
  @Tag("SQ-59")
  @Tag("SQ-60")
  void read_simulatedRun_tellsItsAcquisition(
      String run, AcquisitionOutcome outcome, long taken, long expected, SessionEnd reason) {
    Recording recording = read(run);

    AcquisitionRun acquisition = events(recording, AcquisitionRun.class).get(0);
    assertThat(events(recording, AcquisitionRun.class)).hasSize(1);
    assertThat(acquisition.outcome()).isEqualTo(outcome);
    assertThat(acquisition.imagesTaken()).isEqualTo(taken);
    assertThat(acquisition.imagesExpected()).isEqualTo(expected);
    assertThat(acquisition.channels())
        .containsExactlyInAnyOrder(
            ChannelName.BF_LED_MATRIX_FULL,
            ChannelName.DF_LED_MATRIX,
            ChannelName.FLUORESCENCE_405_NM_EX);
    assertThat(acquisition.xyMode()).isEqualTo(XyMode.SELECT_WELLS);
    assertThat(acquisition.zStepSize()).isEqualTo(1.5);
    assertThat(recording.tellings().get(recording.tellings().size() - 1))
        .isInstanceOfSatisfying(
            Telling.Ended.class, ended -> assertThat(ended.reason()).isEqualTo(reason));
  }

  @Test
  @Tag("SQ-60")
  void read_ok_tellsStartAndDuration() {
    Telling.Happened told =
        read("ok").tellings().stream()
            .filter(Telling.Happened.class::isInstance)
            .map(Telling.Happened.class::cast)
            .filter(happened -> happened.event() instanceof AcquisitionRun)
            .findFirst()
            .orElseThrow();

    assertThat(told.at()).isEqualTo(Instant.parse("2026-11-20T17:28:49.108Z"));
    assertThat(Duration.between(told.at(), told.end())).isEqualTo(Duration.ofMillis(3490));
  }

  @Test
  @Tag("SQ-62")
  void read_nospace_tellsEachKindOfErrorOnce() {
    List<ErrorReport> errors = errors(read("nospace"));

    assertThat(errors).extracting(ErrorReport::count).containsExactly(1L, 15L, 1L, 1L);
    assertThat(errors).extracting(ErrorReport::type).containsOnly("OSError");
    assertThat(errors.get(1).chain()).hasSize(2);
    assertThat(errors)
        .extracting(ErrorReport::origin)
        .containsExactly(
            ErrorReport.Origin.LOGGED,
            ErrorReport.Origin.LOGGED,
            ErrorReport.Origin.LOGGED,
            ErrorReport.Origin.UNCAUGHT);
    assertThat(errors).allSatisfy(error -> assertThat(error.trail()).hasSize(LogSummary.MAX_TRAIL));
  }

  @Test
  @Tag("SQ-62")
  void read_nospace_countsErrorsWithoutTraceByTemplate() {
    assertThat(events(read("nospace"), LogError.class))
        .containsExactly(
            new LogError(SquidCrumb.JOB_ERROR, 2), new LogError(SquidCrumb.JOBS_FAILED_ABORT, 1));
  }

  @Test
  @Tag("SQ-43")
  @Tag("SQ-62")
  void read_crash_tellsTheUncaughtErrorAfterTheAcquisition() {
    List<ErrorReport> errors = errors(read("crash"));

    assertThat(errors).hasSize(1);
    ErrorReport error = errors.get(0);
    assertThat(error.type()).isEqualTo("FileNotFoundError");
    assertThat(error.origin()).isEqualTo(ErrorReport.Origin.UNCAUGHT);
    assertThat(error.chain().get(0).frames().get(0))
        .isEqualTo(new ErrorReport.Frame("session", "boom", 38, true));
    assertThat(error.trail()).hasSize(50).contains(SquidCrumb.ACQUISITION_TIME);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ok", "abort", "nospace", "crash"})
  @Tag("SQ-59")
  @Tag("SQ-63")
  @Tag("SQ-64")
  @Tag("SQ-65")
  @Tag("P4")
  void read_simulatedRun_holdsNoPlantedIdentity(String run) {
    String all = Tellings.text(read(run)).toLowerCase(Locale.ROOT);

    assertThat(PLANTED).allSatisfy(word -> assertThat(all).doesNotContain(word));
    assertThat(all).doesNotContainPattern("[a-z0-9+/]{65,}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ok", "abort", "nospace", "crash"})
  @Tag("SQ-25")
  @Tag("SQ-36")
  @Tag("SQ-56")
  @Tag("SQ-57")
  void read_withConfiguration_tellsHardwareAndSnapshotOnce(String run) {
    Recording recording = read(run);

    assertThat(recording.session().environment()).isEqualTo(RunEnvironment.SIMULATION);
    assertThat(recording.session().version()).isEqualTo("unknown");
    assertThat(events(recording, DeviceConnect.class)).hasSize(1);
    assertThat(events(recording, ConfigSnapshotTaken.class)).hasSize(1);
  }

  @Test
  void read_withoutConfiguration_tellsNeither() {
    Recording recording =
        RecordingReader.create().read(Fixtures.RECORDINGS.resolve("ok"), null).orElseThrow();

    assertThat(events(recording, DeviceConnect.class)).isEmpty();
    assertThat(events(recording, ConfigSnapshotTaken.class)).isEmpty();
  }

  @Test
  @Tag("P7")
  void read_twice_givesEqualTellings() {
    assertThat(read("nospace")).isEqualTo(read("nospace"));
  }

  @Test
  void read_run_takesItsIdFromRunState() {
    assertThat(read("ok").session().run()).isEqualTo("a0f17efaa8c0401cb17addf0000ac842");
  }

  @Test
  void endingAt_recording_movesAsAWhole() {
    Instant end = Instant.parse("2030-01-01T00:00:00Z");
    Recording recording = read("crash");

    Recording moved = recording.endingAt(end);

    assertThat(moved.end()).isEqualTo(end);
    Duration shift = Duration.between(recording.end(), end);
    assertThat(moved.session().started()).isEqualTo(recording.session().started().plus(shift));
    assertThat(moved.tellings().get(2).at())
        .isEqualTo(recording.tellings().get(2).at().plus(shift));
  }

  @Test
  @Tag("SQ-26")
  @Tag("SQ-30")
  @Tag("SQ-58")
  @Tag("SQ-80")
  void withChanges_recording_tellsThemAtTheStart() {
    SnapshotReader reader = SnapshotReader.create();
    List<ConfigChange> changes =
        ConfigDiff.between(
            reader.read(CONFIG), reader.read(Fixtures.RECORDINGS.resolve("config-changed")));

    Recording recording = read("ok").withChanges(changes);

    assertThat(events(recording, ConfigChange.class)).isEqualTo(changes).hasSize(2);
    assertThat(recording.tellings().get(2).at()).isEqualTo(recording.session().started());
  }

  @Test
  void read_folderWithoutSession_isNothing() {
    assertThat(RecordingReader.create().read(CONFIG, CONFIG)).isEmpty();
  }

  @Test
  @Tag("SQ-62")
  void templates_recordsOfTheFourRuns_matchNineOfTen() {
    int[] counts = new int[2];

    Stream.of("ok", "abort", "nospace", "crash")
        .map(run -> Fixtures.RECORDINGS.resolve(run).resolve("state/squid/log/main_hcs.log"))
        .forEach(
            log ->
                LogReader.read(
                    log,
                    FileOpener.system(),
                    record -> counts[SquidCrumb.of(record) == SquidCrumb.OTHER ? 1 : 0]++));

    assertThat(counts[0] + counts[1]).isEqualTo(1181);
    assertThat((double) counts[0] / (counts[0] + counts[1])).isGreaterThan(0.9);
    assertThat(counts[1]).isLessThan(5);
  }

  private static Recording read(String run) {
    return RecordingReader.create().read(Fixtures.RECORDINGS.resolve(run), CONFIG).orElseThrow();
  }

  private static <E> List<E> events(Recording recording, Class<E> type) {
    return Tellings.events(recording, type);
  }

  private static List<ErrorReport> errors(Recording recording) {
    return recording.tellings().stream()
        .filter(Telling.Failed.class::isInstance)
        .map(telling -> ((Telling.Failed) telling).report())
        .toList();
  }
}
