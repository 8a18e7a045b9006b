package dev.candor.telemetry.otel;

import dev.candor.telemetry.Activity;
import dev.candor.telemetry.Event;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * An activity of this process. It belongs to the recording that it began in: under another answer
 * it is not told.
 */
final class OtelActivity<E extends Event> implements Activity<E> {
  private final OtelTelemetry gate;
  private final Recording recording;
  private final Class<E> type;
  private final Instant start;
  private final AtomicBoolean ended = new AtomicBoolean();

  OtelActivity(OtelTelemetry gate, Recording recording, Class<E> type) {
    this.gate = gate;
    this.recording = recording;
    this.type = type;
    this.start = recording.now();
  }

  @Override
  public void complete(E result) {
    // A result that cannot be told still ends it.
    end(type.isInstance(result) ? result : null, Signal.Outcome.COMPLETED, null);
  }

  @Override
  public void cancel() {
    end(null, Signal.Outcome.CANCELLED, null);
  }

  @Override
  public void fail(Throwable error) {
    end(null, Signal.Outcome.FAILED, error);
  }

  @Override
  public void close() {
    end(null, Signal.Outcome.ABANDONED, null);
  }

  private void end(@Nullable E result, Signal.Outcome outcome, @Nullable Throwable error) {
    if (!ended.compareAndSet(false, true)) {
      return;
    }
    if (gate.recording() != recording) {
      recording.outlived();
      return;
    }
    recording.offer(new Signal.Ended(type, result, outcome, error, start, recording.now()));
  }
}
