package dev.candor.telemetry.squid;

/** Carries the reason from a parser to {@link ConfigReader}; never leaves the package. */
final class UnreadableException extends Exception {
  private static final long serialVersionUID = 1L;

  private final UnreadableReason reason;

  UnreadableException(UnreadableReason reason) {
    super(reason.name(), null, false, false);
    this.reason = reason;
  }

  UnreadableReason reason() {
    return reason;
  }
}
