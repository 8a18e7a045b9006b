package dev.candor.telemetry.console;

/** A line of a corpus breaks a rule. The message is the rule; it holds nothing of the line. */
final class CaseFault extends Exception {
  private static final long serialVersionUID = 1L;

  CaseFault(String rule) {
    super(rule, null, false, false);
  }
}
