package dev.candor.telemetry.gateway;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.thread.Invocable;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * Reads the body of one request as it comes, and holds no thread while none comes. What it holds is
 * taken from the budget and given back by {@link #release}. Called by one thread at a time, but for
 * the end of its time.
 *
 * <p>A body that is refused is heard out and thrown away: a sender that is answered while it still
 * writes may see a broken connection in place of the answer.
 */
final class BodyReading {
  /** Times the limit of a body: what is longer still is not heard out. */
  private static final int PATIENCE = 4;

  private final Request request;
  private final ReceiverLimits limits;
  private final Budget budget;
  private final Ending ending;
  private final Scheduler.Task clock;
  private ByteArrayOutputStream body = new ByteArrayOutputStream(1 << 10);
  private @Nullable Reply refusal;
  private long seen;
  private int held;
  private boolean ended;

  private BodyReading(
      Request request,
      ReceiverLimits limits,
      Budget budget,
      Ending ending,
      @Nullable Reply refusal) {
    this.request = request;
    this.limits = limits;
    this.budget = budget;
    this.ending = ending;
    this.refusal = refusal;
    this.clock =
        request
            .getComponents()
            .getScheduler()
            .schedule(() -> end(Reply.SLOW), limits.seconds(), TimeUnit.SECONDS);
  }

  /** What becomes of it. Exactly one is called, once. */
  interface Ending {
    /** All of it is here. */
    void read(BodyReading reading);

    /** It is to come again, if it ever does. */
    void failed(Reply reply);
  }

  /**
   * Begins.
   *
   * @param refusal why it will be refused whatever comes; null if nothing is known against it
   */
  static void begin(
      Request request,
      ReceiverLimits limits,
      Budget budget,
      Ending ending,
      @Nullable Reply refusal) {
    Reply known =
        refusal == null && request.getLength() > limits.body() ? Reply.TOO_LARGE : refusal;
    if (known != null && request.getLength() > longest(limits)) {
      ending.failed(known);
    } else {
      new BodyReading(request, limits, budget, ending, known).read();
    }
  }

  private static long longest(ReceiverLimits limits) {
    return (long) PATIENCE * limits.body();
  }

  synchronized byte[] bytes() {
    return body.toByteArray();
  }

  /** Gives its room back; twice is once. */
  synchronized void release() {
    budget.give(held);
    held = 0;
  }

  private void read() {
    while (!isEnded()) {
      Content.Chunk chunk = request.read();
      if (chunk == null) {
        request.demand(Invocable.from(Invocable.InvocationType.NON_BLOCKING, this::read));
        return;
      }
      if (Content.Chunk.isFailure(chunk)) {
        end(Reply.SLOW);
        return;
      }
      boolean last = chunk.isLast();
      add(chunk.getByteBuffer());
      chunk.release();
      if (last || seen > longest(limits)) {
        finish();
      }
    }
  }

  private synchronized void add(ByteBuffer bytes) {
    int more = bytes.remaining();
    seen += more;
    if (ended || refusal != null || more == 0) {
      return;
    }
    if (seen > limits.body()) {
      refuse(Reply.TOO_LARGE);
    } else if (budget.take(more)) {
      held += more;
      byte[] copy = new byte[more];
      bytes.get(copy);
      body.writeBytes(copy);
    } else {
      refuse(Reply.BUSY);
    }
  }

  private void refuse(Reply reply) {
    refusal = reply;
    body = new ByteArrayOutputStream(0);
    release();
  }

  private void finish() {
    if (isFirstToEnd()) {
      if (refusal == null) {
        ending.read(this);
      } else {
        ending.failed(refusal);
      }
    }
  }

  private void end(Reply reply) {
    if (isFirstToEnd()) {
      release();
      ending.failed(reply);
    }
  }

  private synchronized boolean isEnded() {
    return ended;
  }

  private synchronized boolean isFirstToEnd() {
    boolean first = !ended;
    ended = true;
    clock.cancel();
    return first;
  }
}
