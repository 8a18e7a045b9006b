package dev.candor.telemetry.gateway;

/** A body that cannot be taken. Has neither a message nor a cause: both could quote the body. */
final class BodyFault extends Exception {
  private static final long serialVersionUID = 1;

  private final Kind kind;

  BodyFault(Kind kind) {
    super(null, null, false, false);
    this.kind = kind;
  }

  Kind kind() {
    return kind;
  }

  /** What is the matter. */
  enum Kind {
    /** It is no OTLP, and will not become any by being sent again. */
    UNREADABLE,
    /** It is larger than the limits that the operator has set. */
    TOO_LARGE
  }
}
