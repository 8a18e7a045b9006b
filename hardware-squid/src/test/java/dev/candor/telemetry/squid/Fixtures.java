package dev.candor.telemetry.squid;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Where the real files of Squid lie. */
final class Fixtures {
  static final Path MODULE = module();
  static final Path FILES = MODULE.resolve("src/test/resources/squid");
  static final Path RECORDINGS = MODULE.resolve("recordings");

  private Fixtures() {}

  /** Everything whose name says that one of the four readers reads it, directories too. */
  static List<Path> configurationFiles() {
    List<Path> found = new ArrayList<>();
    for (Path root : List.of(FILES, RECORDINGS)) {
      try (Stream<Path> all = Files.walk(root)) {
        all.filter(Fixtures::hasReader).forEach(found::add);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    found.removeIf(path -> path.startsWith(RECORDINGS.resolve("config-changed")));
    found.sort(Comparator.comparing(Fixtures::name));
    return found;
  }

  /** A file's name within the fixtures, the same on every machine. */
  static String name(Path path) {
    Path root = path.startsWith(FILES) ? FILES : MODULE;
    return root.relativize(path).toString().replace('\\', '/');
  }

  private static boolean hasReader(Path path) {
    String name = path.getFileName().toString().replace(".example", "");
    return Stream.of(".ini", ".yaml", ".json", ".xml").anyMatch(name::endsWith);
  }

  private static Path module() {
    Path here = Path.of("").toAbsolutePath();
    return Files.isDirectory(here.resolve("recordings")) ? here : here.resolve("hardware-squid");
  }
}
