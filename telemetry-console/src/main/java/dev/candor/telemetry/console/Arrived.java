package dev.candor.telemetry.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What came out at the far end: the lines of the Collector's file exporter, one OTLP/JSON request
 * each.
 *
 * @param spans the events, by start
 * @param totals the totals of a day
 */
record Arrived(List<Span> spans, List<Total> totals) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Copies the lists. */
  Arrived {
    spans = List.copyOf(spans);
    totals = List.copyOf(totals);
  }

  /** Reads a file; one that does not exist is empty. */
  static Arrived read(Path file) {
    if (!Files.exists(file)) {
      return new Arrived(List.of(), List.of());
    }
    try {
      return parse(Files.readAllLines(file, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads lines. A last line that is only half written is left out. */
  static Arrived parse(List<String> lines) {
    List<Span> spans = new ArrayList<>();
    List<Total> totals = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      try {
        JsonNode request = JSON.readTree(lines.get(i));
        request.path("resourceSpans").forEach(group -> spans(group, spans));
        request.path("resourceMetrics").forEach(group -> totals(group, totals));
      } catch (JsonProcessingException e) {
        if (i < lines.size() - 1) {
          throw CommandFailure.failed("line " + (i + 1) + " of what arrived is not JSON");
        }
      }
    }
    spans.sort(Comparator.comparing(Span::start).thenComparing(Span::id));
    return new Arrived(spans, totals);
  }

  /** The events of one name. */
  List<Span> named(String name) {
    return spans.stream().filter(span -> span.name().equals(name)).collect(Collectors.toList());
  }

  private static void spans(JsonNode group, List<Span> spans) {
    SortedMap<String, Object> resource = attributes(group.path("resource").path("attributes"));
    for (JsonNode scope : group.path("scopeSpans")) {
      for (JsonNode span : scope.path("spans")) {
        spans.add(
            new Span(
                span.path("traceId").asText() + span.path("spanId").asText(),
                span.path("name").asText(),
                time(span.path("startTimeUnixNano")),
                time(span.path("endTimeUnixNano")),
                span.path("status").path("code").asInt(),
                attributes(span.path("attributes")),
                resource));
      }
    }
  }

  private static void totals(JsonNode group, List<Total> totals) {
    SortedMap<String, Object> resource = attributes(group.path("resource").path("attributes"));
    for (JsonNode scope : group.path("scopeMetrics")) {
      for (JsonNode metric : scope.path("metrics")) {
        for (String kind : List.of("sum", "histogram")) {
          for (JsonNode point : metric.path(kind).path("dataPoints")) {
            totals.add(total(metric, point, resource));
          }
        }
      }
    }
  }

  private static Total total(JsonNode metric, JsonNode point, SortedMap<String, Object> resource) {
    double value =
        point.has("asInt")
            ? point.path("asInt").asLong()
            : point.path("asDouble").asDouble(point.path("sum").asDouble());
    return new Total(
        metric.path("name").asText(),
        metric.path("unit").asText(),
        attributes(point.path("attributes")),
        value,
        point.path("count").asLong(1),
        time(point.path("startTimeUnixNano")),
        resource);
  }

  private static SortedMap<String, Object> attributes(JsonNode list) {
    SortedMap<String, Object> attributes = new TreeMap<>();
    for (JsonNode attribute : list) {
      attributes.put(attribute.path("key").asText(), value(attribute.path("value")));
    }
    return attributes;
  }

  private static Object value(JsonNode value) {
    if (value.has("boolValue")) {
      return value.path("boolValue").asBoolean();
    }
    if (value.has("intValue")) {
      return value.path("intValue").asLong();
    }
    if (value.has("doubleValue")) {
      return value.path("doubleValue").asDouble();
    }
    return value.path("stringValue").asText();
  }

  private static Instant time(JsonNode nanos) {
    long value = nanos.asLong();
    return Instant.ofEpochSecond(value / 1_000_000_000L, value % 1_000_000_000L);
  }

  /**
   * One event.
   *
   * @param id trace id and span id, as in the store
   * @param name its name
   * @param start its start
   * @param end its end
   * @param status OTLP's code: 0 unset, 1 ok, 2 error
   * @param attributes its values
   * @param resource who reported
   */
  record Span(
      String id,
      String name,
      Instant start,
      Instant end,
      int status,
      SortedMap<String, Object> attributes,
      SortedMap<String, Object> resource) {
    /** A value as text, empty where there is none. */
    String text(String key) {
      return String.valueOf(attributes.getOrDefault(key, ""));
    }

    /** A whole number, 0 where there is none. */
    long number(String key) {
      return attributes.get(key) instanceof Number number ? number.longValue() : 0;
    }
  }

  /**
   * One total of one day.
   *
   * @param metric its name
   * @param unit its unit
   * @param attributes its labels
   * @param value a counter's value, or the sum of a histogram
   * @param count the number of values, 1 for a counter
   * @param from the begin of the day
   * @param resource who reported
   */
  record Total(
      String metric,
      String unit,
      SortedMap<String, Object> attributes,
      double value,
      long count,
      Instant from,
      SortedMap<String, Object> resource) {}
}
