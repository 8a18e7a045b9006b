package dev.candor.telemetry.console;

import dev.candor.telemetry.SourceTelemetry.Status;
import dev.candor.telemetry.squid.ConfigChange;
import dev.candor.telemetry.squid.ConfigDiff;
import dev.candor.telemetry.squid.Recording;
import dev.candor.telemetry.squid.RecordingReader;
import dev.candor.telemetry.squid.SnapshotReader;
import dev.candor.telemetry.squid.Telling;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The four recorded runs as one morning at a microscope: moved so that the last one ends now, with
 * the machine file edited before the second and again before the third.
 */
final class DemoRecordings {
  private static final List<String> RUNS = List.of("ok", "abort", "nospace", "crash");

  private DemoRecordings() {}

  /** Reads all of it. */
  static List<Recording> read(Shell shell, DemoFolder folder) {
    Path recordings = shell.root().resolve("hardware-squid").resolve("recordings");
    List<Path> configs = DemoConfig.versions(recordings.resolve("config"), folder.config());
    List<Recording> morning = new ArrayList<>();
    for (int i = 0; i < RUNS.size(); i++) {
      Path config = configs.get(Math.min(i, configs.size() - 1));
      Recording run =
          RecordingReader.create()
              .read(recordings.resolve(RUNS.get(i)), config)
              .orElseThrow(() -> CommandFailure.missing("the recordings are not where they were"));
      morning.add(
          i == 0 ? run : changed(run, configs.get(Math.min(i, configs.size()) - 1), config));
    }
    return endingAt(shell.clock().instant(), morning);
  }

  /** The same run, beginning with what was edited before it. */
  private static Recording changed(Recording run, Path before, Path after) {
    SnapshotReader reader = SnapshotReader.create();
    List<ConfigChange> changes = ConfigDiff.between(reader.read(before), reader.read(after));
    Instant start = run.session().started();
    List<Telling> tellings = new ArrayList<>();
    for (int i = 0; i < changes.size(); i++) {
      tellings.add(new Telling.Happened(changes.get(i), start, start, Status.UNSET, i));
    }
    tellings.addAll(run.tellings());
    return new Recording(run.session(), tellings);
  }

  private static List<Recording> endingAt(Instant now, List<Recording> morning) {
    Duration amount = Duration.between(morning.get(morning.size() - 1).end(), now);
    return morning.stream().map(run -> run.shifted(amount)).toList();
  }
}
