package dev.candor.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The checkout that is being tested, as files. */
final class Repository {
  static final Path ROOT = Path.of(System.getProperty("candor.root", ".."));

  private Repository() {}

  /**
   * Files of all modules whose path below the root matches {@code **}{@code suffix}; build output
   * is left out.
   */
  static List<Path> files(String suffix) {
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files
          .filter(file -> file.toString().endsWith(suffix))
          .filter(
              file -> !ROOT.relativize(file).toString().matches("(.*/)?(target|build|\\.git)/.*"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
