package dev.candor.telemetry.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class FakeClockTest {
  @Test
  void instant_untouched_standsStill() {
    FakeClock clock = FakeClock.create();

    assertThat(clock.instant()).isEqualTo(clock.instant());
    assertThat(clock.millis()).isEqualTo(clock.instant().toEpochMilli());
  }

  @Test
  void advance_andSet_move() {
    FakeClock clock = FakeClock.at(Instant.parse("2026-01-01T00:00:00Z"));

    clock.advance(Duration.ofHours(25));
    assertThat(clock).hasToString("FakeClock[2026-01-02T01:00:00Z]");

    clock.set(Instant.EPOCH);
    assertThat(clock.instant()).isEqualTo(Instant.EPOCH);
  }

  @Test
  void withZone_movesTogether() {
    FakeClock clock = FakeClock.create();
    FakeClock other = clock.withZone(ZoneId.of("Asia/Tokyo"));

    clock.advance(Duration.ofSeconds(5));

    assertThat(other.instant()).isEqualTo(clock.instant());
    assertThat(other.getZone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
  }
}
