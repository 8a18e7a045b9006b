package dev.candor.telemetry.console;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.candor.telemetry.SourceTelemetry.Status;
import dev.candor.telemetry.exporter.EventItem;
import dev.candor.telemetry.exporter.ItemJson;
import dev.candor.telemetry.exporter.door.GivenSpan;
import dev.candor.telemetry.scrub.Grammars;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads spans from a file of OTLP/JSON requests, or of items as {@code squid replay --print} writes
 * them, strictly: what breaks a rule is told by its place, never by its content.
 */
final class OtlpJsonSpans {
  private static final long LARGEST_FILE = 64L << 20;
  private static final Set<String> OTHERS = Set.of("resourceMetrics", "resourceLogs");
  private static final ObjectMapper MAPPER =
      new ObjectMapper(
          JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build());

  private final List<GivenSpan> spans = new ArrayList<>();

  private OtlpJsonSpans() {}

  static List<GivenSpan> read(Path file) {
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      throw new CommandFailure(ExitCode.USAGE, "no such file: give a file of OTLP/JSON");
    }
    OtlpJsonSpans read = new OtlpJsonSpans();
    try {
      if (Files.size(file) > LARGEST_FILE) {
        throw CommandFailure.failed("the file must have at most 64 MiB");
      }
      try (MappingIterator<JsonNode> requests =
          MAPPER.readerFor(JsonNode.class).readValues(Files.newInputStream(file))) {
        while (requests.hasNextValue()) {
          int line = requests.getCurrentLocation().getLineNr();
          read.request(requests.nextValue(), "line " + line);
        }
      }
    } catch (StreamConstraintsException e) {
      throw CommandFailure.failed(
          "the file must have texts of at most 20 million characters, numbers of at most 1,000"
              + " digits and at most 1,000 levels");
    } catch (JsonProcessingException e) {
      JsonLocation at = e.getLocation();
      throw CommandFailure.failed(
          at == null
              ? "the file must be JSON with unique keys"
              : "line %d, column %d: must be JSON with unique keys"
                  .formatted(at.getLineNr(), at.getColumnNr()));
    } catch (IOException e) {
      throw CommandFailure.missing("the file cannot be read");
    }
    return read.spans;
  }

  private void request(JsonNode request, String place) {
    if (request instanceof ObjectNode item && item.path("kind").isTextual()) {
      item(item.without(List.of("trace_id", "span_id")), place);
      return;
    }
    if (OTHERS.stream().anyMatch(request::has) && !request.has("resourceSpans")) {
      return; // a file of the Collector's holds all signals
    }
    if (!request.isObject() || !request.has("resourceSpans")) {
      throw fault(place, "must be an object with 'resourceSpans'");
    }
    int group = 0;
    for (JsonNode resourceSpans : list(request, "resourceSpans", place)) {
      String at = place + ", resourceSpans[" + group++ + "]";
      Map<String, Object> resource = attributes(resourceSpans.path("resource"), at + ".resource");
      int scope = 0;
      for (JsonNode scopeSpans : list(resourceSpans, "scopeSpans", at)) {
        String inside = at + ".scopeSpans[" + scope++ + "]";
        int number = 0;
        for (JsonNode span : list(scopeSpans, "spans", inside)) {
          spans.add(span(span, resource, inside + ".spans[" + number++ + "]"));
        }
      }
    }
  }

  private void item(JsonNode request, String place) {
    try {
      if (ItemJson.read(request.toString()) instanceof EventItem event) {
        spans.add(
            new GivenSpan(
                event.traceId(),
                event.spanId(),
                /* root= */ true,
                event.name(),
                event.startNanos(),
                event.endNanos(),
                event.status(),
                event.attributes(),
                event.resource()));
      }
    } catch (IllegalArgumentException e) {
      throw fault(place, "must be an item as 'squid replay --print' writes it");
    }
  }

  private static GivenSpan span(JsonNode span, Map<String, Object> resource, String place) {
    JsonNode name = span.path("name");
    if (!name.isTextual()) {
      throw fault(place, "'name' must be a text");
    }
    return new GivenSpan(
        id(span, "traceId", 32, place),
        id(span, "spanId", 16, place),
        span.path("parentSpanId").asText("").replace("0", "").isEmpty(),
        name.textValue(),
        nanos(span, "startTimeUnixNano", place),
        nanos(span, "endTimeUnixNano", place),
        status(span.path("status").path("code")),
        attributes(span, place),
        resource);
  }

  private static String id(JsonNode span, String key, int length, String place) {
    String id = span.path(key).asText("").toLowerCase(java.util.Locale.ROOT);
    if (!Grammars.isHex(id, length) || id.equals("0".repeat(length))) {
      throw fault(place, "'" + key + "' must be " + length + " hexadecimal digits, not all 0");
    }
    return id;
  }

  private static long nanos(JsonNode span, String key, String place) {
    Long nanos = whole(span.path(key));
    if (nanos == null || nanos < 0) {
      throw fault(place, "'" + key + "' must be nanoseconds since 1970");
    }
    return nanos;
  }

  private static Status status(JsonNode code) {
    return switch (code.asText("")) {
      case "1", "STATUS_CODE_OK" -> Status.OK;
      case "2", "STATUS_CODE_ERROR" -> Status.ERROR;
      default -> Status.UNSET;
    };
  }

  private static Map<String, Object> attributes(JsonNode owner, String place) {
    Map<String, Object> attributes = new HashMap<>();
    int number = 0;
    for (JsonNode pair : list(owner, "attributes", place)) {
      String at = place + ".attributes[" + number++ + "]";
      if (!pair.path("key").isTextual()) {
        throw fault(at, "'key' must be a text");
      }
      attributes.putIfAbsent(pair.path("key").textValue(), value(pair.path("value"), at));
    }
    return attributes;
  }

  /** What is no plain value stays a tree, which no registry lets pass. */
  private static Object value(JsonNode value, String place) {
    if (value.path("stringValue").isTextual()) {
      return value.path("stringValue").textValue();
    }
    if (value.path("boolValue").isBoolean()) {
      return value.path("boolValue").booleanValue();
    }
    if (value.has("intValue")) {
      Long whole = whole(value.path("intValue"));
      if (whole == null) {
        throw fault(place, "'intValue' must be a whole number of 64 bits");
      }
      return whole;
    }
    if (value.has("doubleValue")) {
      Double number = decimal(value.path("doubleValue"));
      if (number == null) {
        throw fault(place, "'doubleValue' must be a number");
      }
      return number;
    }
    return value;
  }

  /** A number, or a text of digits, as OTLP/JSON writes 64 bits. */
  private static @Nullable Long whole(JsonNode node) {
    try {
      return node.isTextual() || node.isIntegralNumber() ? Long.valueOf(node.asText()) : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static @Nullable Double decimal(JsonNode node) {
    try {
      return node.isTextual() || node.isNumber() ? Double.valueOf(node.asText()) : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static Iterable<JsonNode> list(JsonNode owner, String key, String place) {
    JsonNode list = owner.path(key);
    if (!list.isMissingNode() && !list.isNull() && !list.isArray()) {
      throw fault(place, "'" + key + "' must be a list");
    }
    return list;
  }

  private static CommandFailure fault(String place, String rule) {
    return CommandFailure.failed(place + ": " + rule);
  }
}
