package dev.candor.telemetry.otel;

import dev.candor.telemetry.Consent;
import dev.candor.telemetry.ConsentAnswer;
import dev.candor.telemetry.ConsentAnswer.State;
import dev.candor.telemetry.FlushResult;
import dev.candor.telemetry.NamedTelemetry;
import dev.candor.telemetry.Telemetry;
import dev.candor.telemetry.TelemetryRuntime;
import dev.candor.telemetry.TelemetryStatus;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * One application's telemetry: opens and closes the gate as the answer says. Off means that nothing
 * else exists: no thread, no store, no handler.
 */
final class OtelRuntime implements TelemetryRuntime, OtelConsent.Changes {
  private static final Duration CLOSE = Duration.ofSeconds(2);
  private static final Duration SETTLE = Duration.ofSeconds(5);
  private static final int ROUNDS = 3;
  private static final long PAUSE_NANOS = 30_000_000;

  private final DebugLog debug;
  private final RecorderParts parts;
  private final OtelTelemetry telemetry = new OtelTelemetry();
  private final CrashHandler crashes = new CrashHandler(telemetry);
  private final OtelNamedTelemetry named;
  private final OtelConsent consent;
  private final PurgeRetry retry;
  private final Object change = new Object();
  private CompletableFuture<Void> last = CompletableFuture.completedFuture(null);
  private volatile boolean closed;

  OtelRuntime(
      EngineSettings settings,
      Vocabulary vocabulary,
      Scrubbing.Factory scrubbing,
      Surroundings surroundings) {
    ConsentStore store = surroundings.consent(settings);
    this.debug = DebugLog.of(settings);
    this.parts =
        new RecorderParts(
            settings,
            vocabulary,
            store,
            scrubbing,
            debug.tally("event lost"),
            debug.tally("value dropped or replaced"),
            this::recheck,
            surroundings);
    this.named = new OtelNamedTelemetry(telemetry, parts);
    this.consent =
        new OtelConsent(
            store,
            new SelfDescriptionFile(settings.folders().selfDescriptionFile(), settings.clock()),
            () -> Questions.of(settings, vocabulary),
            this);
    this.retry = new PurgeRetry(parts, () -> !closed && telemetry.recording() == null);
  }

  // What an attempt leaves undone is tried again later.
  private CompletableFuture<Void> finishing(CompletableFuture<Void> purge) {
    return purge.whenComplete((done, failure) -> retry.begin());
  }

  /** Reads the answer and begins what it allows. */
  OtelRuntime start() {
    debug.started();
    recheck();
    debug.answered(parts.consent().answer());
    // A withdrawal that was cut short is finished now.
    consent.forgetIfRefused();
    synchronized (change) {
      if (telemetry.recording() == null) {
        last = finishing(Purge.start(parts));
      }
    }
    return this;
  }

  @Override
  public void recheck() {
    parts.consent().refresh();
    synchronized (change) {
      ConsentAnswer answer = parts.consent().answer();
      Recording present = telemetry.recording();
      if (!closed && !isSame(present, answer)) {
        switchTo(present, answer);
      }
    }
  }

  private static boolean isSame(@Nullable Recording present, ConsentAnswer answer) {
    // The state is asked first, because comparing records is slow in a cold start.
    return present == null
        ? answer.state() == State.UNKNOWN || answer.isOff()
        : present.answer().equals(answer);
  }

  private void switchTo(@Nullable Recording present, ConsentAnswer answer) {
    telemetry.open(null);
    debug.answered(answer);
    if (present == null) {
      last = last.isDone() ? finishing(Purge.start(parts)) : last;
    } else {
      boolean narrower = parts.consent().narrows(present.answer().purposes(), answer.purposes());
      last =
          finishing(
              present
                  .recorder()
                  .end(narrower ? Recorder.Ending.WITHDRAWN : Recorder.Ending.CHANGED));
    }
    if (answer.isOff()) {
      crashes.remove();
      return;
    }
    Recording next = new Recording(answer, parts);
    next.startAfter(last);
    crashes.install();
    telemetry.open(next);
  }

  @Override
  public void settle() {
    CompletableFuture<Void> ending;
    synchronized (change) {
      if (telemetry.recording() == null && last.isDone()) {
        // Nothing was recording here, but there may be what other runs left.
        last = finishing(Purge.start(parts));
      }
      ending = last;
    }
    Futures.await(ending, SETTLE);
  }

  @Override
  public NamedTelemetry named() {
    return named;
  }

  @Override
  public Telemetry telemetry() {
    return telemetry;
  }

  @Override
  public Consent consent() {
    return consent;
  }

  @Override
  public TelemetryStatus status() {
    ConsentAnswer answer = parts.consent().answer();
    Recording present = telemetry.recording();
    return new TelemetryStatus(
        answer,
        Accounts.enabled(answer, present),
        Accounts.read(parts.settings(), present),
        parts.losses().read(),
        parts.scrubbed().read());
  }

  @Override
  public FlushResult flush(@Nullable Duration timeout) {
    Recording present = telemetry.recording();
    if (present == null) {
      return FlushResult.OFF;
    }
    Duration patience = timeout == null ? CLOSE : timeout;
    long begun = System.nanoTime();
    Recorder recorder = present.recorder();
    if (!recorder.await(recorder.flush(), patience)) {
      return FlushResult.TIMED_OUT;
    }
    // A busy store can end a round of the courier early; a pause or a refusal ends all of them.
    for (int round = 0; round < ROUNDS; round++) {
      Duration left = patience.minusNanos(System.nanoTime() - begun);
      if (!left.isNegative() && deliver(recorder, left)) {
        return FlushResult.DELIVERED;
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
    return FlushResult.STORED;
  }

  private static boolean deliver(Recorder recorder, Duration left) {
    try {
      Storage storage = recorder.storage().getNow(null);
      return storage != null && storage.hasDestinations() && storage.deliver(left);
    } catch (RuntimeException e) {
      Warnings.fault("flush");
      return false;
    }
  }

  @Override
  public void close() {
    CompletableFuture<Void> ended;
    synchronized (change) {
      closed = true;
      Recording present = telemetry.recording();
      telemetry.open(null);
      crashes.remove();
      ended = present == null ? last : present.recorder().end(Recorder.Ending.EXIT);
      last = ended;
    }
    Futures.await(ended, CLOSE);
  }
}
