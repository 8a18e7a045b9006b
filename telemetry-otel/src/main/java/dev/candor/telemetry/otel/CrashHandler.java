package dev.candor.telemetry.otel;

import dev.candor.telemetry.ErrorReport.Origin;
import java.lang.Thread.UncaughtExceptionHandler;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Notes errors that end a thread, then does what would have been done without it. Installed while
 * recording only.
 */
final class CrashHandler implements UncaughtExceptionHandler {
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final OtelTelemetry gate;
  private @Nullable UncaughtExceptionHandler previous;
  private boolean installed;

  CrashHandler(OtelTelemetry gate) {
    this.gate = gate;
  }

  /**
   * Puts itself before the handler in place; twice is once, also where somebody else came after:
   * who calls us next must not be the one that we call.
   */
  synchronized void install() {
    if (!installed) {
      installed = true;
      previous = Thread.getDefaultUncaughtExceptionHandler();
      Thread.setDefaultUncaughtExceptionHandler(this);
    }
  }

  /** Puts the earlier handler back, unless somebody else came after. */
  synchronized void remove() {
    if (Thread.getDefaultUncaughtExceptionHandler() == this) {
      Thread.setDefaultUncaughtExceptionHandler(previous);
      installed = false;
    }
  }

  @Override
  public void uncaughtException(Thread thread, Throwable error) {
    try {
      Recording open = gate.recording();
      if (open != null) {
        open.offer(new Signal.Failed(error, Origin.UNCAUGHT, open.now()));
        // Perhaps this ends the program, so the error must be on disk first.
        open.recorder().await(open.recorder().crash(), PATIENCE);
      }
    } catch (RuntimeException | Error e) {
      Warnings.fault("uncaught error");
    } finally {
      pass(thread, error);
    }
  }

  private void pass(Thread thread, Throwable error) {
    UncaughtExceptionHandler before;
    synchronized (this) {
      before = previous;
      if (before == null) {
        // Without any handler the group prints the error as it always did; it would ask us again.
        UncaughtExceptionHandler present = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler(null);
        try {
          thread.getThreadGroup().uncaughtException(thread, error);
        } finally {
          Thread.setDefaultUncaughtExceptionHandler(present);
        }
        return;
      }
    }
    before.uncaughtException(thread, error);
  }
}
