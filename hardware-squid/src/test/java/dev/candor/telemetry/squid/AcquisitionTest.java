package dev.candor.telemetry.squid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.SessionEnd;
import dev.candor.telemetry.testkit.FakeClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("SQ-41")
class AcquisitionTest {
  private static final Instant STARTED = Instant.ofEpochMilli(1_795_195_729_108L);

  @TempDir Path session;
  private final FakeClock clock = FakeClock.at(STARTED.plusSeconds(60));
  private boolean alive = true;

  @BeforeEach
  void copyOk() throws IOException {
    Path source = Fixtures.RECORDINGS.resolve("ok");
    try (Stream<Path> all = Files.walk(source)) {
      for (Path path : all.filter(Files::isRegularFile).toList()) {
        Path to = session.resolve(source.relativize(path).toString());
        Files.createDirectories(to.getParent());
        Files.write(to, Files.readAllBytes(path));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "completed, COMPLETED",
    "completed_with_errors, COMPLETED_WITH_ERRORS",
    "user_abort, ABORTED",
    "error, FAILED",
    "bored, UNKNOWN"
  })
  @Tag("SQ-60")
  void outcome_ended_isTheReason(String reason, AcquisitionOutcome outcome) throws IOException {
    run("\"reason\": \"completed\"", "\"reason\": \"" + reason + "\"");

    assertThat(acquisition().outcome()).isEqualTo(outcome);
  }

  @Test
  @Tag("SQ-50")
  void outcome_runningAndAlive_isNotToldYet() throws IOException {
    run("\"status\": \"ended\"", "\"status\": \"running\"");

    Recording recording = read().orElseThrow();

    assertThat(Tellings.events(recording, AcquisitionRun.class)).isEmpty();
    assertThat(recording.tellings()).noneMatch(Telling.Ended.class::isInstance);
    assertThat(recording.end()).isEqualTo(recording.session().started());
  }

  @Test
  @Tag("SQ-50")
  @Tag("SQ-60")
  void outcome_runningWithSilentOrDeadProgram_isUnfinished() throws IOException {
    run("\"status\": \"ended\"", "\"status\": \"running\"");

    alive = false;
    assertThat(acquisition().outcome()).isEqualTo(AcquisitionOutcome.UNFINISHED);
    alive = true;
    clock.set(STARTED.plusSeconds(120));
    assertThat(Tellings.events(read().orElseThrow(), AcquisitionRun.class)).isEmpty();
    clock.set(STARTED.plusSeconds(121));
    assertThat(acquisition().outcome()).isEqualTo(AcquisitionOutcome.UNFINISHED);
  }

  @Test
  @Tag("SQ-60")
  void outcome_doneWithoutRunState_isUnknown() throws IOException {
    Files.delete(session.resolve("state/squid/watchdog/run.json"));

    AcquisitionRun acquisition = acquisition();

    assertThat(folder().resolve(".done")).exists();
    assertThat(acquisition.outcome()).isEqualTo(AcquisitionOutcome.UNKNOWN);
    assertThat(acquisition.regions()).isEqualTo(2);
    assertThat(acquisition.imagesExpected()).isZero();
    assertThat(read().orElseThrow().session().run())
        .isEqualTo(Long.toString(Instant.parse("2026-11-20T17:28:44.603Z").toEpochMilli()));
  }

  @Test
  @Tag("SQ-60")
  void outcome_runStateOfAnotherFolder_isUnknown() throws IOException {
    run("\"experiment_id\": \"patient", "\"experiment_id\": \"other");

    assertThat(acquisition().outcome()).isEqualTo(AcquisitionOutcome.UNKNOWN);
  }

  @Test
  @Tag("SQ-41")
  void read_refusedBeforeTheStart_isNoAcquisition() throws IOException {
    Path refused = session.resolve("output/refused_2026-11-20_17-30-00.000000");
    Files.createDirectories(refused);
    Files.writeString(refused.resolve("acquisition parameters.json"), "{\"Nz\": 1}");

    assertThat(Tellings.events(read().orElseThrow(), AcquisitionRun.class)).hasSize(1);
  }

  @Test
  @Tag("SQ-59")
  void read_olderGeneration_takesItsParameters() throws IOException {
    Files.delete(folder().resolve("acquisition.yaml"));
    Files.delete(session.resolve("state/squid/watchdog/run.json"));
    Files.writeString(
        folder().resolve("acquisition parameters.json"),
        "{\"Nz\": 5, \"dz(um)\": 1.5, \"Nt\": 3, \"with AF\": true, \"with reflection AF\": true,"
            + " \"objective\": {\"name\": \"10x\"}}");

    AcquisitionRun acquisition = acquisition();

    assertThat(acquisition.objective()).isEqualTo(ObjectiveName.X10);
    assertThat(acquisition.zSteps()).isEqualTo(5);
    assertThat(acquisition.zStepSize()).isEqualTo(1.5);
    assertThat(acquisition.timePoints()).isEqualTo(3);
    assertThat(acquisition.contrastAutofocus()).isTrue();
    assertThat(acquisition.laserAutofocus()).isTrue();
  }

  @Test
  @Tag("SQ-59")
  void read_realAcquisitionsOfTheFork_areTold() {
    AcquisitionReader reader =
        new AcquisitionReader(new ConfigReader(FileOpener.system()), liveness());

    List<AcquisitionRun> runs =
        Fixtures.configurationFiles().stream()
            .filter(path -> path.endsWith("acquisition.yaml") && path.startsWith(Fixtures.FILES))
            .map(path -> reader.read(path.getParent(), null, LogClock.utc()).orElseThrow().run())
            .toList();

    assertThat(runs).hasSize(13);
    assertThat(runs)
        .allSatisfy(
            run -> {
              assertThat(run.outcome()).isEqualTo(AcquisitionOutcome.UNKNOWN);
              assertThat(run.channelCount()).isPositive();
              assertThat(run.channels()).doesNotContain(ChannelName.OTHER);
            });
    assertThat(runs).extracting(AcquisitionRun::widget).contains(WidgetType.SETUP);
  }

  @Test
  void read_acquisitionWithoutLog_isASessionOfItsOwn() throws IOException {
    Files.delete(session.resolve("state/squid/log/main_hcs.log"));

    Recording recording = read().orElseThrow();

    assertThat(recording.session().started()).isEqualTo(STARTED);
    assertThat(recording.tellings())
        .last()
        .isInstanceOfSatisfying(
            Telling.Ended.class,
            ended -> assertThat(ended.reason()).isEqualTo(SessionEnd.UNFINISHED));
  }

  @Test
  void clock_folderNameAgainstRunState_givesTheOffset() {
    Optional<LocalDateTime> local = FolderTime.of(Path.of("x_2026-11-20_18-28-49.091027"));

    assertThat(LogClock.of(local, Optional.of(STARTED)).offset()).isEqualTo(ZoneOffset.ofHours(1));
    assertThat(LogClock.of(Optional.empty(), Optional.of(STARTED))).isEqualTo(LogClock.utc());
    assertThat(LogClock.of(local, Optional.of(STARTED.minusSeconds(90_000))))
        .isEqualTo(LogClock.utc());
    assertThat(FolderTime.of(Path.of("2026"))).isEmpty();
    assertThat(FolderTime.of(Path.of("x_2026-11-20_18-28-49.09102x"))).isEmpty();
  }

  @Test
  void read_localTimesOfAnotherZone_areMoved() throws IOException {
    Path renamed = folder().resolveSibling("x_2026-11-20_09-28-49.091027");
    Files.move(folder(), renamed);
    run(
        "\"experiment_id\": \"patient_0042_MCF7_drug_screen_2026-11-20_17-28-49.091027\"",
        "\"experiment_id\": \"x_2026-11-20_09-28-49.091027\"");

    assertThat(read().orElseThrow().session().started())
        .isEqualTo(Instant.parse("2026-11-21T01:28:44.603Z"));
  }

  @Test
  void read_localTimesWithoutRunState_areMovedByTheAcquisitionsOwnStart() throws IOException {
    Files.move(folder(), folder().resolveSibling("x_2026-11-20_09-28-49.091027"));
    Files.delete(session.resolve("state/squid/watchdog/run.json"));

    assertThat(read().orElseThrow().session().started())
        .isEqualTo(Instant.parse("2026-11-21T01:28:44.603Z"));
  }

  @ParameterizedTest
  @CsvSource({"-1", "\"many\"", "1e300", "null", "[1]"})
  @Tag("P9")
  void read_strangeNumbers_areBounded(String number) throws IOException {
    run("\"total_images\": 30", "\"total_images\": " + number);
    run("\"timepoints\": 1", "\"timepoints\": " + number);
    run("\"pid\": 9458", "\"pid\": " + number);

    AcquisitionRun acquisition = acquisition();

    assertThat(acquisition.imagesTaken()).isBetween(0L, 1_000_000_000L);
    assertThat(acquisition.imagesExpected()).isBetween(0L, 1_000_000_000L);
  }

  private AcquisitionRun acquisition() {
    return Tellings.events(read().orElseThrow(), AcquisitionRun.class).get(0);
  }

  private Optional<Recording> read() {
    return RecordingReader.with(FileOpener.system(), liveness()).read(session, null);
  }

  private Liveness liveness() {
    return Liveness.of(clock, pid -> alive);
  }

  private Path folder() {
    return session.resolve("output/patient_0042_MCF7_drug_screen_2026-11-20_17-28-49.091027");
  }

  private void run(String from, String to) throws IOException {
    Path file = session.resolve("state/squid/watchdog/run.json");
    String text = Files.readString(file);
    assertThat(text).contains(from);
    Files.writeString(file, text.replace(from, to));
  }
}
