package dev.candor.telemetry.squid;

import dev.candor.telemetry.SourceSession;
import dev.candor.telemetry.SourceTelemetry;
import dev.candor.telemetry.Telemetry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * One session of a Squid, read from its files: what it was and all that it has to tell, in the
 * order in which it happened. Immutable. Made by {@link RecordingReader}.
 *
 * @param session the session
 * @param tellings what happened; the last one ends the session, unless it still runs
 */
public record Recording(SourceSession session, List<Telling> tellings) {
  /** Copies the list. */
  public Recording {
    tellings = List.copyOf(tellings);
  }

  /** Returns when the session ended. */
  public Instant end() {
    return tellings.isEmpty() ? session.started() : tellings.get(tellings.size() - 1).at();
  }

  /** Returns the same recording moved as a whole, so that it ends at {@code end}. */
  public Recording endingAt(Instant end) {
    return shifted(Duration.between(end(), end));
  }

  /** Returns the same recording, later by {@code amount}. */
  public Recording shifted(Duration amount) {
    SourceSession moved =
        new SourceSession(
            session.source(),
            session.run(),
            session.version(),
            session.environment(),
            session.started().plus(amount));
    return new Recording(moved, tellings.stream().map(telling -> telling.shifted(amount)).toList());
  }

  /**
   * Returns the same recording with changes of the configuration that were found at its start.
   *
   * @param changes what {@link ConfigDiff} found
   */
  public Recording withChanges(List<ConfigChange> changes) {
    List<Telling> told = new ArrayList<>(tellings);
    int at = 0;
    while (at < told.size() && !told.get(at).at().isAfter(session.started())) {
      at++;
    }
    for (int i = 0; i < changes.size(); i++) {
      Telling change =
          new Telling.Happened(
              changes.get(i),
              session.started(),
              session.started(),
              SourceTelemetry.Status.UNSET,
              i);
      told.add(at + i, change);
    }
    return new Recording(session, told);
  }

  /** Tells all of it; never throws, as the door never does. */
  public void tell(Telemetry telemetry) {
    SourceTelemetry door = telemetry.source(session);
    tellings.forEach(telling -> telling.tell(door));
  }
}
