package dev.candor.telemetry;

import java.util.List;

/**
 * The answer of the person at the application, kept over restarts (design section 6, rows SQ-2,
 * SQ-3, SQ-32).
 *
 * <p>Any thread. {@link #set} and {@link #askIfUnknown} write one small file and so belong off the
 * user-interface thread, as do {@link #describe} and {@link #selfDescription}; nothing here throws.
 */
public interface Consent {
  /**
   * Returns the answer in force: a policy file, {@code DO_NOT_TRACK} and {@code TELEMETRY_ENABLED}
   * included.
   */
  ConsentAnswer answer();

  /**
   * Asks once, if nobody has answered yet or the policy changed since.
   *
   * @return the answer in force afterwards; an undecided prompt is no answer and is asked again at
   *     the next start
   */
  ConsentAnswer askIfUnknown(ConsentPrompt prompt);

  /** Sets one preset for all purposes, as the answer of the person. Takes effect at once. */
  ConsentAnswer set(ConsentPreset preset);

  /** Sets answers per purpose; purposes that are not named keep theirs. */
  ConsentAnswer set(Purpose purpose, ConsentAnswer.Switches switches);

  /**
   * Returns the audit log, oldest first: what was answered when and by what authority; no content.
   */
  List<ConsentRecord> history();

  /**
   * Keeps what the person typed about themselves, over restarts. Takes the place of what was kept
   * before; {@link SelfDescription#none()} removes it. Destinations that they approved it for may
   * be told with whatever is sealed from now on; what waits with other words is sealed again.
   *
   * <p>Kept only while an answer allows anything. Before an answer and after a no nothing is
   * written, and a no deletes what was kept.
   *
   * @return what is kept afterwards
   */
  SelfDescription describe(SelfDescription description);

  /** Returns what is kept of {@link #describe}; nothing while everything is off. */
  SelfDescription selfDescription();
}
