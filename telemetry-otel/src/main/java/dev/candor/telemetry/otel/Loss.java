package dev.candor.telemetry.otel;

/** Why an event never reached the store; the keys of {@code TelemetryStatus.losses}. */
final class Loss {
  /** The queue was full, and older events gave way. */
  static final String QUEUE_FULL = "queue_full";

  /** An argument was null, or a record's accessor threw. */
  static final String MISUSE = "misuse";

  /** No catalogue lists the event or constant. */
  static final String UNLISTED = "unlisted";

  /** The event's day of expiry is over. */
  static final String EXPIRED = "expired";

  /** The answer has its purpose switched off while others are on. */
  static final String NOT_AGREED = "not_agreed";

  /** The store's fence refused it: its grant was withdrawn. */
  static final String WITHDRAWN = "withdrawn";

  /** The store was full. */
  static final String STORE_FULL = "store_full";

  /** A call by name lacks a value that its event cannot do without. */
  static final String INCOMPLETE = "incomplete";

  /** A fault of ours. */
  static final String FAULT = "fault";

  /** It began under another answer than it ended under. */
  static final String EARLIER_ANSWER = "earlier_answer";

  private Loss() {}
}
