package dev.candor.telemetry.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lines of cases for tests, and what a command made of them. */
final class Cases {
  /** The carriers, as a corpus writes them. */
  static final List<String> CARRIERS =
      List.of(
          "attribute_value",
          "attribute_key",
          "span_name",
          "status_description",
          "exception.message",
          "exception.stacktrace",
          "resource_attribute",
          "config_value",
          "metric_attribute",
          "event_name",
          "log_body");

  private static final ObjectMapper JSON = new ObjectMapper();

  private final StringBuilder lines = new StringBuilder();

  /** Adds a case. */
  Cases add(String id, String carrier, String key, String text) {
    return line(
        write(
            JSON.createObjectNode()
                .put("id", id)
                .put("carrier", carrier)
                .put("key", key)
                .put("text", text)));
  }

  /** Adds a line as it is. */
  Cases line(String line) {
    lines.append(line).append('\n');
    return this;
  }

  byte[] bytes() {
    return lines.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** What was printed, by id in the order of the lines; "null" for nothing. */
  static Map<String, String> outs(TestShell shell) {
    Map<String, String> outs = new LinkedHashMap<>();
    for (String line : shell.out().lines().toList()) {
      JsonNode node = read(line);
      List<String> fields = new ArrayList<>();
      node.fieldNames().forEachRemaining(fields::add);
      if (!fields.equals(List.of("id", "out"))) {
        throw new AssertionError("fields " + fields);
      }
      outs.put(
          node.get("id").asText(), node.get("out").isNull() ? "null" : node.get("out").asText());
    }
    return outs;
  }

  private static String write(JsonNode node) {
    try {
      return JSON.writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode read(String line) {
    try {
      return JSON.readTree(line);
    } catch (JsonProcessingException e) {
      throw new AssertionError("no JSON line", e);
    }
  }
}
