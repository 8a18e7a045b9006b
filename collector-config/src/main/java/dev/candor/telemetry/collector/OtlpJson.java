package dev.candor.telemetry.collector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Brings OTLP/JSON into one form, so that equal data is equal JSON. */
final class OtlpJson {
  private OtlpJson() {}

  /** Removes what encoders may write or leave out, and writes all numbers alike; in place. */
  static JsonNode plain(JsonNode node) {
    if (node instanceof ObjectNode object) {
      for (String name : names(object)) {
        JsonNode child = plain(object.get(name));
        if (child.isNumber()) {
          object.put(name, child.asDouble());
        }
        boolean value = name.equals("value") || name.endsWith("Value");
        if (!value && (child.isNull() || isDefault(child))) {
          object.remove(name);
        }
      }
    } else if (node instanceof ArrayNode list) {
      list.forEach(OtlpJson::plain);
    }
    return node;
  }

  /**
   * Sorts attributes by key, in place: where one was removed, the Collector moves the last into its
   * place.
   */
  static JsonNode sorted(JsonNode node) {
    node.forEach(OtlpJson::sorted);
    if (node.path("attributes") instanceof ArrayNode attributes) {
      List<JsonNode> elements = new ArrayList<>();
      attributes.forEach(elements::add);
      elements.sort(Comparator.comparing(element -> element.path("key").asText()));
      attributes.removeAll().addAll(elements);
    }
    return node;
  }

  private static boolean isDefault(JsonNode node) {
    if (node.isNumber()) {
      return node.asDouble() == 0;
    }
    return node.isTextual() ? node.asText().isEmpty() : node.isContainerNode() && node.isEmpty();
  }

  private static List<String> names(ObjectNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
