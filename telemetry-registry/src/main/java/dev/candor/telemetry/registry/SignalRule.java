package dev.candor.telemetry.registry;

import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What one span or metric may hold.
 *
 * @param shape {@code span}, or the instrument and unit of a metric
 * @param attributes keys that it may carry
 * @param required keys without which it is refused
 */
public record SignalRule(
    String name, Shape shape, SortedSet<String> attributes, SortedSet<String> required) {

  /** The form of a signal; {@code unit} is empty for a span. */
  public record Shape(Instrument instrument, String unit) {}

  /** What a signal is on the wire. */
  public enum Instrument {
    /** A span. */
    SPAN,
    /** A sum. */
    COUNTER,
    /** A distribution. */
    HISTOGRAM
  }

  SignalRule with(SignalRule other) {
    TreeSet<String> keys = new TreeSet<>(attributes);
    keys.addAll(other.attributes);
    TreeSet<String> needed = new TreeSet<>(required);
    needed.addAll(other.required);
    return new SignalRule(name, shape, keys, needed);
  }
}
