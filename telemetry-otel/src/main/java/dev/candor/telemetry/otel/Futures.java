package dev.candor.telemetry.otel;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Bounded waiting. */
final class Futures {
  private Futures() {}

  /** Waits; tells whether the stage completed in time. An interrupt ends the wait and stays. */
  static boolean await(CompletableFuture<?> stage, Duration timeout) {
    try {
      stage.get(Math.max(0, timeout.toNanos()), TimeUnit.NANOSECONDS);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException | CancellationException | TimeoutException e) {
      return false;
    } catch (ArithmeticException e) {
      // Longer than nanoseconds can say.
      return await(stage, Duration.ofDays(1));
    }
  }
}
