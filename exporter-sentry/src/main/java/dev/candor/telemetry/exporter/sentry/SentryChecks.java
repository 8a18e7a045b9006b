package dev.candor.telemetry.exporter.sentry;

import dev.candor.telemetry.exporter.Check;
import dev.candor.telemetry.exporter.HttpAnswer;

/** What answers to requests mean that hold nothing. */
final class SentryChecks {
  private SentryChecks() {}

  static Check errors(HttpAnswer answer) {
    return isOfTheKey(answer)
        ? Check.refused(answer, "key or project of SENTRY_DSN is not accepted")
        : Check.of(answer);
  }

  static Check spans(HttpAnswer answer) {
    if (isOfTheKey(answer)) {
      return Check.refused(answer, "key or project of SENTRY_DSN is not accepted for spans");
    }
    return answer.status() == 404 || answer.status() == 405
        ? Check.refused(answer, "errors and sessions are taken, but it has no address for spans")
        : Check.of(answer);
  }

  private static boolean isOfTheKey(HttpAnswer answer) {
    return answer.status() == 401 || answer.status() == 403;
  }
}
