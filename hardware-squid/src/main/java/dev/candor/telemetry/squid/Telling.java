package dev.candor.telemetry.squid;

import dev.candor.telemetry.ErrorReport;
import dev.candor.telemetry.Event;
import dev.candor.telemetry.SessionEnd;
import dev.candor.telemetry.SourceTelemetry;
import java.time.Duration;
import java.time.Instant;

/**
 * One thing that a recording has to tell. The same files give equal tellings with equal sequence
 * numbers, so that telling them twice is one item each.
 */
public sealed interface Telling {
  /** Returns when it happened; for an event, when it began. */
  Instant at();

  /** Returns the same telling, later by {@code amount}. */
  Telling shifted(Duration amount);

  /** Says it at the door. */
  void tell(SourceTelemetry door);

  /** An event. */
  record Happened(
      Event event, Instant at, Instant end, SourceTelemetry.Status status, long sequence)
      implements Telling {
    @Override
    public Telling shifted(Duration amount) {
      return new Happened(event, at.plus(amount), end.plus(amount), status, sequence);
    }

    @Override
    public void tell(SourceTelemetry door) {
      door.record(event, at, end, status, sequence);
    }
  }

  /** An error. */
  record Failed(ErrorReport report, Instant at, long sequence) implements Telling {
    @Override
    public Telling shifted(Duration amount) {
      return new Failed(report, at.plus(amount), sequence);
    }

    @Override
    public void tell(SourceTelemetry door) {
      door.error(report, at, sequence);
    }
  }

  /** The end of the session. */
  record Ended(Instant at, SessionEnd reason) implements Telling {
    @Override
    public Telling shifted(Duration amount) {
      return new Ended(at.plus(amount), reason);
    }

    @Override
    public void tell(SourceTelemetry door) {
      door.end(at, reason);
    }
  }
}
