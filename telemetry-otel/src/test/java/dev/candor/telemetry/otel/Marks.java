package dev.candor.telemetry.otel;

import static dev.candor.telemetry.Purpose.DIAGNOSTICS;
import static dev.candor.telemetry.Purpose.ENVIRONMENT;
import static dev.candor.telemetry.Purpose.PERFORMANCE;
import static dev.candor.telemetry.Purpose.USAGE;

import dev.candor.telemetry.Attr;
import dev.candor.telemetry.Event;
import dev.candor.telemetry.EventCatalog;
import dev.candor.telemetry.Hashed;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.TelemetryEvent;

/**
 * One event for each purpose that can be told apart wherever it turns up: each carries one bit of
 * its own, which a total adds up. A total thus names the events that were counted.
 */
@EventCatalog(events = {Marks.Used.class, Marks.Took.class, Marks.Failed.class, Marks.RanOn.class})
public interface Marks {
  /** How many events of one purpose can be told apart. */
  int MOST = 40;

  /** Usage. */
  @TelemetryEvent(
      name = "mark.usage",
      purpose = USAGE,
      owner = "lab",
      expires = "2090-01-01",
      brief = "A mark",
      why = "Know it again")
  record Used(@Attr(brief = "Its bit", max = 2e12, sum = true) long bit) implements Event {}

  /** Performance, with a value that needs the secret of this installation. */
  @TelemetryEvent(
      name = "mark.performance",
      purpose = PERFORMANCE,
      owner = "lab",
      expires = "2090-01-01",
      brief = "A mark",
      why = "Know it again")
  record Took(
      @Attr(brief = "Its bit", max = 2e12, sum = true) long bit,
      @Attr(brief = "A hashed value") Hashed plate)
      implements Event {}

  /** Diagnostics. */
  @TelemetryEvent(
      name = "mark.diagnostics",
      purpose = DIAGNOSTICS,
      owner = "lab",
      expires = "2090-01-01",
      brief = "A mark",
      why = "Know it again")
  record Failed(@Attr(brief = "Its bit", max = 2e12, sum = true) long bit) implements Event {}

  /** Environment. */
  @TelemetryEvent(
      name = "mark.environment",
      purpose = ENVIRONMENT,
      owner = "lab",
      expires = "2090-01-01",
      brief = "A mark",
      why = "Know it again")
  record RanOn(@Attr(brief = "Its bit", max = 2e12, sum = true) long bit) implements Event {}

  /** The event of a purpose with a number from 0 to {@link #MOST}. */
  static Event of(Purpose purpose, int number) {
    long bit = 1L << number;
    return switch (purpose) {
      case USAGE -> new Used(bit);
      case PERFORMANCE -> new Took(bit, Hashed.of("plate"));
      case DIAGNOSTICS -> new Failed(bit);
      case ENVIRONMENT -> new RanOn(bit);
    };
  }
}
