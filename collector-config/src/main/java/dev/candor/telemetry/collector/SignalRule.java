package dev.candor.telemetry.collector;

import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What one span or metric may hold.
 *
 * @param shape {@code span}, or the instrument and unit of a metric
 * @param attributes keys that it may carry
 * @param required keys without which it is refused
 */
record SignalRule(
    String name, Shape shape, SortedSet<String> attributes, SortedSet<String> required) {

  /** The form of a signal; {@code unit} is empty for a span. */
  record Shape(Instrument instrument, String unit) {}

  /** What a signal is on the wire. */
  enum Instrument {
    SPAN,
    COUNTER,
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
