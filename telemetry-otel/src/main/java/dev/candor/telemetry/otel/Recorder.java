package dev.candor.telemetry.otel;

import dev.candor.telemetry.ConsentAnswer;
import dev.candor.telemetry.SessionEnd;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The work behind one {@link Recording}: empties the queue in groups, one commit each, looks at the
 * answer twice a second, and beats for the session. {@link #run} is the whole of it, on a thread of
 * its own; its stages are {@link #begin}, {@link #turn} and {@link #finish}.
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
  private final Surroundings.Drive drive;
  private final Requests requests = new Requests();
  private final CompletableFuture<Storage> opened = new CompletableFuture<>();
  private final CompletableFuture<Void> ended = new CompletableFuture<>();

  private volatile boolean idle;
  private volatile boolean sending = true;
  private volatile @Nullable Ending ending;
  private @Nullable RecorderSession session;
  private long looked;
  private long beaten;

  Recorder(
      ConsentAnswer answer, DropOldestQueue<Signal> queue, RecorderParts parts, Instant start) {
    this.answer = answer;
    this.queue = queue;
    this.parts = parts;
    this.start = start;
    this.drive = parts.surroundings().drive(this);
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
    drive.start();
  }

  /** Wakes the thread if it sleeps. */
  void nudge() {
    if (idle) {
      drive.wake();
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

  private CompletableFuture<Void> request(Consumer<RecorderSession> work) {
    CompletableFuture<Void> done = requests.add(queue.accepted(), work);
    drive.wake();
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
    drive.wake();
    return ended;
  }

  boolean isOwnThread() {
    return drive.isOwnThread();
  }

  @Override
  public void run() {
    begin();
    looked = System.nanoTime();
    beaten = looked;
    while (isOpen()) {
      boolean worked = turn();
      look();
      if (!worked) {
        pause();
      }
    }
    finish();
  }

  /** Opens what the recording needs; nothing if it has been withdrawn already. */
  void begin() {
    guard(
        () -> {
          if (ending == Ending.WITHDRAWN) {
            discard();
            Purge.run(parts);
            return;
          }
          RecorderSession made = RecorderSession.open(answer, parts, start, () -> sending);
          session = made;
          opened.complete(made.storage());
          made.begin();
        });
  }

  /** Tells whether there are turns to come. */
  boolean isOpen() {
    return session != null && ending == null;
  }

  /** Stores one group and serves who waits for it; tells whether there was anything to do. */
  boolean turn() {
    boolean[] worked = {false};
    RecorderSession open = session;
    if (open != null && !guard(() -> worked[0] = drain(open))) {
      close();
    }
    return worked[0];
  }

  /** Ends the session as asked, and closes everything. */
  void finish() {
    RecorderSession open = session;
    if (open != null) {
      guard(() -> end(open));
    }
    close();
    opened.cancel(false);
    ended.complete(null);
    requests.cancel();
  }

  /** Ends without a word, as a kill would: nothing more is stored or closed. */
  void abandon() {
    RecorderSession open = session;
    if (open != null) {
      open.abandon();
      session = null;
    }
    finish();
  }

  private void close() {
    RecorderSession open = session;
    session = null;
    if (open != null) {
      open.close();
    }
  }

  // The thread is ours; the application must not see it die.
  private boolean guard(Runnable stage) {
    try {
      stage.run();
      return true;
    } catch (Throwable e) {
      Warnings.fault("recorder");
      if (e instanceof LinkageError) {
        Warnings.once(
            "telemetry is off: a class of the engine cannot be loaded; on a module path give"
                + " --add-modules ALL-MODULE-PATH,java.net.http,java.sql");
      }
      parts.losses().add(Loss.FAULT);
      return false;
    }
  }

  /** Takes one group; tells whether there was anything to do. */
  private boolean drain(RecorderSession session) {
    int taken = 0;
    for (Signal signal; taken < GROUP && (signal = queue.poll()) != null; taken++) {
      session.handle(signal);
    }
    session.commit();
    boolean served = requests.serve(queue.taken(), session);
    return taken > 0 || served;
  }

  private void look() {
    RecorderSession open = session;
    long now = System.nanoTime();
    if (open != null && now - looked >= LOOK) {
      looked = now;
      open.run(parts.recheck());
    }
    if (open != null && now - beaten >= BEAT) {
      beaten = now;
      open.run(open::beat);
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

  /** Waits for a stage of the thread's life, but not for ever and not on the thread itself. */
  boolean await(CompletableFuture<?> stage, Duration timeout) {
    return !isOwnThread() && Futures.await(stage, timeout);
  }
}
