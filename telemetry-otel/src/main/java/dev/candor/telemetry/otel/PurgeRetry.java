package dev.candor.telemetry.otel;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/**
 * Goes on with a withdrawal that could not be finished at once, because somebody reads the store,
 * the disk is full, or other processes are in the way. Ends when this or another process has
 * finished it, when recording begins again (which finishes it first), and with the runtime; then
 * the next start finishes it.
 */
final class PurgeRetry {
  private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
  // Also how long a thread can outlive its runtime.
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(4);

  private final RecorderParts parts;
  private final BooleanSupplier off;
  private final AtomicBoolean running = new AtomicBoolean();

  /**
   * Creates it.
   *
   * @param off whether the runtime lives and records nothing
   */
  PurgeRetry(RecorderParts parts, BooleanSupplier off) {
    this.parts = parts;
    this.off = off;
  }

  /** Begins, if something is left to delete and nobody is at it. Any thread. */
  void begin() {
    if (isOwed() && running.compareAndSet(false, true)) {
      tryAfter(FIRST_PAUSE);
    }
  }

  private void tryAfter(Duration pause) {
    parts
        .surroundings()
        .runLater(
            "candor-withdrawal",
            pause,
            () -> {
              step();
              if (isOwed()) {
                Duration twice = pause.multipliedBy(2);
                tryAfter(twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE);
              } else {
                running.set(false);
              }
            });
  }

  private void step() {
    try {
      parts.consent().refresh();
      if (isOwed()) {
        Purge.run(parts);
      }
    } catch (RuntimeException | Error e) {
      Warnings.fault("withdrawal");
    }
  }

  private boolean isOwed() {
    return off.getAsBoolean() && parts.consent().pendingPurge() != 0;
  }
}
