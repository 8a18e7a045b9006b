package dev.candor.telemetry.exporter.ga4;

import dev.candor.telemetry.exporter.Limits;
import java.time.Duration;
import java.util.Map;

/** The numbers of the Measurement Protocol's page on limitations. */
final class Ga4Limits {
  /** Events in a request. */
  static final int EVENTS = 25;

  /** Bytes of a body: fewer than 130,000. */
  static final int BYTES = 129_999;

  /** Parameters of an event. */
  static final int PARAMETERS = 25;

  /** Characters of the name of an event or a parameter. */
  static final int NAME = 40;

  /** Characters of a value, but for {@link #LONGER}. */
  static final int VALUE = 100;

  /** Parameters whose values may be longer. */
  static final Map<String, Integer> LONGER =
      Map.of("page_title", 300, "page_referrer", 420, "page_location", 1_000);

  /** Characters of the value of a user property. */
  static final int PROPERTY_VALUE = 36;

  /** Characters of the name of a user property. */
  static final int PROPERTY_NAME = 24;

  /** The largest whole number that every reader of JSON keeps: 2^53. */
  static final long WHOLE = 1L << 53;

  /**
   * Events are dated by their start, long ones by their end, so that none is dated earlier than
   * this before the end, which is what their age is counted from.
   */
  static final Duration DATED_BY_START = Duration.ofHours(1);

  /** Google takes 72 hours; the rest is {@link #DATED_BY_START}. */
  private static final Duration AGE = Duration.ofDays(3).minus(DATED_BY_START);

  // Google publishes no rate. One request a second is what a person's browser does at most.
  private static final int REQUESTS_PER_MINUTE = 60;

  /**
   * Requests in the air: one holds events of one client, so that many clients are many requests.
   */
  static final int AT_ONCE = 8;

  /** As the courier keeps them. */
  static final Limits ALL =
      new Limits(
          EVENTS,
          BYTES,
          AGE,
          /* deduplicates= */ false,
          REQUESTS_PER_MINUTE,
          /* events= */ true,
          /* counts= */ false);

  private Ga4Limits() {}

  /** The most characters of a parameter's value. */
  static int ofValue(String parameter) {
    return LONGER.getOrDefault(parameter, VALUE);
  }
}
