package dev.candor.telemetry.console;

/** How {@code candor} ends. The same numbers stand in {@code candor --help} and in the README. */
final class ExitCode {
  /** It did what it was asked to do. */
  static final int OK = 0;

  /** It ran, and what it checked is not so. */
  static final int FAILED = 1;

  /** It was called with words that it does not know. */
  static final int USAGE = 2;

  /** Something on this machine is missing: Go, a free port, a folder that can be written. */
  static final int MISSING = 3;

  /** It asked, and nobody answered. */
  static final int NO_ANSWER = 4;

  /** Ctrl-C. */
  static final int INTERRUPTED = 130;

  private ExitCode() {}
}
