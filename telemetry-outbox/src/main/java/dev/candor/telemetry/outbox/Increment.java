package dev.candor.telemetry.outbox;

import dev.candor.telemetry.Purpose;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One step of one counter. Counters with equal purpose, day, grant, metric, attributes and resource
 * are folded.
 *
 * @param purpose why it is counted
 * @param day the UTC day of the event
 * @param metric the metric's name
 * @param unit its unit
 * @param attributes enums as strings and booleans
 * @param value what is added
 * @param whole whether the sum is a whole number
 * @param bounds upper bounds of a histogram's buckets; empty for a sum
 * @param sendable whether the grant lets day totals leave
 * @param resource who reports, without any id
 */
public record Increment(
    Purpose purpose,
    LocalDate day,
    String metric,
    String unit,
    SortedMap<String, Object> attributes,
    double value,
    boolean whole,
    List<Double> bounds,
    boolean sendable,
    SortedMap<String, String> resource) {
  /** Copies the collections. */
  public Increment {
    attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
    bounds = List.copyOf(bounds);
    resource = Collections.unmodifiableSortedMap(new TreeMap<>(resource));
  }
}
