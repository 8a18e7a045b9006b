package dev.candor.telemetry.otel;

import dev.candor.telemetry.ConsentAnswer;
import dev.candor.telemetry.SessionEnd;
import java.time.Duration;
import java.time.Instant;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The thread behind one {@link Recording}: empties the queue in groups, one commit each, looks at
 * the answer twice a second, and beats for the session.
 */
final class Recorder implements Runnable {
  private static final long LINGER = TimeUnit.MILLISECONDS.toNanos(10);
  private static final long LOOK = TimeUnit.MILLISECONDS.toNanos(500);
  private static final long BEAT = TimeUnit.SECONDS.toNanos(30);
  private static final int GROUP = 2000;

  private final ConsentAnswer answer;
  private final DropOldestQueue<Signal> queue;
  private final RecorderParts parts;
  private final Instant start;
  private final Thread thread;
  private final Queue<Request> requests = new ConcurrentLinkedQueue<>();
  private final CompletableFuture<Storage> opened = new CompletableFuture<>();
  private final CompletableFuture<Void> ended = new CompletableFuture<>();

  private volatile boolean idle;
  private volatile boolean sending = true;
  private volatile @Nullable Ending ending;
  private long looked;
  private long beaten;

  Recorder(
      ConsentAnswer answer, DropOldestQueue<Signal> queue, RecorderParts parts, Instant start) {
    this.answer = answer;
    this.queue = queue;
    this.parts = parts;
    this.start = start;
    this.thread = new Thread(this, "candor-recorder");
    thread.setDaemon(true);
  }

  /** Something to do once all signals up to a position are stored. */
  private record Request(long position, Work work, CompletableFuture<Void> done) {}

  /** Work on the recorder's thread. */
  @FunctionalInterface
  private interface Work {
    void run(RecorderSession session);
  }

  /** How a recording ends. */
  enum Ending {
    /** The program ends: what waits is stored. */
    EXIT,
    /** The answer grew: what waits is stored, and the session ends. */
    CHANGED,
    /** The answer shrank: what waits is thrown away. */
    WITHDRAWN
  }

  void start() {
    thread.start();
  }

  /** Wakes the thread if it sleeps. */
  void nudge() {
    if (idle) {
      LockSupport.unpark(thread);
    }
  }

  /** The storage once it is open. */
  CompletableFuture<Storage> storage() {
    return opened;
  }

  /** Stores everything offered before this call and closes the day's counts. */
  CompletableFuture<Void> flush() {
    return request(session -> session.storage().closeDays());
  }

  /** Stores everything offered before this call and notes that an uncaught error came. */
  CompletableFuture<Void> crash() {
    return request(RecorderSession::crash);
  }

  private CompletableFuture<Void> request(Work work) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    requests.add(new Request(queue.accepted(), work, done));
    LockSupport.unpark(thread);
    if (ended.isDone()) {
      done.cancel(false);
    }
    return done;
  }

  /** Ends the recording; the first call decides how. Returns what completes when all is closed. */
  CompletableFuture<Void> end(Ending how) {
    if (ending == null) {
      if (how == Ending.WITHDRAWN) {
        sending = false;
      }
      ending = how;
    }
    LockSupport.unpark(thread);
    return ended;
  }

  boolean isOwnThread() {
    return Thread.currentThread() == thread;
  }

  @Override
  public void run() {
    try {
      Ending already = ending;
      if (already == Ending.WITHDRAWN) {
        discard();
        Purge.run(parts);
        return;
      }
      try (RecorderSession session = RecorderSession.open(answer, parts, start, () -> sending)) {
        opened.complete(session.storage());
        session.begin();
        work(session);
        end(session);
      }
    } catch (Throwable e) {
      // The thread is ours; the application must not see it die.
      Warnings.fault("recorder");
      if (e instanceof LinkageError) {
        Warnings.once(
            "telemetry is off: a class of the engine cannot be loaded; on a module path give"
                + " --add-modules ALL-MODULE-PATH,java.net.http,java.sql");
      }
      parts.losses().add(Loss.FAULT);
    } finally {
      opened.cancel(false);
      ended.complete(null);
      finish();
    }
  }

  private void work(RecorderSession session) {
    looked = System.nanoTime();
    beaten = looked;
    while (ending == null) {
      boolean worked = drain(session);
      look(session);
      if (!worked) {
        pause();
      }
    }
  }

  /** Takes one group; tells whether there was anything to do. */
  private boolean drain(RecorderSession session) {
    int taken = 0;
    for (Signal signal; taken < GROUP && (signal = queue.poll()) != null; taken++) {
      session.handle(signal);
    }
    session.commit();
    boolean served = serve(session);
    return taken > 0 || served;
  }

  private boolean serve(RecorderSession session) {
    boolean served = false;
    Request request = requests.peek();
    while (request != null && queue.taken() >= request.position()) {
      requests.poll();
      Work work = request.work();
      session.run(() -> work.run(session));
      request.done().complete(null);
      served = true;
      request = requests.peek();
    }
    return served;
  }

  private void look(RecorderSession session) {
    long now = System.nanoTime();
    if (now - looked >= LOOK) {
      looked = now;
      session.run(parts.recheck());
    }
    if (now - beaten >= BEAT) {
      beaten = now;
      session.run(session::beat);
    }
  }

  private void pause() {
    idle = true;
    if (queue.size() == 0 && requests.isEmpty() && ending == null) {
      LockSupport.parkNanos(this, LOOK);
    }
    idle = false;
    // Others follow the first within moments: one commit for all of them.
    if (requests.isEmpty() && ending == null && queue.size() > 0) {
      LockSupport.parkNanos(this, LINGER);
    }
  }

  private void end(RecorderSession session) {
    Ending how = ending;
    if (how == Ending.WITHDRAWN) {
      session.run(session::stopSending);
      discard();
      session.run(session::forget);
      return;
    }
    while (queue.size() > 0 && drain(session)) {
      session.run(session::beat);
    }
    drain(session);
    SessionEnd reason = how == Ending.EXIT ? SessionEnd.EXIT : SessionEnd.CONSENT_CHANGED;
    session.run(() -> session.end(reason));
  }

  private void discard() {
    while (queue.poll() != null) {
      parts.losses().add(Loss.WITHDRAWN);
    }
  }

  private void finish() {
    for (Request request; (request = requests.poll()) != null; ) {
      // Nobody may take this for stored.
      request.done().cancel(false);
    }
  }

  /** Waits for a stage of the thread's life, but not for ever and not on the thread itself. */
  boolean await(CompletableFuture<?> stage, Duration timeout) {
    return !isOwnThread() && Futures.await(stage, timeout);
  }
}
