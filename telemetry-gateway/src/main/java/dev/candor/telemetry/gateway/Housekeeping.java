package dev.candor.telemetry.gateway;

import dev.candor.telemetry.gateway.GatewayCounts.Name;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Deletes what is too old from stores that no courier looks after: at once, and then again and
 * again, whether anything comes or not. One daemon thread for all of them.
 */
final class Housekeeping implements AutoCloseable {
  private final ScheduledThreadPoolExecutor timer =
      new ScheduledThreadPoolExecutor(
          1,
          task -> {
            Thread thread = new Thread(task, "candor-gateway-housekeeping");
            thread.setDaemon(true);
            return thread;
          });
  private final GatewayCounts counts;

  private Housekeeping(GatewayCounts counts) {
    this.counts = counts;
  }

  static Housekeeping start(List<Runnable> looks, Duration pause, GatewayCounts counts) {
    Housekeeping housekeeping = new Housekeeping(counts);
    for (Runnable look : looks) {
      // Nobody waits for its end: what it throws is counted within.
      Future<?> unused =
          housekeeping.timer.scheduleWithFixedDelay(
              () -> housekeeping.look(look), 0, pause.toMillis(), TimeUnit.MILLISECONDS);
    }
    return housekeeping;
  }

  // A timer forgets a task that throws.
  private void look(Runnable look) {
    try {
      look.run();
    } catch (RuntimeException e) {
      counts.add(Name.FAULTS, "", "housekeeping", 1);
    }
  }

  /** Begins no more looks. */
  @Override
  public void close() {
    timer.shutdown();
  }
}
