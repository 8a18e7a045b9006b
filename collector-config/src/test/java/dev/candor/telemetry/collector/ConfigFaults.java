package dev.candor.telemetry.collector;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The overlays of {@code bad/}, one fault each, and of {@code good/}. */
final class ConfigFaults {
  private static final Path RESOURCES = Path.of("src", "test", "resources");
  private static final Pattern HEAD = Pattern.compile("# (\\S+) at (\\S+)");

  /** A file whose first line says which rule it breaks where. */
  record Bad(Path file, String rule, String place) {
    String name() {
      return file.getFileName().toString();
    }

    @Override
    public String toString() {
      return name();
    }
  }

  private ConfigFaults() {}

  static List<Bad> bad() throws IOException {
    return files("bad").stream().map(ConfigFaults::read).toList();
  }

  static List<Path> good() throws IOException {
    return files("good");
  }

  private static Bad read(Path file) {
    try {
      Matcher head = HEAD.matcher(Files.readAllLines(file).get(0));
      if (!head.matches()) {
        throw new IllegalStateException(file + " does not say what is wrong with it");
      }
      return new Bad(file, head.group(1), head.group(2));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> files(String folder) throws IOException {
    try (Stream<Path> files = Files.list(RESOURCES.resolve(folder))) {
      return files.sorted().toList();
    }
  }
}
