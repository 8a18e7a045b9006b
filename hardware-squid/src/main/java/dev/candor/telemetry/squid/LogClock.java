package dev.candor.telemetry.squid;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Turns local times of the watched machine, which are written without a zone, into instants.
 *
 * <p>The offset is the difference between the local time in an acquisition's folder name and the
 * instant at which {@code run.json}, else {@code acquisition.yaml}, says it started, to the quarter
 * of an hour. Without such a pair the times are taken as UTC: telling the same files twice must
 * give the same times on any machine.
 *
 * @param offset the offset of local time
 */
record LogClock(ZoneOffset offset) {
  private static final long QUARTER = 15 * 60;
  private static final long MAX_OFFSET = 18 * 3600;

  static LogClock utc() {
    return new LogClock(ZoneOffset.UTC);
  }

  static LogClock of(Optional<LocalDateTime> local, Optional<Instant> instant) {
    if (local.isEmpty() || instant.isEmpty()) {
      return utc();
    }
    long seconds =
        Duration.between(instant.get(), local.get().toInstant(ZoneOffset.UTC)).toSeconds();
    long rounded = Math.round((double) seconds / QUARTER) * QUARTER;
    return Math.abs(rounded) > MAX_OFFSET
        ? utc()
        : new LogClock(ZoneOffset.ofTotalSeconds((int) rounded));
  }

  Instant instant(LocalDateTime local) {
    return local.toInstant(offset);
  }
}
