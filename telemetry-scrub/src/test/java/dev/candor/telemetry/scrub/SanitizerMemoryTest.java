package dev.candor.telemetry.scrub;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Ordinary lines of logs cost no memory. */
class SanitizerMemoryTest {
  private static final List<String> LINES =
      List.of(
          "2026-11-20 10:17:28,123 INFO http.Server: Finished task 81 in stage 135 (took 92 ms)",
          "2026-11-04 10:19:19,347 INFO http.Server: Objective changed, moving to x=53.25 mm",
          "[pool-2-thread-7] DEBUG c.e.scope.StageControl - GET /api/v1/items took 12.5 ms",
          "Retry 3 of 5 after a timeout of 250 ms: connection reset by peer");

  private final Sanitizer sanitizer = Sanitizer.create(KnownValues.none());
  private final com.sun.management.ThreadMXBean threads =
      (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

  @Test
  void sanitize_cleanLines_allocatesNothing() {
    readAll();
    long least = Long.MAX_VALUE;
    // The least of several: the virtual machine may allocate for itself meanwhile.
    for (int round = 0; round < 20; round++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      boolean clean = readAll();
      least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
      assertThat(clean).isTrue();
    }

    assertThat(least).isZero();
  }

  private boolean readAll() {
    boolean clean = true;
    for (int i = 0; i < LINES.size(); i++) {
      String line = LINES.get(i);
      clean &= sanitizer.sanitize("", line, Carrier.LOG_BODY).equals(line);
    }
    return clean;
  }
}
