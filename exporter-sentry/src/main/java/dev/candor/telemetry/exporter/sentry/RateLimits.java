package dev.candor.telemetry.exporter.sentry;

import dev.candor.telemetry.exporter.HttpAnswer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/**
 * Until when Sentry takes no more of a category, read from every answer. Any thread. A restart
 * forgets it, and the next answer tells it again.
 */
final class RateLimits {
  private static final String LIMITS = "x-sentry-rate-limits";
  private static final String RETRY_AFTER = "retry-after";
  private static final int TOO_MANY = 429;
  private static final Duration OTHERWISE = Duration.ofSeconds(60);
  private static final Duration LONGEST = Duration.ofDays(1);

  private final Clock clock;
  private final Map<SentryCategory, Instant> until = new EnumMap<>(SentryCategory.class);

  RateLimits(Clock clock) {
    this.clock = clock;
  }

  synchronized boolean isLimited(SentryCategory category) {
    Instant end = until.get(category);
    return end != null && clock.instant().isBefore(end);
  }

  /** Reads an answer of any status. */
  synchronized void read(HttpAnswer answer) {
    String limits = answer.header(LIMITS);
    if (!limits.isBlank()) {
      for (String limit : limits.split(",", -1)) {
        readLimit(limit.strip());
      }
    } else if (answer.status() == TOO_MANY) {
      Duration asked = answer.retryAfter();
      Duration pause = asked.isZero() ? seconds(answer.header(RETRY_AFTER), OTHERWISE) : asked;
      for (SentryCategory category : SentryCategory.values()) {
        extend(category, pause);
      }
    }
  }

  /** {@code seconds:category;category:scope:reason:…}; no category is every category. */
  private void readLimit(String limit) {
    String[] parts = limit.split(":", -1);
    Duration pause = seconds(parts[0], parts.length > 1 ? OTHERWISE : Duration.ZERO);
    String named = parts.length > 1 ? parts[1].strip() : "";
    for (SentryCategory category : SentryCategory.values()) {
      if (named.isEmpty() || isNamed(named, category)) {
        extend(category, pause);
      }
    }
  }

  private static boolean isNamed(String categories, SentryCategory category) {
    for (String one : categories.split(";", -1)) {
      if (one.strip().equals(category.word())) {
        return true;
      }
    }
    return false;
  }

  /** Of two limits the later end holds. */
  private void extend(SentryCategory category, Duration pause) {
    Instant end = clock.instant().plus(pause);
    until.merge(category, end, (one, other) -> one.isAfter(other) ? one : other);
  }

  private static Duration seconds(String text, Duration otherwise) {
    try {
      double seconds = Double.parseDouble(text.strip());
      if (!(seconds >= 0)) {
        return otherwise;
      }
      double most = LONGEST.toSeconds();
      return Duration.ofMillis((long) Math.ceil(Math.min(seconds, most) * 1_000));
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }
}
