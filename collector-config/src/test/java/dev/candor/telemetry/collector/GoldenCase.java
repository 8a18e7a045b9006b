package dev.candor.telemetry.collector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One file of {@code golden/}: changes that are made to a valid request, and the changes that the
 * Collector's output then shows. {@code ${each}} stands for each text of a list; {@code "out":
 * null} means that nothing arrives.
 */
record GoldenCase(
    String name, String proves, JsonNode sent, @Nullable JsonNode arrives, String each) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path RESOURCES = Path.of("src", "test", "resources");
  private static final Map<String, String> PLACES =
      Map.of(
          "@resource", "/resourceSpans/0/resource",
          "@scope", "/resourceSpans/0/scopeSpans/0/scope",
          "@span", "/resourceSpans/0/scopeSpans/0/spans/0",
          "@metrics-resource", "/resourceMetrics/0/resource",
          "@metrics-scope", "/resourceMetrics/0/scopeMetrics/0/scope",
          "@metric", "/resourceMetrics/0/scopeMetrics/0/metrics/0",
          "@point", "/resourceMetrics/0/scopeMetrics/0/metrics/0/sum/dataPoints/0");

  static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(RESOURCES.resolve("golden"))) {
      return files.sorted().toList();
    }
  }

  static JsonNode base(String name) throws IOException {
    return JSON.readTree(RESOURCES.resolve("golden-base.json").toFile()).get(name).deepCopy();
  }

  static List<GoldenCase> all() throws IOException {
    List<GoldenCase> cases = new ArrayList<>();
    for (Path file : files()) {
      JsonNode json = JSON.readTree(file.toFile());
      if (!json.has("each")) {
        cases.add(of(file, json, ""));
      }
      for (JsonNode each : json.path("each")) {
        String quoted = JSON.writeValueAsString(each.asText());
        String text = json.toString().replace("${each}", quoted.substring(1, quoted.length() - 1));
        cases.add(of(file, JSON.readTree(text), each.asText()));
      }
    }
    return cases;
  }

  @Override
  public String toString() {
    return name + (each.isEmpty() ? "" : " [" + each.lines().findFirst().orElse("") + "]");
  }

  private static GoldenCase of(Path file, JsonNode json, String each) throws IOException {
    String base = json.get("base").asText();
    JsonNode out = json.get("out");
    return new GoldenCase(
        file.getFileName().toString(),
        json.get("proves").asText(),
        patched(base(base), json.get("in")),
        out.isNull() ? null : patched(base(base), out),
        each);
  }

  private static JsonNode patched(JsonNode root, JsonNode changes) {
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
    JsonNode parent = root.at(path.substring(0, slash));
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
      throw new IllegalArgumentException("no such place: " + place);
    }
  }

  private static void element(ArrayNode list, String last, JsonNode value) {
    if (last.equals("+")) {
      list.add(value);
      return;
    }
    int index = last.matches("[0-9]+") ? Integer.parseInt(last) : indexOf(list, last);
    if (index < 0) {
      list.addObject().put("key", last).set("value", value);
    } else if (value.isNull()) {
      list.remove(index);
    } else {
      ((ObjectNode) list.get(index)).set("value", value);
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
