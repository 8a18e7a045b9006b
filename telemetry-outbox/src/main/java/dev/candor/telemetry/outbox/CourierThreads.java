package dev.candor.telemetry.outbox;

import dev.candor.telemetry.exporter.Destination;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** One daemon thread for each destination, all behind one lock of the installation. */
final class CourierThreads implements Courier {
  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(2);
  private static final long LOOK_MILLIS = 20;
  private static final long LONGEST_WAIT_MILLIS = 30_000;

  private final SqliteOutbox outbox;
  private final Clock clock;
  private final CourierSettings settings;
  private final CourierLock lock;
  private final List<Worker> workers = new ArrayList<>();
  private final AtomicInteger flushing = new AtomicInteger();
  private final AtomicLong flushes = new AtomicLong();
  private volatile boolean stopping;
  private boolean started;

  CourierThreads(
      SqliteOutbox outbox,
      List<Destination> destinations,
      SendPolicy policy,
      Clock clock,
      CourierSettings settings) {
    this.outbox = outbox;
    this.clock = clock;
    this.settings = settings;
    lock = new CourierLock(outbox.isInMemory() ? null : outbox.folder().resolve("courier.lock"));
    for (Destination destination : destinations) {
      workers.add(
          new Worker(
              destination.name(),
              new DestinationTurn(outbox, destination, policy, clock, settings, () -> stopping)));
    }
  }

  @Override
  public synchronized void start() {
    if (!started && !stopping) {
      started = true;
      workers.forEach(worker -> worker.thread.start());
    }
  }

  @Override
  public void wake() {
    workers.forEach(Worker::wake);
  }

  @Override
  public boolean flush(Duration timeout) {
    long deadline = System.nanoTime() + timeout.toNanos();
    flushing.incrementAndGet();
    long flush = flushes.incrementAndGet();
    try {
      wake();
      return settled(
          this::isOwed,
          // Another process may hold the lock: it delivers, and only time ends the wait.
          () -> lock.take() && workers.stream().allMatch(worker -> worker.idle >= flush),
          () -> stopping || System.nanoTime() - deadline >= 0);
    } finally {
      flushing.decrementAndGet();
    }
  }

  /**
   * Waits until nothing is owed, or until nobody has more to do, or it is over.
   *
   * @return whether nothing is owed
   */
  static boolean settled(BooleanSupplier owed, BooleanSupplier idle, BooleanSupplier over) {
    while (owed.getAsBoolean()) {
      if (idle.getAsBoolean() || over.getAsBoolean()) {
        // What was owed a moment ago may have been settled since.
        return !owed.getAsBoolean();
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(LOOK_MILLIS));
      if (Thread.currentThread().isInterrupted()) {
        return false;
      }
    }
    return true;
  }

  private boolean isOwed() {
    return workers.stream().anyMatch(worker -> worker.turn.isOwed());
  }

  @Override
  public void stop(Duration timeout) {
    stopping = true;
    wake();
    long deadline = System.nanoTime() + timeout.toNanos();
    try {
      for (Worker worker : workers) {
        join(worker, Math.max(1, (deadline - System.nanoTime()) / 1_000_000));
      }
      for (Worker worker : workers) {
        // The exchange goes on without an answer: it is booked as uncertain.
        worker.thread.interrupt();
        join(worker, 200);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    workers.forEach(worker -> worker.turn.close());
    lock.close();
  }

  private static void join(Worker worker, long millis) throws InterruptedException {
    if (worker.thread.isAlive()) {
      worker.thread.join(millis);
    }
  }

  @Override
  public void close() {
    stop(CLOSE_TIMEOUT);
  }

  private final class Worker {
    final DestinationTurn turn;
    final Thread thread;

    /** The newest flush for which this destination found nothing more to do. */
    volatile long idle;

    private volatile boolean woken;

    Worker(String name, DestinationTurn turn) {
      this.turn = turn;
      thread = new Thread(this::work, "candor-courier-" + name);
      thread.setDaemon(true);
    }

    void wake() {
      woken = true;
      LockSupport.unpark(thread);
    }

    private void work() {
      while (!stopping) {
        woken = false;
        long flush = flushes.get();
        long next = lock.take() ? step() : clock.millis() + settings.takeOver().toMillis();
        if (next > 0) {
          idle = flush;
          await(next - clock.millis());
        }
      }
    }

    private long step() {
      try {
        outbox.housekeepIfDue();
        return turn.step(flushing.get() > 0);
      } catch (RuntimeException e) {
        outbox.countFault("courier");
        return clock.millis() + settings.poll().toMillis();
      }
    }

    // Real time, whatever the clock says: a wake ends the wait, and so does half a minute.
    private void await(long millis) {
      if (!woken && !stopping) {
        LockSupport.parkNanos(
            TimeUnit.MILLISECONDS.toNanos(Math.max(1, Math.min(millis, LONGEST_WAIT_MILLIS))));
      }
    }
  }
}
