package dev.candor.telemetry.exporter;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;
import java.io.StringWriter;
import java.time.DateTimeException;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;

/**
 * The canonical JSON of an item: one line, fields in a fixed order, keys of maps sorted, whole
 * numbers without a point and the others with one. Equal items give equal text on every Java.
 *
 * <p>The reader takes what the writer wrote and nothing else. Both throw {@link
 * IllegalArgumentException} with a text that holds no value. Safe for many threads.
 */
public final class ItemJson {
  // The fast writer is Jackson's own, so that doubles look alike on all Java versions.
  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER).build();

  private ItemJson() {}

  /** Writes all of an item. */
  public static String write(Item item) {
    return text(json -> item(json, item, true));
  }

  /** Writes an item without its resource, which a store keeps once for many items. */
  public static String writeWithoutResource(Item item) {
    return text(json -> item(json, item, false));
  }

  /** Writes a map of strings, booleans and numbers, sorted by key. */
  public static String writeMap(Map<String, ?> map) {
    return text(json -> map(json, map));
  }

  /** Writes one total. */
  public static String writePoint(CountItem.Point point) {
    return text(json -> point(json, point));
  }

  /** Reads what {@link #write} wrote. */
  public static Item read(String text) {
    return parse(text, json -> ItemReader.item(json, null));
  }

  /** Reads what {@link #writeWithoutResource} wrote. */
  public static Item read(String text, Map<String, String> resource) {
    return parse(text, json -> ItemReader.item(json, SortedEntries.copyOf(resource)));
  }

  /** Reads a map whose values are all strings, such as a resource. */
  public static SortedMap<String, String> readStrings(String text) {
    return parse(text, ItemReader::strings);
  }

  /** Reads what {@link #writePoint} wrote. */
  public static CountItem.Point readPoint(String text) {
    return parse(text, ItemReader::point);
  }

  private static void item(JsonGenerator json, Item item, boolean withResource) throws IOException {
    json.writeStartObject();
    if (item instanceof EventItem event) {
      event(json, event);
    } else if (item instanceof CountItem count) {
      count(json, count);
    }
    if (withResource) {
      json.writeFieldName("resource");
      map(json, item.resource());
    }
    json.writeEndObject();
  }

  private static void event(JsonGenerator json, EventItem event) throws IOException {
    json.writeStringField("kind", "event");
    json.writeStringField("id", event.id());
    json.writeStringField("name", event.name());
    json.writeStringField("purpose", lower(event.purpose()));
    json.writeNumberField("start", event.startNanos());
    json.writeNumberField("end", event.endNanos());
    json.writeStringField("status", lower(event.status()));
    json.writeFieldName("attributes");
    map(json, event.attributes());
  }

  private static void count(JsonGenerator json, CountItem count) throws IOException {
    json.writeStringField("kind", "count");
    json.writeStringField("id", count.id());
    json.writeStringField("purpose", lower(count.purpose()));
    json.writeStringField("day", count.day().toString());
    json.writeArrayFieldStart("points");
    for (CountItem.Point point : count.points()) {
      point(json, point);
    }
    json.writeEndArray();
  }

  private static void point(JsonGenerator json, CountItem.Point point) throws IOException {
    json.writeStartObject();
    json.writeStringField("metric", point.metric());
    json.writeStringField("unit", point.unit());
    json.writeFieldName("attributes");
    map(json, point.attributes());
    json.writeNumberField("count", point.count());
    json.writeFieldName("sum");
    value(json, point.sum());
    json.writeBooleanField("whole", point.whole());
    json.writeArrayFieldStart("bounds");
    for (double bound : point.bounds()) {
      value(json, bound);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("buckets");
    for (long bucket : point.buckets()) {
      json.writeNumber(bucket);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void map(JsonGenerator json, Map<String, ?> map) throws IOException {
    json.writeStartObject();
    for (Map.Entry<String, ?> entry : SortedEntries.copyOf(map).entrySet()) {
      json.writeFieldName(entry.getKey());
      value(json, entry.getValue());
    }
    json.writeEndObject();
  }

  private static void value(JsonGenerator json, Object value) throws IOException {
    if (value instanceof String string) {
      json.writeString(string);
    } else if (value instanceof Boolean bool) {
      json.writeBoolean(bool);
    } else if (value instanceof Long number) {
      json.writeNumber(number.longValue());
    } else if (value instanceof Double number && Double.isFinite(number)) {
      json.writeNumber(number.doubleValue());
    } else {
      throw new IllegalArgumentException(
          "a value must be a String, Boolean, Long or finite Double");
    }
  }

  static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static String text(Writing writing) {
    StringWriter text = new StringWriter(512);
    try (JsonGenerator json = JSON.createGenerator(text)) {
      writing.to(json);
    } catch (IOException e) {
      // Jackson's own text may quote a value.
      throw new IllegalArgumentException("an item could not be written");
    }
    return text.toString();
  }

  private static <T> T parse(String text, Reading<T> reading) {
    try (JsonParser json = JSON.createParser(text)) {
      json.nextToken();
      T result = reading.from(json);
      if (json.nextToken() != null) {
        throw ItemReader.unlike();
      }
      return result;
    } catch (IOException | DateTimeException | IllegalArgumentException e) {
      // Their texts quote what was read.
      throw ItemReader.unlike();
    }
  }

  private interface Writing {
    void to(JsonGenerator json) throws IOException;
  }

  private interface Reading<T> {
    T from(JsonParser json) throws IOException;
  }
}
