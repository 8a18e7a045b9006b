package dev.candor.telemetry.gateway;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The threads that read bodies and write to disk; refuses what is too much. */
final class Workers implements Executor {
  // One for each core reads; one more waits for the disk.
  private static final int THREADS = Math.min(8, Runtime.getRuntime().availableProcessors() + 1);
  private static final int WAITING = 256;

  private final ThreadPoolExecutor threads =
      new ThreadPoolExecutor(
          THREADS,
          THREADS,
          1,
          TimeUnit.MINUTES,
          new ArrayBlockingQueue<>(WAITING),
          task -> {
            Thread thread = new Thread(task, "candor-gateway-work");
            thread.setDaemon(true);
            return thread;
          });

  Workers() {
    threads.allowCoreThreadTimeOut(true);
  }

  @Override
  public void execute(Runnable task) {
    threads.execute(task);
  }

  /** Takes no more, and finishes what it has while time is left. */
  void finish(Duration longest) {
    threads.shutdown();
    try {
      if (!threads.awaitTermination(longest.toMillis(), TimeUnit.MILLISECONDS)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
