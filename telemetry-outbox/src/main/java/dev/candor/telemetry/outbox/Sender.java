package dev.candor.telemetry.outbox;

import dev.candor.telemetry.exporter.Destination;
import dev.candor.telemetry.exporter.Outcome;
import dev.candor.telemetry.exporter.Outcome.DropReason;
import dev.candor.telemetry.exporter.Sealed;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Calls {@link Destination#send} so that whatever it does, an outcome comes of it in time. The call
 * runs on a thread of its own, which ends when it is idle.
 */
final class Sender {
  private static final long IDLE_SECONDS = 5;

  private final Destination destination;
  private final Duration timeout;
  private final Faults faults;
  private final ExecutorService thread;
  private @Nullable Future<Outcome> stuck;

  Sender(Destination destination, Duration timeout, Faults faults) {
    this.destination = destination;
    this.timeout = timeout;
    this.faults = faults;
    ThreadPoolExecutor one =
        new ThreadPoolExecutor(
            1,
            1,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> {
              Thread created = new Thread(task, "candor-send-" + destination.name());
              created.setDaemon(true);
              return created;
            });
    one.allowCoreThreadTimeOut(true);
    thread = one;
  }

  /** Tells whether an exchange that was given up still runs; another would pile up behind it. */
  boolean isStuck() {
    return stuck != null && !stuck.isDone();
  }

  /** Sends once. Fatal errors of the virtual machine pass through; an interrupt is kept. */
  Outcome send(Sealed sealed) {
    Future<Outcome> exchange = thread.submit(() -> destination.send(sealed, timeout));
    try {
      Outcome outcome = exchange.get(2 * timeout.toMillis(), TimeUnit.MILLISECONDS);
      if (outcome != null) {
        return outcome;
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof VirtualMachineError fatal) {
        throw fatal;
      }
    } catch (TimeoutException e) {
      // It may have been taken: a hang is no refusal.
      stuck = exchange;
      exchange.cancel(true);
      faults.count("destination_send");
      return new Outcome.Uncertain();
    } catch (InterruptedException e) {
      exchange.cancel(true);
      Thread.currentThread().interrupt();
      return new Outcome.Uncertain();
    }
    faults.count("destination_send");
    return new Outcome.Dropped(DropReason.FAULT);
  }

  void close() {
    thread.shutdownNow();
  }
}
