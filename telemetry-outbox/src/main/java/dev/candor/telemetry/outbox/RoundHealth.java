package dev.candor.telemetry.outbox;

import java.sql.SQLException;
import java.time.Duration;

/**
 * How a destination did in one round of bodies that were in the air together. However many of them
 * fail, it is one failure in a row; and a pause that one answer asked for is not ended by the
 * others that were taken. One thread.
 */
final class RoundHealth {
  private final String destination;
  private final CourierSettings settings;
  private final long now;
  private long before = -1;
  private boolean worked;
  private boolean failed;
  private boolean failedAsAWhole;
  private long pausedUntil;

  RoundHealth(String destination, CourierSettings settings, long now) {
    this.destination = destination;
    this.settings = settings;
    this.now = now;
  }

  /** Tells whether anything failed. */
  boolean isFailed() {
    return failed;
  }

  /** Notes an answer that speaks of a body only: the destination works. */
  void worked(Queue queue) throws SQLException {
    worked = true;
    note(queue);
  }

  /**
   * Notes a failure. The circuit breaker: too many in a row pause everything, then one body is the
   * probe.
   *
   * @param asked the pause that the destination asked for, or zero
   * @param everything whether it speaks of the destination and not of one body
   */
  void failed(Queue queue, Duration asked, boolean everything) throws SQLException {
    failed = true;
    failedAsAWhole |= everything;
    if (everything || !worked) {
      long failures = before(queue) + 1;
      long beyond = everything ? failures : failures - settings.tripAfter() + 1;
      if (beyond >= 1) {
        pausedUntil = Math.max(pausedUntil, now + settings.pause(asked, beyond).toMillis());
      }
    }
    note(queue);
  }

  private void note(Queue queue) throws SQLException {
    long first = before(queue);
    if (failedAsAWhole || (failed && !worked)) {
      queue.health(destination, first + 1, pausedUntil);
    } else {
      queue.health(destination, 0, 0);
    }
  }

  private long before(Queue queue) throws SQLException {
    if (before < 0) {
      before = queue.failures(destination);
    }
    return before;
  }
}
