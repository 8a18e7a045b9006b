package dev.candor.telemetry;

import java.time.Instant;

/**
 * The door for a program that is only watched: the same events with explicit times and a source
 * key.
 *
 * <p>The id of each item derives from (source, run, kind, sequence), so that telling the same thing
 * twice is one item. Like all of {@link Telemetry}: any thread, no I/O on the caller, never throws.
 */
public interface SourceTelemetry {
  /**
   * Records one event.
   *
   * @param event what happened
   * @param start when it began
   * @param end when it ended; before {@code start} counts as {@code start}
   * @param status how it ended
   * @param sequence the event's number among those of its type in this run
   */
  void record(Event event, Instant start, Instant end, Status status, long sequence);

  /** Records one error, with its place among the errors of this run. */
  void error(ErrorReport report, Instant at, long sequence);

  /** Ends the session. */
  void end(Instant at, SessionEnd reason);

  /** How something ended; becomes the span's status. */
  enum Status {
    /** Nothing is said. */
    UNSET,
    /** It did what it should. */
    OK,
    /** It failed. */
    ERROR
  }
}
