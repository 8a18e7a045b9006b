package dev.candor.telemetry.exporter;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.SourceTelemetry.Status;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads token by token; every field is expected in the order in which it was written. */
final class ItemReader {
  private ItemReader() {}

  static Item item(JsonParser json, @Nullable SortedMap<String, String> resource)
      throws IOException {
    expect(json, JsonToken.START_OBJECT);
    String kind = string(json, "kind");
    return switch (kind) {
      case "event" -> event(json, resource);
      case "count" -> count(json, resource);
      default -> throw unlike();
    };
  }

  private static EventItem event(JsonParser json, @Nullable SortedMap<String, String> resource)
      throws IOException {
    String id = string(json, "id");
    String name = string(json, "name");
    Purpose purpose = purpose(json);
    long start = whole(json, "start");
    long end = whole(json, "end");
    Status status = Status.valueOf(upper(string(json, "status")));
    field(json, "attributes");
    SortedMap<String, Object> attributes = map(json);
    return new EventItem(
        id, name, purpose, start, end, status, attributes, resource(json, resource));
  }

  private static CountItem count(JsonParser json, @Nullable SortedMap<String, String> resource)
      throws IOException {
    String id = string(json, "id");
    Purpose purpose = purpose(json);
    LocalDate day = LocalDate.parse(string(json, "day"));
    field(json, "points");
    expect(json, JsonToken.START_ARRAY);
    List<CountItem.Point> points = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      points.add(point(json));
    }
    return new CountItem(id, purpose, day, points, resource(json, resource));
  }

  static CountItem.Point point(JsonParser json) throws IOException {
    expect(json, JsonToken.START_OBJECT);
    String metric = string(json, "metric");
    String unit = string(json, "unit");
    field(json, "attributes");
    SortedMap<String, Object> attributes = map(json);
    long count = whole(json, "count");
    field(json, "sum");
    expect(json, JsonToken.VALUE_NUMBER_FLOAT);
    double sum = json.getDoubleValue();
    field(json, "whole");
    boolean whole = json.getBooleanValue();
    List<Double> bounds = new ArrayList<>();
    field(json, "bounds");
    expect(json, JsonToken.START_ARRAY);
    while (json.nextToken() != JsonToken.END_ARRAY) {
      expect(json, JsonToken.VALUE_NUMBER_FLOAT);
      bounds.add(json.getDoubleValue());
    }
    List<Long> buckets = new ArrayList<>();
    field(json, "buckets");
    expect(json, JsonToken.START_ARRAY);
    while (json.nextToken() != JsonToken.END_ARRAY) {
      expect(json, JsonToken.VALUE_NUMBER_INT);
      buckets.add(json.getLongValue());
    }
    end(json);
    return new CountItem.Point(metric, unit, attributes, count, sum, whole, bounds, buckets);
  }

  static SortedMap<String, String> strings(JsonParser json) throws IOException {
    SortedMap<String, String> strings = new TreeMap<>();
    for (Map.Entry<String, Object> entry : map(json).entrySet()) {
      if (!(entry.getValue() instanceof String string)) {
        throw unlike();
      }
      strings.put(entry.getKey(), string);
    }
    return strings;
  }

  private static SortedMap<String, Object> map(JsonParser json) throws IOException {
    expect(json, JsonToken.START_OBJECT);
    SortedMap<String, Object> map = new TreeMap<>();
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String key = json.currentName();
      json.nextToken();
      if (map.put(key, value(json)) != null) {
        throw unlike(); // the key stands there twice
      }
    }
    return map;
  }

  private static Object value(JsonParser json) throws IOException {
    return switch (json.currentToken()) {
      case VALUE_STRING -> json.getText();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NUMBER_INT -> json.getLongValue();
      case VALUE_NUMBER_FLOAT -> json.getDoubleValue();
      default -> throw unlike();
    };
  }

  private static SortedMap<String, String> resource(
      JsonParser json, @Nullable SortedMap<String, String> given) throws IOException {
    SortedMap<String, String> resource = given;
    if (resource == null) {
      field(json, "resource");
      resource = strings(json);
    }
    end(json);
    return resource;
  }

  private static Purpose purpose(JsonParser json) throws IOException {
    return Purpose.valueOf(upper(string(json, "purpose")));
  }

  private static String string(JsonParser json, String name) throws IOException {
    field(json, name);
    expect(json, JsonToken.VALUE_STRING);
    return json.getText();
  }

  private static long whole(JsonParser json, String name) throws IOException {
    field(json, name);
    expect(json, JsonToken.VALUE_NUMBER_INT);
    return json.getLongValue();
  }

  private static void field(JsonParser json, String name) throws IOException {
    if (json.nextToken() != JsonToken.FIELD_NAME || !name.equals(json.currentName())) {
      throw unlike();
    }
    json.nextToken();
  }

  private static void end(JsonParser json) throws IOException {
    if (json.nextToken() != JsonToken.END_OBJECT) {
      throw unlike();
    }
  }

  private static void expect(JsonParser json, JsonToken token) {
    if (json.currentToken() != token) {
      throw unlike();
    }
  }

  private static String upper(String text) {
    return text.toUpperCase(Locale.ROOT);
  }

  static IllegalArgumentException unlike() {
    return new IllegalArgumentException("not the canonical JSON of an item");
  }
}
