package dev.candor.telemetry.exporter.door;

import dev.candor.telemetry.exporter.Outcome.DropReason;
import java.util.Locale;

/** What became of one span. */
public enum SpanFate {
  /** The destination took it. */
  DELIVERED,
  /** It was sent and no answer came, and the destination has no key to recognise it by. */
  UNCERTAIN,
  /** No registry declares its name: not a byte of it went anywhere. */
  UNREGISTERED,
  /** It has no value under a key that its event cannot do without. */
  INCOMPLETE,
  /** It is older than the destination takes. */
  EXPIRED,
  /** The destination cannot express it; or asks for an installation id, and there is none. */
  UNSUPPORTED,
  /** The destination put it off for longer than one export may last. */
  DEFERRED,
  /** The destination says that it is malformed. */
  INVALID,
  /** The destination refuses the credentials or the project. */
  UNAUTHORIZED,
  /** Even alone it is larger than the destination takes. */
  TOO_LARGE,
  /** The destination failed at it, and does not want to be sent it again. */
  REFUSED,
  /** The destination takes no more of this kind for now, and wants it given up meanwhile. */
  RATE_LIMITED,
  /** A fault of ours. */
  FAULT,
  /** It came after the end. */
  CLOSED;

  /** Its name in counters. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  static SpanFate of(DropReason reason) {
    return switch (reason) {
      case INVALID -> INVALID;
      case UNAUTHORIZED -> UNAUTHORIZED;
      case TOO_LARGE -> TOO_LARGE;
      case UNSUPPORTED, OTHER_KIND -> UNSUPPORTED;
      case REFUSED -> REFUSED;
      case RATE_LIMITED -> RATE_LIMITED;
      case EXPIRED -> EXPIRED;
      case SAMPLED, FULL, FAULT -> FAULT;
    };
  }
}
