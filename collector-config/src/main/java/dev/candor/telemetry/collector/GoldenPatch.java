package dev.candor.telemetry.collector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * Changes a request at named places: a JSON pointer, or a short name such as {@code @span} and what
 * lies below it. A list of attributes is stepped into by key; {@code null} removes, {@code +} adds.
 */
final class GoldenPatch {
  private static final Map<String, String> PLACES =
      Map.of(
          "@resource", "/resourceSpans/0/resource",
          "@scope", "/resourceSpans/0/scopeSpans/0/scope",
          "@span", "/resourceSpans/0/scopeSpans/0/spans/0",
          "@metrics-resource", "/resourceMetrics/0/resource",
          "@metrics-scope", "/resourceMetrics/0/scopeMetrics/0/scope",
          "@metric", "/resourceMetrics/0/scopeMetrics/0/metrics/0",
          "@point", "/resourceMetrics/0/scopeMetrics/0/metrics/0/sum/dataPoints/0");

  private GoldenPatch() {}

  /**
   * Makes the changes, in place.
   *
   * @throws IllegalArgumentException if there is no such place; the message is the rule
   */
  static JsonNode patched(JsonNode root, JsonNode changes) {
    changes.properties().forEach(change -> put(root, change.getKey(), change.getValue()));
    return root;
  }

  private static void put(JsonNode root, String place, JsonNode value) {
    String path = place;
    for (Map.Entry<String, String> known : PLACES.entrySet()) {
      if (place.equals(known.getKey()) || place.startsWith(known.getKey() + "/")) {
        path = known.getValue() + place.substring(known.getKey().length());
      }
    }
    int slash = path.lastIndexOf('/');
    JsonNode parent = slash < 0 ? root.path("") : root.at(path.substring(0, slash));
    String last = path.substring(slash + 1);
    if (parent instanceof ObjectNode object) {
      if (value.isNull()) {
        object.remove(last);
      } else {
        object.set(last, value);
      }
    } else if (parent instanceof ArrayNode list) {
      element(list, last, value);
    } else {
      throw new IllegalArgumentException("a change names a place that its base does not have");
    }
  }

  private static void element(ArrayNode list, String last, JsonNode value) {
    if (last.equals("+")) {
      list.add(value);
      return;
    }
    int index = last.matches("[0-9]{1,6}") ? Integer.parseInt(last) : indexOf(list, last);
    if (index < 0) {
      list.addObject().put("key", last).set("value", value);
    } else if (value.isNull()) {
      list.remove(index);
    } else if (list.get(index) instanceof ObjectNode element) {
      element.set("value", value);
    } else {
      throw new IllegalArgumentException("a change names a place that its base does not have");
    }
  }

  private static int indexOf(ArrayNode list, String key) {
    for (int i = 0; i < list.size(); i++) {
      if (list.get(i).path("key").asText().equals(key)) {
        return i;
      }
    }
    return -1;
  }
}
