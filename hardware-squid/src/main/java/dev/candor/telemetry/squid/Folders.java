package dev.candor.telemetry.squid;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Lists folders without failing. */
final class Folders {
  /** The most entries of a folder that are looked at. */
  private static final int MAX_ENTRIES = 10_000;

  private Folders() {}

  /** Returns what is in a folder, by name; nothing if it cannot be listed. */
  static List<Path> list(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.limit(MAX_ENTRIES).sorted().toList();
    } catch (IOException | UncheckedIOException e) {
      return List.of();
    }
  }

  /** Returns the last part of a path. */
  static String name(Path path) {
    Path last = path.getFileName();
    return last == null ? "" : last.toString();
  }
}
