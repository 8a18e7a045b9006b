package dev.candor.telemetry.collector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
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
  private static final GoldenFolder FOLDER =
      new GoldenFolder(RESOURCES.resolve("golden"), RESOURCES.resolve("golden-base.json"));

  static List<Path> files() throws IOException {
    return FOLDER.files();
  }

  static JsonNode base(String name) throws IOException {
    return JSON.readTree(RESOURCES.resolve("golden-base.json").toFile()).get(name).deepCopy();
  }

  static List<GoldenCase> all() throws IOException {
    return FOLDER.cases().stream().map(GoldenCase::of).toList();
  }

  @Override
  public String toString() {
    return name + (each.isEmpty() ? "" : " [" + each.lines().findFirst().orElse("") + "]");
  }

  private static GoldenCase of(GoldenFolder.Case given) {
    if (!given.fault().isEmpty()) {
      throw new IllegalStateException(given.name() + " " + given.fault());
    }
    return new GoldenCase(
        given.file(), given.proves(), given.sent(), given.arrives(), given.each());
  }
}
