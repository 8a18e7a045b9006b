package dev.candor.telemetry.exporter.sentry;

import dev.candor.telemetry.exporter.Sealed;

/** What Sentry limits and counts apart. */
enum SentryCategory {
  /** Events: errors and messages. */
  ERROR,
  /** Updates of sessions. */
  SESSION,
  /** Spans. */
  SPAN;

  /** Sentry's word for it. */
  String word() {
    return switch (this) {
      case ERROR -> "error";
      case SESSION -> "session";
      case SPAN -> "span";
    };
  }

  static SentryCategory of(SentryMapping.Form form) {
    return switch (form) {
      case ERROR, MESSAGE -> ERROR;
      case SESSION_START, SESSION_END -> SESSION;
      case SPAN -> SPAN;
    };
  }

  static SentryCategory of(Sealed sealed) {
    if (!sealed.path().equals(SentryEnvelopes.PATH)) {
      return SPAN;
    }
    return SentryEnvelopes.isEvent(sealed) ? ERROR : SESSION;
  }
}
