package dev.candor.telemetry.outbox;

import dev.candor.telemetry.exporter.Destination;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * Carries what is due to the destinations. One courier per installation works at a time, held by a
 * lock on a file; the others wait and one takes over within 30 s. One daemon thread for each
 * destination, so that a slow one holds up nobody.
 */
public interface Courier extends AutoCloseable {
  /** Creates a courier that is not started. */
  static Courier create(
      Outbox outbox, List<Destination> destinations, SendPolicy policy, Clock clock) {
    SqliteOutbox store = store(outbox);
    return new CourierThreads(store, destinations, policy, clock, store.courierSettings());
  }

  /** Creates one that tries and pauses as an operator says. */
  static Courier create(
      Outbox outbox,
      List<Destination> destinations,
      SendPolicy policy,
      Clock clock,
      Retries retries) {
    SqliteOutbox store = store(outbox);
    return new CourierThreads(
        store, destinations, policy, clock, store.courierSettings().with(retries));
  }

  private static SqliteOutbox store(Outbox outbox) {
    if (outbox instanceof SqliteOutbox store) {
      return store;
    }
    throw new IllegalArgumentException("a courier works on what Outbox.open returned");
  }

  /** Starts its threads. Twice is once. */
  void start();

  /** Tells it that there is something new. Any thread, never blocks. */
  void wake();

  /**
   * Delivers until nothing is due or time is up; pacing is lifted.
   *
   * @return whether every destination has answered for all it is owed
   */
  boolean flush(Duration timeout);

  /** Stops new connections at once and waits for open ones, at most {@code timeout}. */
  void stop(Duration timeout);

  /** {@link #stop} within two seconds. */
  @Override
  void close();
}
