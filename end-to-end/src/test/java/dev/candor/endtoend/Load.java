package dev.candor.endtoend;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;

/** Lets an application record and send in a thread of its own, in rounds. One thread asks. */
final class Load implements AutoCloseable {
  private static final int BATCHES = 5;
  private static final int ERRORS = 5;
  private static final Duration FLUSH = Duration.ofMillis(200);
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Lab lab;
  private final Semaphore permits = new Semaphore(0);
  private final AtomicInteger done = new AtomicInteger();
  private final Thread thread = new Thread(this::run, "load");
  private int asked;

  private Load(Lab lab) {
    this.lab = lab;
    thread.setDaemon(true);
    thread.start();
  }

  static Load on(Lab lab) {
    return new Load(lab);
  }

  /** Begins a round, and returns when some of it is on its way and most of it is not. */
  void round() {
    asked += BATCHES;
    int before = done.get();
    permits.release(BATCHES);
    Awaitility.await().atMost(PATIENCE).until(() -> done.get() > before);
  }

  /** How many errors all rounds have. */
  int errors() {
    return asked * ERRORS;
  }

  /** Waits until everything is recorded. */
  @Override
  public void close() {
    Awaitility.await().atMost(PATIENCE).until(() -> done.get() == asked);
    thread.interrupt();
  }

  private void run() {
    try {
      while (true) {
        permits.acquire();
        lab.fail(ERRORS);
        lab.flush(FLUSH);
        done.incrementAndGet();
      }
    } catch (InterruptedException over) {
      Thread.currentThread().interrupt();
    }
  }
}
