package dev.candor.telemetry.corpus;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Cases and what came out of them, as the lines of JSON that the doors read and write. */
final class CaseLines {
  private static final ObjectMapper JSON = new ObjectMapper();

  private CaseLines() {}

  /** All fields of a case; the doors read the first four. */
  static void write(Path file, List<LeakCase> cases) throws IOException {
    Files.write(file, cases.stream().map(CaseLines::line).toList());
  }

  /** What the doors are told of a case. */
  static String doorLine(LeakCase of) {
    return text(Map.of("id", of.id(), "carrier", of.carrier(), "key", of.key(), "text", of.text()));
  }

  static List<LeakCase> readCases(Path file) throws IOException {
    List<LeakCase> cases = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      cases.add(JSON.readValue(line, LeakCase.class));
    }
    return cases;
  }

  /**
   * The outputs in the order of the cases.
   *
   * @throws IllegalArgumentException if an id is missing, doubled or out of order
   */
  static List<@Nullable String> outs(List<LeakCase> cases, List<String> lines) {
    List<@Nullable String> outs = new ArrayList<>();
    if (lines.size() != cases.size()) {
      throw new IllegalArgumentException(lines.size() + " lines for " + cases.size() + " cases");
    }
    for (int i = 0; i < lines.size(); i++) {
      JsonNode node = node(lines.get(i));
      if (!cases.get(i).id().equals(node.path("id").asText())) {
        throw new IllegalArgumentException("line " + (i + 1) + " has the id of another case");
      }
      outs.add(node.path("out").isTextual() ? node.path("out").textValue() : null);
    }
    return outs;
  }

  private static String line(LeakCase of) {
    return text(of);
  }

  private static String text(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode node(String line) {
    try {
      return JSON.readTree(line);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
