package dev.candor.telemetry.otel;

import dev.candor.telemetry.ConsentAnswer;
import dev.candor.telemetry.SessionEnd;
import dev.candor.telemetry.scrub.SanitizerFault;
import dev.candor.telemetry.spi.CoreEvents.StartKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * All that a recorder works with: storage, scrubbing, secrets and the session. Everything slow is
 * made here, on the recorder's thread. A fault in one piece of work ends that piece only.
 */
final class RecorderSession implements AutoCloseable {
  private final ConsentAnswer answer;
  private final RecorderParts parts;
  private final Storage storage;
  private final SessionKeeper keeper;
  private final SignalEncoder encoder;
  private final SessionErrors errors;
  private final SecureRandom random;
  private final String sessionId;
  private final Instant start;
  private final List<Recorded> group = new ArrayList<>();
  private @Nullable Installation installation;

  private RecorderSession(
      ConsentAnswer answer,
      RecorderParts parts,
      Instant start,
      Storage storage,
      SecureRandom random) {
    EngineSettings settings = parts.settings();
    this.answer = answer;
    this.parts = parts;
    this.storage = storage;
    this.random = random;
    this.start = start;
    byte[] chance = new byte[10];
    random.nextBytes(chance);
    this.sessionId = Uuid7.of(start.toEpochMilli(), chance);
    this.keeper = new SessionKeeper(settings.folders().data(), storage.cells(), answer.grant());
    Scrubbing scrubbing = parts.scrubbing().create(settings.properties(), settings.variables());
    SplittableRandom ids = new SplittableRandom(random.nextLong());
    DebugLog debug = DebugLog.of(settings);
    EventRecorder recorder =
        new EventRecorder(
            parts,
            answer,
            scrubbing,
            this::hash,
            () -> itemId(ids),
            recorded -> {
              debug.recorded(recorded.item());
              group.add(recorded);
            });
    this.errors = new SessionErrors(answer);
    this.encoder = new SignalEncoder(recorder, scrubbing, parts, errors, sessionId);
  }

  static RecorderSession open(
      ConsentAnswer answer, RecorderParts parts, Instant start, BooleanSupplier sending) {
    SecureRandom random = new SecureRandom();
    EngineSettings settings = parts.settings();
    // A withdrawal that this process has not acted on yet closes its courier even where a new yes
    // followed: what it would send was recorded before.
    ConsentSendPolicy policy =
        new ConsentSendPolicy(
            parts.consent(),
            settings.folders().installationFile(),
            new SelfDescriptionFile(settings.folders().selfDescriptionFile(), settings.clock()),
            () -> sending.getAsBoolean() && parts.consent().fence() <= answer.grant());
    // A withdrawal that a crash cut short is finished before anything new is stored.
    Purge.run(parts);
    if (AnswerRules.sendsEverything(answer.purposes())) {
      obtain(settings, true, random);
    }
    Storage storage = Storage.open(parts, policy, parts.consent().fence());
    return new RecorderSession(answer, parts, start, storage, random);
  }

  private static @Nullable Installation obtain(
      EngineSettings settings, boolean withId, SecureRandom random) {
    try {
      return Installation.obtain(settings.folders().installationFile(), withId, random);
    } catch (IOException e) {
      Warnings.fault("installation file");
      return null;
    }
  }

  private @Nullable String hash(String value) {
    String salt = parts.settings().salt();
    if (salt != null) {
      return Hmac.sha256(salt.getBytes(StandardCharsets.UTF_8), value);
    }
    // Asked again: after a no of another process this would make a new id.
    if (installation == null && parts.consent().refresh().grant() == answer.grant()) {
      installation =
          obtain(parts.settings(), AnswerRules.sendsEverything(answer.purposes()), random);
    }
    return installation == null ? null : installation.hash(value);
  }

  private static String itemId(SplittableRandom random) {
    byte[] id = new byte[24];
    random.nextBytes(id);
    return Hex.of(id);
  }

  Storage storage() {
    return storage;
  }

  /** Closes sessions that ended without a word, and begins this one. */
  void begin() {
    run(
        () -> {
          StartKind kind = StartKind.COLD;
          for (SessionKeeper.Unfinished earlier : keeper.sweep()) {
            boolean crash = earlier.reason() == SessionEnd.CRASH;
            if (crash || kind == StartKind.COLD) {
              kind = crash ? StartKind.AFTER_CRASH : StartKind.AFTER_UNFINISHED;
            }
            encoder.endOf(
                earlier.id(), earlier.start(), earlier.end(), earlier.reason(), earlier.errors());
          }
          keeper.begin(sessionId, start, errors.of(sessionId));
          encoder.begin(kind, start);
        });
    commit();
  }

  void handle(Signal signal) {
    try {
      signal.handle(encoder);
    } catch (SanitizerFault e) {
      parts.losses().add(Loss.FAULT);
    } catch (Throwable e) {
      // An application's object may throw anything, checked or not, and ends its own signal only.
      parts.losses().add(Loss.MISUSE);
    }
  }

  /** Stores what was handled since the last commit. */
  void commit() {
    if (!group.isEmpty()) {
      run(() -> storage.append(answer.grant(), group));
      group.clear();
    }
    if (keeper.errors(errors.of(sessionId))) {
      run(this::beat);
    }
  }

  void beat() {
    keeper.beat(parts.settings().clock().instant());
  }

  void crash() {
    keeper.crash(parts.settings().clock().instant());
  }

  void end(SessionEnd reason) {
    encoder.end(start, parts.settings().clock().instant(), reason);
    commit();
    keeper.end();
  }

  void stopSending() {
    storage.stop();
  }

  /** Deletes what the present answer no longer allows. */
  void forget() {
    keeper.end();
    Purge.destroyId(parts);
    SessionKeeper.forgetEnded(parts.settings().folders().data());
    // Even if others have purged: this session may have begun to store after that.
    long fence = parts.consent().fence();
    if (fence > answer.grant()) {
      Purge.note(parts, fence, storage.withdraw(fence));
    }
  }

  void run(Runnable work) {
    try {
      work.run();
    } catch (Throwable e) {
      Warnings.fault("recorder");
      parts.losses().add(Loss.FAULT);
    }
  }

  /** Lets go of the session's lock, as the end of the process would; nothing else is done. */
  void abandon() {
    keeper.release();
  }

  @Override
  public void close() {
    run(storage::close);
  }
}
