package dev.candor.telemetry.squid;

import dev.candor.telemetry.Event;
import dev.candor.telemetry.RunEnvironment;
import dev.candor.telemetry.SessionEnd;
import dev.candor.telemetry.SourceSession;
import dev.candor.telemetry.SourceTelemetry.Status;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads one recorded session: {@code output/*} (the acquisitions), {@code
 * state/squid/log/main_hcs.log} and {@code state/squid/watchdog/run.json}.
 *
 * <p>A function from files to a {@link Recording}: it keeps nothing, and the same files give the
 * same recording. Any thread; never throws for what the files hold.
 */
public final class RecordingReader {
  private static final String SOURCE = "squid";

  private final FileOpener opener;
  private final Liveness liveness;

  private RecordingReader(FileOpener opener, Liveness liveness) {
    this.opener = Objects.requireNonNull(opener, "opener");
    this.liveness = Objects.requireNonNull(liveness, "liveness");
  }

  /** Returns a reader of this machine's files. */
  public static RecordingReader create() {
    return with(FileOpener.system(), Liveness.system());
  }

  /** Returns a reader with its own way to files and to the state of processes. */
  public static RecordingReader with(FileOpener opener, Liveness liveness) {
    return new RecordingReader(opener, liveness);
  }

  /**
   * Reads a recording.
   *
   * @param folder the recorded session
   * @param configuration the installation's folder, or null to tell nothing of it
   * @return nothing if the folder holds no session
   */
  public Optional<Recording> read(Path folder, @Nullable Path configuration) {
    ConfigReader reader = new ConfigReader(opener);
    Optional<RunState> state =
        RunState.of(reader.read(folder.resolve("state/squid/watchdog/run.json")));
    List<Path> folders = Folders.list(folder.resolve("output"));
    LogClock clock = clock(reader, folders, state);
    List<Acquisition> acquisitions = acquisitions(reader, folders, state, clock);
    LogSummary log = new LogSummary();
    LogReader.read(folder.resolve("state/squid/log/main_hcs.log"), opener, log::add);
    Optional<Instant> start =
        log.first()
            .map(clock::instant)
            .or(() -> acquisitions.stream().findFirst().map(Acquisition::start));
    return start.map(
        at ->
            new Session(at, clock, log, acquisitions, state, isRunning(state))
                .recording(configuration == null ? null : snapshot(configuration)));
  }

  private ConfigSnapshot snapshot(Path configuration) {
    return SnapshotReader.with(opener).read(configuration);
  }

  private boolean isRunning(Optional<RunState> state) {
    return state.filter(run -> run.outcome(liveness).isEmpty()).isPresent();
  }

  /** By {@code run.json}; without one of these folders, by what an acquisition says itself. */
  private static LogClock clock(ConfigReader reader, List<Path> folders, Optional<RunState> state) {
    return folders.stream()
        .filter(path -> state.filter(run -> run.isOf(Folders.name(path))).isPresent())
        .findFirst()
        .map(path -> LogClock.of(FolderTime.of(path), state.flatMap(RunState::started)))
        .or(
            () ->
                folders.stream()
                    .filter(path -> FolderTime.of(path).isPresent())
                    .flatMap(
                        path ->
                            AcquisitionReader.started(reader, path)
                                .map(at -> LogClock.of(FolderTime.of(path), Optional.of(at)))
                                .stream())
                    .findFirst())
        .orElseGet(LogClock::utc);
  }

  private List<Acquisition> acquisitions(
      ConfigReader reader, List<Path> folders, Optional<RunState> state, LogClock clock) {
    AcquisitionReader acquisitions = new AcquisitionReader(reader, liveness);
    return folders.stream()
        .flatMap(
            path ->
                acquisitions
                    .read(
                        path, state.filter(run -> run.isOf(Folders.name(path))).orElse(null), clock)
                    .stream())
        .sorted(Comparator.comparing(Acquisition::start))
        .toList();
  }

  /** Everything read of one session, on its way to a recording. */
  private record Session(
      Instant start,
      LogClock clock,
      LogSummary log,
      List<Acquisition> acquisitions,
      Optional<RunState> state,
      boolean running) {
    Recording recording(@Nullable ConfigSnapshot snapshot) {
      RunEnvironment environment = environment(snapshot);
      List<Telling> tellings = new ArrayList<>();
      if (snapshot != null) {
        tellings.add(happened(Hardware.of(snapshot, environment)));
        tellings.add(happened(snapshot.event()));
      }
      tellings.addAll(inOrder());
      Instant last =
          tellings.stream().map(Session::end).max(Comparator.naturalOrder()).orElse(start);
      Instant end = log.last().map(clock::instant).filter(last::isBefore).orElse(last);
      if (!running) {
        tellings.add(new Telling.Ended(end, reason()));
      }
      return new Recording(
          new SourceSession(SOURCE, run(), log.version(), environment, start), tellings);
    }

    private List<Telling> inOrder() {
      List<Telling> tellings = new ArrayList<>();
      for (int i = 0; i < acquisitions.size(); i++) {
        Acquisition acquisition = acquisitions.get(i);
        tellings.add(
            new Telling.Happened(
                acquisition.run(),
                acquisition.start(),
                acquisition.end(),
                status(acquisition.run().outcome()),
                i));
      }
      List<LoggedError> errors = log.errors();
      for (int i = 0; i < errors.size(); i++) {
        tellings.add(
            new Telling.Failed(errors.get(i).report(), clock.instant(errors.get(i).first()), i));
      }
      List<LoggedFault> faults = log.faults();
      for (int i = 0; i < faults.size(); i++) {
        Instant at = clock.instant(faults.get(i).first());
        tellings.add(new Telling.Happened(faults.get(i).event(), at, at, Status.ERROR, i));
      }
      tellings.sort(Comparator.comparing(Telling::at));
      return tellings;
    }

    private Telling happened(Event event) {
      return new Telling.Happened(event, start, start, Status.UNSET, 0);
    }

    private static Instant end(Telling telling) {
      return telling instanceof Telling.Happened happened ? happened.end() : telling.at();
    }

    /** The log knows what really ran; the flags only what was asked for. */
    private RunEnvironment environment(@Nullable ConfigSnapshot snapshot) {
      RunEnvironment seen = log.environment();
      RunEnvironment asked =
          snapshot == null ? RunEnvironment.UNKNOWN : Hardware.environment(snapshot);
      if (seen == RunEnvironment.PRODUCTION && asked == RunEnvironment.MIXED) {
        return RunEnvironment.MIXED;
      }
      return seen == RunEnvironment.UNKNOWN ? asked : seen;
    }

    /** A run's id, else the start in milliseconds: never a word that a person chose. */
    private String run() {
      return state.flatMap(RunState::id).orElseGet(() -> Long.toString(start.toEpochMilli()));
    }

    /** See RATIONALE: an uncaught error is a crash, whatever the program did afterwards. */
    private SessionEnd reason() {
      if (log.uncaught()) {
        return SessionEnd.CRASH;
      }
      return log.closed() ? SessionEnd.EXIT : SessionEnd.UNFINISHED;
    }

    private static Status status(AcquisitionOutcome outcome) {
      return switch (outcome) {
        case COMPLETED -> Status.OK;
        case FAILED, UNFINISHED -> Status.ERROR;
        case COMPLETED_WITH_ERRORS, ABORTED, UNKNOWN -> Status.UNSET;
      };
    }
  }
}
