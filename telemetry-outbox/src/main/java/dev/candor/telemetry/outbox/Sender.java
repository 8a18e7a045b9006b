package dev.candor.telemetry.outbox;

import dev.candor.telemetry.exporter.Destination;
import dev.candor.telemetry.exporter.Outcome;
import dev.candor.telemetry.exporter.Outcome.DropReason;
import dev.candor.telemetry.outbox.Bodies.Body;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Calls {@link Destination#send} so that whatever it does, an outcome comes of it in time. Each
 * call in the air has a thread, which ends when it is idle. Used by one thread.
 */
final class Sender {
  private static final long IDLE_SECONDS = 5;

  private final Destination destination;
  private final Duration timeout;
  private final Faults faults;
  private final ExecutorService threads;
  private final List<Call> stuck = new ArrayList<>();

  Sender(Destination destination, Duration timeout, Faults faults) {
    this.destination = destination;
    this.timeout = timeout;
    this.faults = faults;
    threads =
        new ThreadPoolExecutor(
            0,
            Integer.MAX_VALUE,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            task -> {
              Thread created = new Thread(task, "candor-send-" + destination.name());
              created.setDaemon(true);
              return created;
            });
  }

  /** Tells whether an exchange that was given up still runs; others would pile up beside it. */
  boolean isStuck() {
    stuck.removeIf(call -> !call.isRunning());
    return !stuck.isEmpty();
  }

  /**
   * Sends all of them at once, each once. Fatal errors of the virtual machine pass through; an
   * interrupt is kept.
   *
   * @param listener called on this thread
   */
  void send(List<Body> bodies, Listener listener) {
    BlockingQueue<Call> ended = new LinkedBlockingQueue<>();
    Set<Call> open = new LinkedHashSet<>();
    for (Body body : bodies) {
      Call call = new Call(body, ended);
      open.add(call);
      call.future = threads.submit(call);
    }
    long deadline = System.nanoTime() + 2 * timeout.toNanos();
    while (!open.isEmpty()) {
      Call call;
      try {
        call = ended.poll(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
      } catch (InterruptedException e) {
        giveUp(open, listener);
        Thread.currentThread().interrupt();
        return;
      }
      if (call == null) {
        stuck.addAll(open);
        faults.count("destination_send");
        giveUp(open, listener);
        return;
      }
      List<Call> calls = new ArrayList<>(List.of(call));
      ended.drainTo(calls);
      try {
        for (Call one : calls) {
          open.remove(one);
          listener.told(one.body, outcome(one));
        }
      } finally {
        listener.toldAll();
      }
    }
  }

  /** They may have been taken: a hang is no refusal. */
  private static void giveUp(Set<Call> open, Listener listener) {
    for (Call call : open) {
      Future<?> future = call.future;
      if (future != null) {
        future.cancel(true);
      }
    }
    open.forEach(call -> listener.told(call.body, new Outcome.Uncertain()));
    listener.toldAll();
  }

  private Outcome outcome(Call call) {
    if (call.failure instanceof VirtualMachineError fatal) {
      throw fatal;
    }
    Outcome outcome = call.outcome;
    if (outcome == null) {
      faults.count("destination_send");
      return new Outcome.Dropped(DropReason.FAULT);
    }
    return outcome;
  }

  void close() {
    threads.shutdownNow();
  }

  /** Who hears what came of it. */
  interface Listener {
    /** Hears of each body once, as soon as there is an outcome. */
    void told(Body body, Outcome outcome);

    /** Nothing more is known at this time. */
    void toldAll();
  }

  /** One exchange. A future that was cancelled does not tell whether its call still runs. */
  private final class Call implements Runnable {
    final Body body;
    @Nullable Future<?> future;
    @Nullable Outcome outcome;
    @Nullable Throwable failure;
    private final BlockingQueue<Call> ended;
    private volatile boolean running;

    Call(Body body, BlockingQueue<Call> ended) {
      this.body = body;
      this.ended = ended;
    }

    boolean isRunning() {
      return running;
    }

    @Override
    public void run() {
      running = true;
      try {
        outcome = destination.send(body.sealed(), timeout);
      } catch (Throwable e) {
        failure = e; // told by the thread that waits
      } finally {
        running = false;
        ended.add(this);
      }
    }
  }
}
