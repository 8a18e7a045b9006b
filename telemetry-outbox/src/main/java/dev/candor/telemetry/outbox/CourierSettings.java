package dev.candor.telemetry.outbox;

import dev.candor.telemetry.exporter.Limits;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * The rates of a courier; tests choose their own.
 *
 * @param sendTimeout for one exchange; after twice as long it is given up from outside
 * @param poll how long a courier with nothing to do waits before it looks again
 * @param takeOver how long one waits for the lock before it tries again
 * @param backoff the first pause after a failure
 * @param factor by which the range of pauses grows with each failure, at least 1
 * @param backoffLimit the longest pause of our own choice
 * @param pauseLimit the longest pause that a destination may ask for
 * @param tripAfter failures of single bodies in a row that pause the whole destination
 * @param absence how old a body's items must be for it to count as replayed
 * @param replayBytesPerSecond how fast replayed bodies go
 * @param window the fewest items that are looked at together, if so many wait: bodies of many
 *     installations fill only if many items are looked at
 * @param random where pauses come from
 */
record CourierSettings(
    Duration sendTimeout,
    Duration poll,
    Duration takeOver,
    Duration backoff,
    double factor,
    Duration backoffLimit,
    Duration pauseLimit,
    int tripAfter,
    Duration absence,
    long replayBytesPerSecond,
    int window,
    RandomGenerator random) {
  static CourierSettings defaults() {
    return new CourierSettings(
        Duration.ofSeconds(10),
        Duration.ofSeconds(1),
        Duration.ofSeconds(10),
        Duration.ofSeconds(2),
        2,
        Duration.ofHours(1),
        Duration.ofDays(1),
        5,
        Duration.ofHours(1),
        64 << 10,
        1,
        RandomGenerator.getDefault());
  }

  /** For a store of many installations: what waited for an hour is a matter of course there. */
  static CourierSettings relay() {
    CourierSettings own = defaults();
    return new CourierSettings(
        own.sendTimeout,
        own.poll,
        own.takeOver,
        own.backoff,
        own.factor,
        Duration.ofMinutes(5),
        own.pauseLimit,
        own.tripAfter,
        own.absence,
        8 << 20,
        1_000,
        own.random);
  }

  /** The same, but for what an operator says of tries and pauses. */
  CourierSettings with(Retries retries) {
    return new CourierSettings(
        sendTimeout,
        poll,
        takeOver,
        backoff,
        retries.factor(),
        backoffLimit,
        pauseLimit,
        retries.attempts() + 1,
        absence,
        replayBytesPerSecond,
        window,
        random);
  }

  /** How many items are looked at together for a destination. */
  int window(Limits limits) {
    return Math.max(window, limits.items());
  }

  /** A pause after so many failures in a row: any length up to a limit that grows (full jitter). */
  Duration pause(long failures) {
    double limit = (double) backoffLimit.toMillis();
    int steps = (int) Math.min(30, Math.max(0, failures - 1));
    long range = (long) Math.min(limit, backoff.toMillis() * Math.pow(factor, steps));
    return Duration.ofMillis(1 + random.nextLong(Math.max(1, range)));
  }

  /** What a destination asked for, within reason; our own pause where it asked for nothing. */
  Duration pause(Duration asked, long failures) {
    if (asked.isZero() || asked.isNegative()) {
      return pause(failures);
    }
    return asked.compareTo(pauseLimit) > 0 ? pauseLimit : asked;
  }
}
