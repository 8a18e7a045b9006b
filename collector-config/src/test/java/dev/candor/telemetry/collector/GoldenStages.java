package dev.candor.telemetry.collector;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * {@code golden-stages.csv}: for each golden case the stages that stop it even alone, and the hole
 * of the stock components that it closes. A line whose name holds {@code #} stands for a test of
 * what JSON cannot express.
 */
final class GoldenStages {
  static final Path FILE = Path.of("src", "test", "resources", "golden-stages.csv");

  /** One line; {@code hole} is empty for a case that closes none. */
  record Line(String name, List<String> stages, String hole) {}

  private GoldenStages() {}

  static Map<String, Line> read() throws IOException {
    Map<String, Line> lines = new LinkedHashMap<>();
    for (String line : Files.readAllLines(FILE)) {
      String[] parts = line.split(",", -1);
      List<String> stages =
          Arrays.stream(parts[1].split(" ")).filter(stage -> !stage.isEmpty()).toList();
      lines.put(parts[0], new Line(parts[0], stages, parts[2]));
    }
    return lines;
  }

  static void write(Map<String, Set<String>> stages, List<String> order) throws IOException {
    Map<String, Line> old = Files.exists(FILE) ? read() : Map.of();
    List<String> lines = new ArrayList<>();
    stages.forEach(
        (name, stopped) -> {
          List<String> sorted = order.stream().filter(stopped::contains).toList();
          String hole = old.containsKey(name) ? old.get(name).hole() : "";
          lines.add(name + "," + String.join(" ", sorted) + "," + hole);
        });
    Files.write(FILE, lines);
  }

  /** Every text and number that a case sends beside a valid request and that must not arrive. */
  static Set<String> planted(GoldenCase golden) throws IOException {
    Set<String> planted = scalars(GoldenCollector.plain(golden.sent().deepCopy()));
    JsonNode arrives = golden.arrives();
    if (arrives != null) {
      planted.removeAll(scalars(GoldenCollector.plain(arrives.deepCopy())));
    }
    Set<String> strange = new TreeSet<>(planted);
    for (String base : List.of("span", "error", "metric", "acquisition", "change")) {
      strange.removeAll(scalars(GoldenCollector.plain(GoldenCase.base(base))));
    }
    // A valid text in a wrong place is known from other requests.
    return strange.isEmpty() && arrives != null ? planted : strange;
  }

  static Set<String> scalars(JsonNode node) {
    Set<String> scalars = new TreeSet<>();
    collect(node, scalars);
    return scalars;
  }

  private static void collect(JsonNode node, Set<String> scalars) {
    if (node.isValueNode()) {
      scalars.add(node.asText());
    }
    node.forEach(child -> collect(child, scalars));
  }
}
