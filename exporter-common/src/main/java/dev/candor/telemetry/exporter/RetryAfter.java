package dev.candor.telemetry.exporter;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;

/** Reads {@code Retry-After}: seconds, or an HTTP date against the clock of this machine. */
final class RetryAfter {
  /** No receiver silences an installation for longer. */
  static final Duration LONGEST = Duration.ofDays(1);

  private static final int LONGEST_TEXT = 40;

  private RetryAfter() {}

  /** Returns what it asks for, within zero and {@link #LONGEST}; nonsense is zero. */
  static Duration parse(String value, Clock clock) {
    String text = value.strip();
    if (text.isEmpty() || text.length() > LONGEST_TEXT) {
      return Duration.ZERO;
    }
    return bounded(
        text.chars().allMatch(c -> c >= '0' && c <= '9') ? seconds(text) : until(text, clock));
  }

  private static Duration seconds(String digits) {
    // More digits than a long holds is more than the longest anyway.
    return digits.length() > 9 ? LONGEST : Duration.ofSeconds(Long.parseLong(digits));
  }

  private static Duration until(String date, Clock clock) {
    try {
      Instant then = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date));
      return Duration.between(clock.instant(), then);
    } catch (DateTimeException | ArithmeticException e) {
      return Duration.ZERO;
    }
  }

  private static Duration bounded(Duration asked) {
    if (asked.isNegative()) {
      return Duration.ZERO;
    }
    return asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
  }
}
