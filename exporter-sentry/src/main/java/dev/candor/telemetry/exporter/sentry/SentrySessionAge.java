package dev.candor.telemetry.exporter.sentry;

import dev.candor.telemetry.exporter.Sealed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Which updates of sessions Sentry would throw away and still answer 200: those of a session that
 * began too long ago. The bytes tell when that was, so that sealing needs no clock. Any thread.
 */
final class SentrySessionAge {
  /** Sentry takes updates for five days; a minute is held back for the way. */
  static final Duration LONGEST = Duration.ofDays(5).minusMinutes(1);

  private final SentryEnvelopes envelopes;
  private final Clock clock;

  SentrySessionAge(SentryEnvelopes envelopes, Clock clock) {
    this.envelopes = envelopes;
    this.clock = clock;
  }

  /** Returns the items of an envelope of sessions for which it is too late. */
  List<String> tooOld(Sealed sealed) {
    Instant earliest = clock.instant().minus(LONGEST);
    List<Instant> begun = envelopes.begun(sealed);
    List<String> tooOld = new ArrayList<>();
    for (int i = 0; i < begun.size(); i++) {
      if (begun.get(i).isBefore(earliest)) {
        tooOld.add(sealed.itemIds().get(i));
      }
    }
    return tooOld;
  }
}
