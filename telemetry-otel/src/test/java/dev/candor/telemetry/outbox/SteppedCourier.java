package dev.candor.telemetry.outbox;

import dev.candor.telemetry.exporter.Destination;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Random;

/** A courier without threads: it does one thing each time it is told to. One thread. */
public final class SteppedCourier implements Courier {
  private static final int MOST_STEPS = 1_000;
  private static final CourierSettings SETTINGS =
      new CourierSettings(
          Duration.ofMinutes(5),
          Duration.ofSeconds(1),
          Duration.ofSeconds(10),
          Duration.ofSeconds(2),
          2,
          Duration.ofHours(1),
          Duration.ofDays(1),
          5,
          Duration.ofHours(1),
          64 << 10,
          1,
          new Random(7));

  private final SqliteOutbox outbox;
  private final DestinationTurn turn;
  private final CourierLock lock;
  private boolean stopped;

  /** Creates it for one destination. */
  public SteppedCourier(Outbox outbox, Destination destination, SendPolicy policy, Clock clock) {
    this.outbox = (SqliteOutbox) outbox;
    this.turn =
        new DestinationTurn(this.outbox, destination, policy, clock, SETTINGS, () -> stopped);
    this.lock = new CourierLock(this.outbox.folder().resolve("courier.lock"));
  }

  /** Does one thing, if this is the courier at work; tells whether there is more to do at once. */
  public boolean step() {
    if (stopped || !lock.take()) {
      return false;
    }
    outbox.housekeepIfDue();
    return turn.step(true) == 0;
  }

  /** Runs statements on the store's own connection: how faults are planted in it. */
  public static void execute(Outbox outbox, String... statements) {
    ((SqliteOutbox) outbox)
        .run(
            0,
            store -> {
              store.db.execute(statements);
              return 0;
            });
  }

  /** Opens a store and closes it again, so that SQLite's library is loaded. */
  public static void warmUp(Path folder, Clock clock) {
    Outbox.open(folder, Outbox.Limits.defaults(), clock).close();
  }

  @Override
  public void start() {
    stopped = false;
  }

  @Override
  public void wake() {
    // It moves when it is told to.
  }

  @Override
  public boolean flush(Duration timeout) {
    for (int i = 0; i < MOST_STEPS; i++) {
      if (!step()) {
        return !turn.isOwed();
      }
    }
    throw new AssertionError("the courier does not come to rest");
  }

  @Override
  public void stop(Duration timeout) {
    stopped = true;
    turn.close();
    lock.close();
  }

  @Override
  public void close() {
    stop(Duration.ZERO);
  }
}
