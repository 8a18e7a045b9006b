package dev.candor.telemetry.otel;

import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/** What others want done once all signals before their request are stored. Any thread adds. */
final class Requests {
  private final Queue<Request> waiting = new ConcurrentLinkedQueue<>();

  private record Request(
      long position, Consumer<RecorderSession> work, CompletableFuture<Void> done) {}

  /** Adds work; it completes when done, and is cancelled if it never will be. */
  CompletableFuture<Void> add(long position, Consumer<RecorderSession> work) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    waiting.add(new Request(position, work, done));
    return done;
  }

  boolean isEmpty() {
    return waiting.isEmpty();
  }

  /** Does what is due once {@code taken} signals have been taken; tells whether anything was. */
  boolean serve(long taken, RecorderSession session) {
    boolean served = false;
    Request request = waiting.peek();
    while (request != null && taken >= request.position()) {
      waiting.poll();
      Consumer<RecorderSession> work = request.work();
      session.run(() -> work.accept(session));
      request.done().complete(null);
      served = true;
      request = waiting.peek();
    }
    return served;
  }

  /** Nobody may take what still waits for stored. */
  void cancel() {
    for (Request request; (request = waiting.poll()) != null; ) {
      request.done().cancel(false);
    }
  }
}
