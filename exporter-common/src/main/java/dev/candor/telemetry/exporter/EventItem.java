package dev.candor.telemetry.exporter;

import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.SourceTelemetry.Status;
import java.util.Map;
import java.util.SortedMap;

/**
 * One event.
 *
 * @param id trace id (32) and span id (16) in lower-case hexadecimal
 * @param name the event's name, which is the span's
 * @param purpose why it was measured
 * @param startNanos its start, nanoseconds since 1970
 * @param endNanos its end, not before its start
 * @param status how it ended
 * @param attributes values by key: {@code String}, {@code Boolean}, {@code Long} or {@code Double}
 * @param resource who reports
 */
public record EventItem(
    String id,
    String name,
    Purpose purpose,
    long startNanos,
    long endNanos,
    Status status,
    SortedMap<String, Object> attributes,
    SortedMap<String, String> resource)
    implements Item {
  /**
   * Copies the maps, sorted by their keys alone, and holds the end at or after the start. The
   * copies show no value as text.
   */
  public EventItem {
    if (id.length() != 48) {
      throw new IllegalArgumentException("an item's id has 48 hexadecimal digits");
    }
    endNanos = Math.max(startNanos, endNanos);
    attributes = SortedEntries.copyOf(attributes);
    resource = SortedEntries.copyOf(resource);
  }

  /** Creates an item from maps in any order. */
  public static EventItem of(
      String id,
      String name,
      Purpose purpose,
      long startNanos,
      long endNanos,
      Status status,
      Map<String, Object> attributes,
      Map<String, String> resource) {
    return new EventItem(
        id,
        name,
        purpose,
        startNanos,
        endNanos,
        status,
        SortedEntries.copyOf(attributes),
        SortedEntries.copyOf(resource));
  }

  /** The first 32 digits of the id. */
  public String traceId() {
    return id.substring(0, 32);
  }

  /** The last 16 digits of the id. */
  public String spanId() {
    return id.substring(32);
  }

  /**
   * This event as one of many installations' reports it. The id leaves by {@link
   * SealContext#ofMany} only.
   *
   * @param installation a pseudonymous id
   */
  public EventItem reportedBy(String installation) {
    SortedMap<String, String> reporter =
        SortedEntries.copyOf(resource).with(OtelData.INSTALLATION_ID, installation);
    return new EventItem(id, name, purpose, startNanos, endNanos, status, attributes, reporter);
  }

  /** Shows no value. */
  @Override
  public String toString() {
    return "EventItem[" + name + " " + id + "]";
  }
}
