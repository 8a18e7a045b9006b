package dev.candor.telemetry.collector;

import com.fasterxml.jackson.databind.JsonNode;
import dev.candor.telemetry.registry.Registry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Every string in what left the Collector, by the id of the case that it belongs to. Fields are not
 * chosen: whatever holds text counts, with its place, so that what is the same for every case can
 * be told from what is not.
 */
final class LeftStrings {
  private final Map<String, Set<Entry>> cases = new HashMap<>();

  /**
   * A string and where it stands.
   *
   * @param place names of fields, with the key of an attribute in brackets; no positions
   */
  record Entry(String place, String text) {
    boolean isKey() {
      return place.endsWith("attributes/key");
    }
  }

  /** Takes in one request that arrived. */
  void add(JsonNode request) {
    for (JsonNode resource : request.path("resourceSpans")) {
      scopes(resource, "scopeSpans", "spans");
    }
    for (JsonNode resource : request.path("resourceMetrics")) {
      scopes(resource, "scopeMetrics", "metrics");
    }
    for (JsonNode resource : request.path("resourceLogs")) {
      scopes(resource, "scopeLogs", "logRecords");
    }
  }

  /** What left of a case, or null if nothing did. */
  @Nullable Set<Entry> of(String id) {
    return cases.get(id);
  }

  private void scopes(JsonNode resource, String scopes, String items) {
    List<Entry> outer = new ArrayList<>();
    walkBut(resource, scopes, "resource", outer);
    for (JsonNode scope : resource.path(scopes)) {
      List<Entry> around = new ArrayList<>(outer);
      walkBut(scope, items, "scope", around);
      for (JsonNode item : scope.path(items)) {
        Set<Entry> left = cases.computeIfAbsent(id(resource, item), id -> new LinkedHashSet<>());
        left.addAll(around);
        List<Entry> inner = new ArrayList<>();
        walk(item, items, inner);
        left.addAll(inner);
      }
    }
  }

  /** The trace id of a span, the report id of a metric's resource. */
  private static String id(JsonNode resource, JsonNode item) {
    for (JsonNode attribute : resource.path("resource").path("attributes")) {
      if (attribute.path("key").asText().equals(Registry.REPORT_ID)) {
        return attribute.path("value").path("stringValue").asText();
      }
    }
    return item.path("traceId").asText();
  }

  private static void walkBut(JsonNode node, String without, String place, List<Entry> entries) {
    node.properties()
        .forEach(
            field -> {
              if (!field.getKey().equals(without)) {
                walk(field.getValue(), place + "/" + field.getKey(), entries);
              }
            });
  }

  private static void walk(JsonNode node, String place, List<Entry> entries) {
    if (node.isObject() && node.has("key")) {
      String key = node.path("key").asText();
      entries.add(new Entry(place + "/key", key));
      walk(node.path("value"), place + "[" + key + "]", entries);
    } else if (node.isObject()) {
      node.properties()
          .forEach(field -> walk(field.getValue(), place + "/" + field.getKey(), entries));
    } else if (node.isArray()) {
      node.forEach(element -> walk(element, place, entries));
    } else if (node.isTextual() || place.endsWith("Value")) {
      // Numbers and flags are text where they are values; elsewhere they count or point.
      entries.add(new Entry(place, node.asText()));
    }
  }
}
