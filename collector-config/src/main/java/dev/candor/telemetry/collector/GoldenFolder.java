package dev.candor.telemetry.collector;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads golden cases: a file of valid requests by name, and one file for each case that says what
 * is changed in one of them and how that shows behind the Collector.
 */
final class GoldenFolder {
  /** The valid requests, beside the cases. */
  static final String BASE = "base.json";

  private static final Set<String> FIELDS = Set.of("proves", "base", "in", "out", "each");

  private final Path cases;
  private final Path base;

  /**
   * One request, and what of it arrives.
   *
   * @param file the file that it stands in
   * @param number which of the texts of {@code each} it has, from 1; 0 if there are none
   * @param each that text, or empty
   * @param fault the rule that the file breaks, or empty; then there is no request
   * @param arrives null: nothing
   */
  record Case(
      String file,
      int number,
      String each,
      String proves,
      String fault,
      JsonNode sent,
      @Nullable JsonNode arrives) {
    /** The file and the number; no value. */
    String name() {
      return file + (number == 0 ? "" : " [" + number + "]");
    }
  }

  GoldenFolder(Path cases, Path base) {
    this.cases = cases;
    this.base = base;
  }

  /** The files of the cases, sorted. */
  List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(cases)) {
      return files
          .filter(file -> file.toString().endsWith(".json") && !file.equals(base))
          .sorted()
          .toList();
    }
  }

  /** Every case; one that breaks a rule says which. */
  List<Case> cases() throws IOException {
    JsonNode bases = Files.exists(base) ? read(base) : null;
    List<Case> all = new ArrayList<>();
    for (Path file : files()) {
      String name = String.valueOf(file.getFileName());
      JsonNode json = read(file);
      String fault = fault(json);
      if (json == null || !fault.isEmpty()) {
        all.add(broken(name, 0, fault));
        continue;
      }
      if (!json.has("each")) {
        all.add(of(name, 0, "", json, bases));
      }
      int number = 1;
      for (JsonNode each : json.path("each")) {
        all.add(of(name, number++, each.asText(), filledIn(json, each.asText()), bases));
      }
    }
    return all;
  }

  private static String fault(@Nullable JsonNode json) {
    if (json == null || !json.isObject()) {
      return "must be one JSON object";
    }
    Set<String> unknown = new TreeSet<>();
    json.fieldNames().forEachRemaining(unknown::add);
    unknown.removeAll(FIELDS);
    if (!unknown.isEmpty()) {
      return "only these fields are understood: proves, base, in, out, each";
    }
    if (!json.path("proves").isTextual()) {
      return "'proves' must be a text";
    }
    if (!json.path("in").isObject()) {
      return "'in' must be an object: what is changed in the base";
    }
    if (!json.path("out").isObject() && !json.path("out").isNull()) {
      return "'out' must be an object, or null if nothing arrives";
    }
    return json.has("each") && (!json.path("each").isArray() || json.path("each").isEmpty())
        ? "'each' must be a list of texts"
        : "";
  }

  private static Case of(
      String file, int number, String each, JsonNode json, @Nullable JsonNode bases) {
    JsonNode base = json.path("base");
    if (base.isTextual()) {
      base = bases == null ? base : bases.path(base.asText());
    }
    if (!base.isObject()) {
      return broken(file, number, "'base' must be a request, or the name of one in " + BASE);
    }
    try {
      JsonNode sent = GoldenPatch.patched(base.deepCopy(), json.path("in"));
      JsonNode out = json.path("out");
      JsonNode arrives = out.isNull() ? null : GoldenPatch.patched(base.deepCopy(), out);
      return new Case(file, number, each, json.path("proves").asText(), "", sent, arrives);
    } catch (IllegalArgumentException noPlace) {
      return broken(file, number, String.valueOf(noPlace.getMessage()));
    }
  }

  private static Case broken(String file, int number, String fault) {
    return new Case(file, number, "", "", fault, CollectorPassage.JSON.createObjectNode(), null);
  }

  private static JsonNode filledIn(JsonNode json, String each) throws IOException {
    String quoted = CollectorPassage.JSON.writeValueAsString(each);
    String text = quoted.substring(1, quoted.length() - 1);
    return CollectorPassage.JSON.readTree(json.toString().replace("${each}", text));
  }

  private static @Nullable JsonNode read(Path file) throws IOException {
    try {
      return CollectorPassage.JSON.readTree(file.toFile());
    } catch (JacksonException notJson) {
      return null;
    }
  }
}
