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
 */
final class BodyReading {
  private final Request request;
  private final ReceiverLimits limits;
  private final Budget budget;
  private final Ending ending;
  private final ByteArrayOutputStream body = new ByteArrayOutputStream(1 << 10);
  private final Scheduler.Task clock;
  private int held;
  private boolean ended;

  private BodyReading(Request request, ReceiverLimits limits, Budget budget, Ending ending) {
    this.request = request;
    this.limits = limits;
    this.budget = budget;
    this.ending = ending;
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

  static void begin(Request request, ReceiverLimits limits, Budget budget, Ending ending) {
    if (request.getLength() > limits.body()) {
      ending.failed(Reply.TOO_LARGE);
    } else {
      new BodyReading(request, limits, budget, ending).read();
    }
  }

  byte[] bytes() {
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
      Reply fault = add(chunk.getByteBuffer());
      chunk.release();
      if (fault != null) {
        end(fault);
      } else if (last) {
        finish();
      }
    }
  }

  private synchronized @Nullable Reply add(ByteBuffer bytes) {
    int more = bytes.remaining();
    if (ended || more == 0) {
      return null;
    }
    if (body.size() + more > limits.body()) {
      return Reply.TOO_LARGE;
    }
    if (!budget.take(more)) {
      return Reply.BUSY;
    }
    held += more;
    byte[] copy = new byte[more];
    bytes.get(copy);
    body.writeBytes(copy);
    return null;
  }

  private void finish() {
    if (isFirstToEnd()) {
      ending.read(this);
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
