package dev.candor.telemetry.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;

/** A clock that stands still until a test moves it. Any thread. */
public final class FakeClock extends Clock {
  private final Hands hands;
  private final ZoneId zone;

  private FakeClock(Hands hands, ZoneId zone) {
    this.hands = hands;
    this.zone = zone;
  }

  /** Creates a clock in UTC that shows a fixed day in the middle of a month. */
  public static FakeClock create() {
    return at(Instant.parse("2026-11-17T12:00:00Z"));
  }

  /** Creates a clock in UTC that shows {@code instant}. */
  public static FakeClock at(Instant instant) {
    return new FakeClock(new Hands(instant), ZoneOffset.UTC);
  }

  /** Moves it on, or back by a negative amount. */
  public void advance(Duration amount) {
    hands.advance(amount);
  }

  /** Sets it. */
  public void set(Instant instant) {
    hands.set(instant);
  }

  @Override
  public Instant instant() {
    return hands.now();
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  /** Returns the same hands under another zone: both move together. */
  @Override
  public FakeClock withZone(ZoneId other) {
    return new FakeClock(hands, other);
  }

  @Override
  public String toString() {
    return "FakeClock[" + hands.now() + "]";
  }

  /** What all zones of one clock share. */
  private static final class Hands {
    private Instant now;

    Hands(Instant now) {
      this.now = Objects.requireNonNull(now, "instant");
    }

    synchronized Instant now() {
      return now;
    }

    synchronized void set(Instant instant) {
      now = Objects.requireNonNull(instant, "instant");
    }

    synchronized void advance(Duration amount) {
      now = now.plus(amount);
    }
  }
}
