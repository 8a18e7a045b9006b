package dev.candor.telemetry.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folder of one demo: consent, store and ids of its installation, and what it shows at the end.
 * Nothing is written outside.
 *
 * @param path the folder
 */
record DemoFolder(Path path) {
  private static final Set<String> OURS =
      Set.of(
          "consent.json",
          "audit.log",
          "data",
          "sent",
          "collector",
          "vendors",
          "gateway",
          "config",
          "arrived.jsonl",
          "ledger.json",
          "report.html");

  /** What an earlier demo has left, however it ended; a folder of one's own has neither. */
  private static final List<String> MARKS = List.of("consent.json", "collector/base.yaml");

  /**
   * Prepares a folder: a new temporary one, or the given one, emptied of an earlier demo.
   *
   * @throws CommandFailure if it cannot be written, or holds something else
   */
  static DemoFolder prepare(@Nullable Path wanted) {
    try {
      if (wanted == null) {
        return new DemoFolder(Files.createTempDirectory("candor-demo"));
      }
      DemoFolder folder = new DemoFolder(wanted.toAbsolutePath().normalize());
      Files.createDirectories(folder.path());
      folder.clear();
      Files.delete(Files.createTempFile(folder.path(), "candor", ".probe"));
      return folder;
    } catch (IOException e) {
      throw CommandFailure.missing(
          "the folder cannot be written: give another one with --out, or make it writable");
    }
  }

  private void clear() throws IOException {
    List<Path> found;
    try (Stream<Path> files = Files.list(path)) {
      found = files.toList();
    }
    boolean isDemo = MARKS.stream().map(path::resolve).anyMatch(Files::isRegularFile);
    for (Path file : found) {
      if (!isDemo || !OURS.contains(String.valueOf(file.getFileName()))) {
        throw new CommandFailure(
            ExitCode.USAGE, "the folder holds other files: give an empty one with --out");
      }
    }
    for (Path file : found) {
      delete(file);
    }
  }

  /** Deletes a file or a folder with all that is in it; links are not followed. */
  static void delete(Path file) throws IOException {
    try (Stream<Path> below = Files.walk(file)) {
      for (Path each : below.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }

  Path arrived() {
    return path.resolve("arrived.jsonl");
  }

  Path ledger() {
    return path.resolve("ledger.json");
  }

  Path report() {
    return path.resolve("report.html");
  }

  Path sent() {
    return path.resolve("sent");
  }

  /** Where the store lies. */
  Path data() {
    return path.resolve("data");
  }

  /** What the vendors' fakes got. */
  Path vendors() {
    return path.resolve("vendors");
  }

  /** Settings, stores and log of the gateway. */
  Path gateway() {
    return path.resolve("gateway");
  }

  Path collector() {
    return path.resolve("collector");
  }

  /** A copy of the recorded configuration, to be changed. */
  Path config() {
    return path.resolve("config");
  }

  /** The bytes of one file of the demo. */
  static byte[] bytes(Path file) {
    try {
      return Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
