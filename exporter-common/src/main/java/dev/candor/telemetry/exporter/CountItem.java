package dev.candor.telemetry.exporter;

import dev.candor.telemetry.Purpose;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;

/**
 * Totals of one UTC day: what {@code send counts} lets leave. No id of a person, installation or
 * session.
 *
 * @param id the report id, random, 32 lower-case hexadecimal digits
 * @param purpose why they were measured
 * @param day the UTC day of the events
 * @param points the totals
 * @param resource who reports
 */
public record CountItem(
    String id,
    Purpose purpose,
    LocalDate day,
    List<Point> points,
    SortedMap<String, String> resource)
    implements Item {
  /** Copies the collections, the map sorted by its keys alone. */
  public CountItem {
    points = List.copyOf(points);
    resource = SortedEntries.copyOf(resource);
  }

  /** Shows no value. */
  @Override
  public String toString() {
    return "CountItem[" + points.size() + " points " + id + "]";
  }

  /**
   * One total. A histogram when {@code bounds} is not empty, else a monotonic sum.
   *
   * @param metric the metric's name
   * @param unit its unit
   * @param attributes enums as strings, booleans as {@code Boolean}
   * @param count how many values, for a sum of whole numbers also its value
   * @param sum their sum
   * @param whole whether the sum is a whole number
   * @param bounds upper bounds of the buckets, without infinity
   * @param buckets counts of the buckets, one more than bounds
   */
  public record Point(
      String metric,
      String unit,
      SortedMap<String, Object> attributes,
      long count,
      double sum,
      boolean whole,
      List<Double> bounds,
      List<Long> buckets) {
    /** Copies the collections, the map sorted by its keys alone. */
    public Point {
      attributes = SortedEntries.copyOf(attributes);
      bounds = List.copyOf(bounds);
      buckets = List.copyOf(buckets);
    }
  }
}
