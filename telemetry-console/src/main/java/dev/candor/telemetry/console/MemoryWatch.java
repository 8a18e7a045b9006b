package dev.candor.telemetry.console;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Watches what some processes hold together, until it is asked. */
final class MemoryWatch {
  private final AtomicLong peak = new AtomicLong();
  private volatile boolean asked;

  private MemoryWatch() {}

  static MemoryWatch over(List<Long> pids, long everyNanos) {
    MemoryWatch watch = new MemoryWatch();
    Thread thread =
        new Thread(
            () -> {
              while (!watch.asked) {
                long now = pids.stream().mapToLong(ProcessCost::residentKb).sum();
                watch.peak.accumulateAndGet(now, Math::max);
                LockSupport.parkNanos(everyNanos);
              }
            },
            "candor-bench-memory");
    thread.setDaemon(true);
    thread.start();
    return watch;
  }

  /** The most that they held at once, in kB; it ends the watching. */
  long peakKb() {
    asked = true;
    return peak.get();
  }
}
