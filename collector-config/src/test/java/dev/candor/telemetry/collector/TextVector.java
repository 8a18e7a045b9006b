package dev.candor.telemetry.collector;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What the rules for free text have to make of a text, from {@code text-vectors.txt}. */
record TextVector(String text, String expected) {
  private static final String ARROW = " => ";
  private static final String LINE_BREAK = "\u23ce";

  static List<TextVector> all() throws IOException {
    return Files.readAllLines(Path.of("src", "test", "resources", "text-vectors.txt")).stream()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.replace(LINE_BREAK, "\n"))
        .map(TextVector::of)
        .toList();
  }

  private static TextVector of(String line) {
    int arrow = line.indexOf(ARROW);
    return arrow < 0
        ? new TextVector(line, line)
        : new TextVector(line.substring(0, arrow), line.substring(arrow + ARROW.length()));
  }
}
