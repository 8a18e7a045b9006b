package dev.candor.telemetry;

import java.util.List;

/**
 * The answer of the person at the application, kept over restarts (design section 6, rows SQ-2,
 * SQ-3, SQ-32).
 *
 * <p>Any thread. {@link #set} and {@link #askIfUnknown} write one small file and so belong off the
 * user-interface thread; nothing here throws.
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
}
