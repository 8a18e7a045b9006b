package dev.candor.telemetry.collector;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Sends an operator's own golden cases through one real Collector and tells which of them passed.
 * For one thread.
 */
public final class GoldenRun {
  private static final int MAX_DIFFERENCES = 5;

  private final CollectorPassage passage;

  private GoldenRun(CollectorPassage passage) {
    this.passage = passage;
  }

  /**
   * How one case went.
   *
   * @param name the file, and the number of the text if it has several; no value
   * @param differences what is not as written; none if the case passed
   */
  public record Verdict(String name, List<Difference> differences) {
    /** Copies the list. */
    public Verdict {
      differences = List.copyOf(differences);
    }

    /** Whether everything is as written. */
    public boolean passed() {
      return differences.isEmpty();
    }
  }

  /**
   * One difference.
   *
   * @param place where: a JSON pointer by positions; empty for the whole case
   * @param rule what is wrong there; no value
   * @param expected what is written, as JSON; may hold data
   * @param arrived what came, as JSON; may hold data
   */
  public record Difference(String place, String rule, String expected, String arrived) {
    /** Shows no value. */
    @Override
    public String toString() {
      return place + ": " + rule;
    }
  }

  /**
   * Runs every case of a folder in one start.
   *
   * @param program from {@link CollectorFinder}
   * @param folder for the Collector's files; made if missing
   * @param configs the base, and overlays that send nothing anywhere
   * @param environment variables that the files name
   * @param cases the folder of the cases
   * @throws CollectorException if there are no cases, or the Collector does not get ready
   */
  public static List<Verdict> run(
      Path program, Path folder, List<Path> configs, Map<String, String> environment, Path cases) {
    List<GoldenFolder.Case> all;
    try {
      all = new GoldenFolder(cases, cases.resolve(GoldenFolder.BASE)).cases();
    } catch (IOException e) {
      throw new CollectorException("the cases cannot be read: give a folder of .json files", e);
    }
    if (all.isEmpty()) {
      throw new CollectorException("the folder holds no case: give a folder of .json files");
    }
    configs.forEach(SilentConfig::require);
    try (CollectorPassage passage = CollectorPassage.start(program, folder, configs, environment)) {
      GoldenRun run = new GoldenRun(passage);
      return all.stream().map(run::verdict).toList();
    }
  }

  private Verdict verdict(GoldenFolder.Case given) {
    if (!given.fault().isEmpty()) {
      return failed(given, given.fault());
    }
    String path = given.sent().has("resourceMetrics") ? "/v1/metrics" : "/v1/traces";
    int status = passage.post(path, bytes(given.sent()));
    List<JsonNode> arrived = passage.arrived();
    if (status != 200) {
      return failed(given, "the Collector answered " + status);
    }
    JsonNode expected = given.arrives();
    if (expected == null) {
      return arrived.isEmpty()
          ? new Verdict(given.name(), List.of())
          : failed(given, "nothing may arrive, and something did");
    }
    if (arrived.size() != 1) {
      return failed(given, "nothing arrived");
    }
    List<Difference> differences = new ArrayList<>();
    compare("", form(expected), form(arrived.get(0)), differences);
    return new Verdict(given.name(), differences);
  }

  private static Verdict failed(GoldenFolder.Case given, String rule) {
    return new Verdict(given.name(), List.of(new Difference("", rule, "", "")));
  }

  private static JsonNode form(JsonNode request) {
    return OtlpJson.sorted(OtlpJson.plain(request));
  }

  private static void compare(
      String place, JsonNode expected, JsonNode arrived, List<Difference> differences) {
    if (expected.equals(arrived) || differences.size() == MAX_DIFFERENCES) {
      return;
    }
    if (expected.isObject() && arrived.isObject()) {
      TreeSet<String> names = new TreeSet<>();
      expected.fieldNames().forEachRemaining(names::add);
      arrived.fieldNames().forEachRemaining(names::add);
      names.forEach(
          name ->
              compare(place + "/" + name, expected.path(name), arrived.path(name), differences));
    } else if (expected.isArray() && arrived.isArray() && expected.size() == arrived.size()) {
      for (int i = 0; i < expected.size(); i++) {
        compare(place + "/" + i, expected.path(i), arrived.path(i), differences);
      }
    } else {
      differences.add(
          new Difference(place, rule(expected, arrived), expected.toString(), arrived.toString()));
    }
  }

  private static String rule(JsonNode expected, JsonNode arrived) {
    if (expected.isMissingNode()) {
      return "arrived, and may not";
    }
    if (arrived.isMissingNode()) {
      return "did not arrive";
    }
    return expected.isArray() && arrived.isArray()
        ? "%d elements expected, %d arrived".formatted(expected.size(), arrived.size())
        : "differs";
  }

  private static byte[] bytes(JsonNode node) {
    try {
      return CollectorPassage.JSON.writeValueAsBytes(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("writing to memory failed", e);
    }
  }
}
