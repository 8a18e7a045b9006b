package dev.candor.telemetry.otel;

import dev.candor.telemetry.ConsentAnswer;
import dev.candor.telemetry.ConsentAnswer.Send;
import dev.candor.telemetry.ConsentAnswer.State;
import dev.candor.telemetry.ConsentAnswer.Switches;
import dev.candor.telemetry.ConsentRecord;
import dev.candor.telemetry.Purpose;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The answer on disk, shared by all processes of an installation. Reading creates nothing. Safe for
 * many threads.
 *
 * <p>Grants grow by time and are in the audit log, so that a lost file cannot make an old grant's
 * number new. What was recorded under a lost answer is deleted at the next one.
 *
 * <p>Not final: the tests plant faults in it.
 */
class ConsentStore {
  private final EngineSettings settings;
  private final Path file;
  private final AuditLog audit;

  private StoredConsent stored = StoredConsent.NONE;
  private AdminPolicy policy = AdminPolicy.NONE;
  private FileStamp fileStamp = FileStamp.MISSING;
  private List<FileStamp> policyStamps = List.of();
  private boolean unsaved;
  private volatile ConsentAnswer answer = ConsentAnswer.unknown();

  ConsentStore(EngineSettings settings) {
    this.settings = settings;
    this.file = settings.folders().consentFile();
    this.audit = new AuditLog(settings.folders().auditLog());
  }

  /** The answer as last read. */
  ConsentAnswer answer() {
    return answer;
  }

  /** Reads the answer again if a file changed. */
  synchronized ConsentAnswer refresh() {
    FileStamp seen = FileStamp.of(file);
    boolean answered = !seen.isSame(fileStamp);
    if (answered) {
      fileStamp = seen;
      adopt(read());
    }
    boolean governed = policyChanged();
    if (governed || (answered && stored.grant() == 0)) {
      // The policy is new, or the file that told what it allows is gone.
      bringInForce();
    }
    if (answered || governed) {
      answer = inForce();
    }
    return answer;
  }

  // An answer that could not be saved holds against the file, but not against a narrower one that
  // somebody gave meanwhile.
  private void adopt(StoredConsent found) {
    if (!unsaved) {
      stored = found;
    } else if (narrows(stored.inForce(), found.inForce())) {
      unsaved = narrows(found.inForce(), stored.inForce());
      stored = unsaved ? found.asOff() : found;
    }
  }

  /** Answers for the person. */
  synchronized ConsentAnswer answer(UnaryOperator<Map<Purpose, Switches>> answers) {
    refresh();
    change(
        before -> {
          Map<Purpose, Switches> old = before.answers();
          // What was said to an older question is no answer to this one, not even in part.
          boolean holds = old != null && !isOutdated(before);
          Map<Purpose, Switches> next = answers.apply(holds ? old : AnswerRules.OFF);
          return successor(before, AnswerRules.complete(next), settings.policyVersion());
        });
    answer = inForce();
    return answer;
  }

  /** Tells whether the person said no to everything, whatever else governs. */
  synchronized boolean isRefused() {
    return AnswerRules.OFF.equals(stored.answers());
  }

  /** The lowest grant that may be stored, if data below it waits to be deleted; else 0. */
  synchronized long pendingPurge() {
    return stored.purged() ? 0 : stored.fence();
  }

  /** The lowest grant that may be stored. */
  synchronized long fence() {
    return stored.fence();
  }

  /** Tells whether the answer lets single events leave for any purpose: then there is an id. */
  boolean needsId() {
    return AnswerRules.sendsEverything(answer().purposes());
  }

  /** Tells whether {@code after} allows less than {@code before} for any purpose. */
  boolean narrows(Map<Purpose, Switches> before, Map<Purpose, Switches> after) {
    return AnswerRules.narrows(before, after);
  }

  /** The number of a new answer: above the last one's, whatever the clock says. */
  long nextGrant(StoredConsent before, Map<Purpose, Switches> next) {
    long last = before.grant() == 0 ? audit.lastGrant() : before.grant();
    return Math.max(last + 1, now());
  }

  // The answer is gone and what was recorded under it may be here: nobody knows what it allowed.
  private boolean isLost(StoredConsent before) {
    return before.grant() == 0 && (audit.exists() || Files.exists(settings.folders().outboxFile()));
  }

  /** The time in milliseconds. */
  final long now() {
    return settings.clock().millis();
  }

  /** Notes that everything below a fence is gone. */
  synchronized void purged(long fence) {
    change(before -> before.fence() == fence ? before.asPurged() : before);
  }

  List<ConsentRecord> history() {
    return audit.history();
  }

  private boolean policyChanged() {
    List<FileStamp> seen = settings.policyFiles().stream().map(FileStamp::of).toList();
    boolean same = seen.size() == policyStamps.size();
    for (int i = 0; same && i < seen.size(); i++) {
      same = seen.get(i).isSame(policyStamps.get(i));
    }
    if (!same) {
      policyStamps = seen;
      policy = AdminPolicy.read(settings.policyFiles());
    }
    return !same;
  }

