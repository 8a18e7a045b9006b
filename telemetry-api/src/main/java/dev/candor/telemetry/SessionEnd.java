package dev.candor.telemetry;

/** Why a session ended. Crash-free rates count {@link #CRASH} only (design section 5). */
public enum SessionEnd {
  /** The person or the program ended it. */
  EXIT,
  /** An uncaught error ended it. */
  CRASH,
  /** It ended without a word: killed, or out of power. */
  UNFINISHED,
  /** Consent was withdrawn or a new answer began. */
  CONSENT_CHANGED
}
