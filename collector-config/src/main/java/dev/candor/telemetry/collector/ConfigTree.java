package dev.candor.telemetry.collector;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Questions to a configuration as a tree. */
final class ConfigTree {
  private static final Set<String> ZERO = Set.of("0", "0s");

  private ConfigTree() {}

  /** Of a duration as it is written or printed. */
  static boolean isZero(JsonNode duration) {
    return ZERO.contains(duration.asText());
  }

  static Set<String> names(JsonNode section) {
    Set<String> names = new TreeSet<>();
    section.fieldNames().forEachRemaining(names::add);
    return names;
  }

  static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(element -> texts.add(element.asText()));
    return texts;
  }

  static List<String> with(List<String> path, String last) {
    List<String> longer = new ArrayList<>(path);
    longer.add(last);
    return longer;
  }

  /** {@code filter} of {@code filter/contract}. */
  static String type(String component) {
    int slash = component.indexOf('/');
    return slash < 0 ? component : component.substring(0, slash);
  }
}
