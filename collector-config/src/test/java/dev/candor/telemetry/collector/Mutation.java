package dev.candor.telemetry.collector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * One line of {@code mutations.csv}: a fault of {@code bad/} put into the shipped files, and the
 * behavioural case that it turns red, or why it cannot.
 *
 * @param stages what is left of the incoming pipelines, so that no other stage hides the fault
 * @param probe what is sent
 * @param cannot the reason why nothing turns red
 */
record Mutation(String fault, List<String> stages, String probe, String cannot) {
  static final Path FILE = Path.of("src", "test", "resources", "mutations.csv");

  /** Fails whenever it is asked, for any item. */
  private static final String FAILING = "Substring(\"a\", 3, 4) == \"b\"";

  static List<Mutation> all() throws IOException {
    return Files.readAllLines(FILE).stream().map(Mutation::of).toList();
  }

  private static Mutation of(String line) {
    String[] parts = line.split(",", -1);
    return new Mutation(
        parts[0],
        Arrays.stream(parts[1].split(" ")).filter(stage -> !stage.isEmpty()).toList(),
        parts[2],
        parts[3]);
  }

  /** The shipped files, with the fault or without. */
  JsonNode config(boolean faulty) {
    List<Path> shipped =
        List.of(Path.of("collector", "base.yaml"), Path.of("collector", "dest-otlp.yaml"));
    ObjectNode config =
        (ObjectNode)
            ConfigFiles.read(faulty ? List.of(shipped.get(0), shipped.get(1), file()) : shipped)
                .merged();
    if (probe.startsWith("failing ")) {
      fail((ObjectNode) config.at("/processors").get(stages.get(0)));
    }
    return config;
  }

  /** One for all mutations that start from the same stages. */
  String shippedName() {
    String failing = probe.startsWith("failing ") ? "failing-" : "shipped-";
    return failing + String.join("-", stages).replace('/', '-');
  }

  Path file() {
    return Path.of("src", "test", "resources", "bad", fault + ".yaml");
  }

  /** The golden cases that the probe names. */
  List<GoldenCase> cases() throws IOException {
    String name = probe.substring(probe.lastIndexOf(' ') + 1) + ".json";
    return GoldenCase.all().stream().filter(golden -> golden.name().equals(name)).toList();
  }

  private static void fail(ObjectNode stage) {
    for (String filter : List.of("/traces/span", "/metrics/metric")) {
      if (stage.at(filter) instanceof ArrayNode conditions) {
        conditions.insert(0, FAILING);
      }
    }
    for (String groups : List.of("trace_statements", "metric_statements")) {
      if (stage.path(groups).path(0).path("statements") instanceof ArrayNode statements) {
        String context = stage.path(groups).path(0).path("context").asText();
        statements.insert(0, "set(" + context + ".schema_url, \"\") where " + FAILING);
      }
    }
  }

  @Override
  public String toString() {
    return fault;
  }
}
