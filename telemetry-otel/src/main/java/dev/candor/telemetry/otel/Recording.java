package dev.candor.telemetry.otel;

import dev.candor.telemetry.ConsentAnswer;
import dev.candor.telemetry.Event;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * What the gate opens to: recording under one grant, from a yes until the answer changes. Takes
 * references from callers into a bounded queue; never blocks, never throws.
 */
final class Recording {
  private static final int QUEUE = 8192;

  private final ConsentAnswer answer;
  private final Vocabulary vocabulary;
  private final Clock clock;
  private final Tally losses;
  private final DropOldestQueue<Signal> queue = new DropOldestQueue<>(QUEUE);
  private final Recorder recorder;

  Recording(ConsentAnswer answer, RecorderParts parts) {
    this.answer = answer;
    this.vocabulary = parts.vocabulary();
    this.clock = parts.settings().clock();
    this.losses = parts.losses();
    this.recorder = new Recorder(answer, queue, parts, clock.instant());
  }

  ConsentAnswer answer() {
    return answer;
  }

  Recorder recorder() {
    return recorder;
  }

  /** Starts the recorder's thread once {@code before} has ended. */
  void startAfter(CompletableFuture<?> before) {
    CompletableFuture<?> unused = before.whenComplete((result, fault) -> recorder.start());
  }

  boolean isOn(@Nullable Class<?> type) {
    Vocabulary.Word<?> word = vocabulary.word(type);
    return word != null && answer.of(word.encoder().schema().purpose()).counts();
  }

  void happened(@Nullable Event event) {
    if (event == null) {
      misuse();
    } else {
      offer(new Signal.Happened(event, now()));
    }
  }

  void offer(Signal signal) {
    losses.add(Loss.QUEUE_FULL, queue.offer(signal));
    recorder.nudge();
  }

  /** Tells whether an argument was given; counts misuse if not. */
  boolean isGiven(@Nullable Object argument) {
    if (argument == null) {
      misuse();
    }
    return argument != null;
  }

  /** Counts why an activity of this type is not told. */
  void refuse(@Nullable Class<?> type) {
    losses.add(
        type == null
            ? Loss.MISUSE
            : vocabulary.word(type) == null ? Loss.UNLISTED : Loss.NOT_AGREED);
  }

  /** Counts an activity that outlived this recording. */
  void outlived() {
    losses.add(Loss.EARLIER_ANSWER);
  }

  void misuse() {
    losses.add(Loss.MISUSE);
  }

  Instant now() {
    return clock.instant();
  }
}
