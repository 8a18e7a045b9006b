package dev.candor.telemetry.exporter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-17T12:00:00Z"), ZoneOffset.UTC);

  @ParameterizedTest
  @CsvSource({
    "0, PT0S",
    "7, PT7S",
    "' 7 ', PT7S",
    "86400, PT24H",
    "86401, PT24H",
    "99999999999999999999, PT24H",
    "'Tue, 17 Nov 2026 12:01:30 GMT', PT1M30S",
    "'Tue, 17 Nov 2026 11:00:00 GMT', PT0S",
    "'Fri, 17 Nov 2090 12:00:00 GMT', PT24H"
  })
  void parse_secondsOrDate_isBounded(String value, Duration expected) {
    assertThat(RetryAfter.parse(value, CLOCK)).isEqualTo(expected);
  }

  @Tag("P9")
  @ParameterizedTest
  @ValueSource(
      strings = {"", "soon", "-5", "7.5", "1e9", "\u0667", "Tue, 99 Nov 2026 12:00:00 GMT"})
  void parse_nonsense_isZero(String value) {
    assertThat(RetryAfter.parse(value, CLOCK)).isZero();
  }

  @Test
  @Tag("P9")
  void parse_long_isZero() {
    assertThat(RetryAfter.parse("1".repeat(100_000), CLOCK)).isZero();
  }
}