  // A policy, an operator or the end of either can change what is in force without an answer.
  private void bringInForce() {
    AnswerRules.Decision decision = decide(stored, settings.forbidden());
    if (!decision.isOff() && !decision.purposes().equals(stored.inForce())) {
      change(before -> successor(before, before.answers(), before.policyVersion()));
    }
  }

  private StoredConsent successor(
      StoredConsent before, @Nullable Map<Purpose, Switches> answers, int policyVersion) {
    StoredConsent asked =
        new StoredConsent(
            before.grant(),
            policyVersion,
            before.at(),
            before.authority(),
            answers,
            before.inForce(),
            before.fence(),
            before.purged());
    AnswerRules.Decision decision = decide(asked, false);
    if (asked.equals(before) && decision.purposes().equals(before.inForce())) {
      return before;
    }
    long grant = nextGrant(before, decision.purposes());
    boolean narrower = isLost(before) || narrows(before.inForce(), decision.purposes());
    return new StoredConsent(
        grant,
        policyVersion,
        settings.clock().instant(),
        decision.authority(),
        answers,
        decision.purposes(),
        narrower ? grant : before.fence(),
        before.purged() && !narrower);
  }

  private AnswerRules.Decision decide(StoredConsent consent, boolean forbidden) {
    return decide(
        new AnswerRule.Voices(
            forbidden,
            policy,
            consent.answers(),
            isOutdated(consent),
            Boolean.TRUE.equals(settings.enabled())));
  }

  private boolean isOutdated(StoredConsent consent) {
    return consent.policyVersion() < settings.policyVersion();
  }

  AnswerRules.Decision decide(AnswerRule.Voices voices) {
    return AnswerRules.decide(voices);
  }

  /**
   * What holds here and now: never more than the grant stands for, because another process may have
   * seen another policy.
   */
  private ConsentAnswer inForce() {
    AnswerRules.Decision decision = decide(stored, settings.forbidden());
    if (decision.state() == State.UNKNOWN) {
      return ConsentAnswer.unknown();
    }
    EnumMap<Purpose, Switches> both = new EnumMap<>(Purpose.class);
    for (Purpose purpose : Purpose.values()) {
      both.put(purpose, least(decision.purposes().get(purpose), stored.inForce().get(purpose)));
    }
    return new ConsentAnswer(State.ANSWERED, decision.authority(), stored.grant(), both);
  }

  private static Switches least(@Nullable Switches one, @Nullable Switches other) {
    if (one == null || other == null) {
      return Switches.OFF;
    }
    Send send = one.send().compareTo(other.send()) < 0 ? one.send() : other.send();
    return new Switches(one.keep() && other.keep(), send);
  }

  private void change(UnaryOperator<StoredConsent> step) {
    // An interrupt would close the file before the answer is in it.
    boolean interrupted = Thread.interrupted();
    try {
      stored = FolderLock.beside(file, () -> replace(step));
    } catch (IOException | RuntimeException e) {
      // The answer holds for this process; a no above all must not depend on a disk.
      Warnings.once("the answer could not be saved; it holds until this program ends");
      StoredConsent before = stored;
      stored = step.apply(before);
      unsaved = true;
      if (AnswerRules.narrows(before.inForce(), stored.inForce())) {
        overwrite();
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private StoredConsent replace(UnaryOperator<StoredConsent> step) throws IOException {
    StoredConsent before = unsaved ? stored : read();
    StoredConsent next = step.apply(before);
    if (unsaved || !next.equals(before)) {
      PrivateFiles.replace(file, bytes(next));
      fileStamp = FileStamp.of(file);
      unsaved = false;
      log(before, next);
    }
    return next;
  }

  // On a full disk a no takes the room of the answer that it takes back, without the lock, which
  // needs room as well.
  private void overwrite() {
    try {
      PrivateFiles.overwrite(file, bytes(stored));
      fileStamp = FileStamp.of(file);
    } catch (IOException e) {
      Warnings.fault("saving of a no");
    }
  }

  private static byte[] bytes(StoredConsent consent) {
    return (ConsentJson.write(consent) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private void log(StoredConsent before, StoredConsent next) throws IOException {
    if (before.grant() == next.grant()) {
      return;
    }
    if (!audit.exists()) {
      if (next.inForce().equals(AnswerRules.OFF)) {
        return;
      }
      if (before.grant() > 0) {
        audit.append(before);
      }
    }
    audit.append(next);
  }

  private StoredConsent read() {
    try {
      return ConsentJson.read(SmallFiles.readString(file, SmallFiles.MOST_BYTES));
    } catch (NoSuchFileException e) {
      return StoredConsent.NONE;
    } catch (FileSystemException e) {
      // Not opened (rights, too many open files): nothing is known of what it says, so it stays.
      Warnings.once("the file with the answer cannot be opened; until then nobody has answered");
      fileStamp = FileStamp.MISSING;
      return StoredConsent.NONE;
    } catch (IOException e) {
      quarantine();
      return StoredConsent.NONE;
    }
  }

  private void quarantine() {
    Warnings.once("the file with the answer is damaged; it was set aside and nobody has answered");
    try {
      Files.move(file, file.resolveSibling("consent.json.faulty-" + settings.clock().millis()));
    } catch (IOException e) {
      Warnings.fault("quarantine of the answer");
    }
    fileStamp = FileStamp.of(file);
  }
}
