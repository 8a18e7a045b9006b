package dev.candor.telemetry.collector;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Moves a damaged queue aside. The Collector's own {@code recreate} does not: it would end at each
 * start for ever.
 */
final class QueueRescue {
  private static final String ASIDE = ".damaged-";

  /**
   * What a Collector writes that ends because of its queue file; a file in use says "timeout" and
   * is left alone.
   */
  private static final List<String> SIGNS =
      List.of("invalid database", "bbolt", "checksum error", "version mismatch", "freelist");

  private QueueRescue() {}

  /** Whether there was something to move. */
  static boolean moveAside(Optional<Path> queue, String log, Consumer<String> progress)
      throws IOException {
    if (queue.isEmpty() || !Files.isDirectory(queue.get()) || !isDamage(log)) {
      return false;
    }
    boolean moved = false;
    String suffix = ASIDE + Clock.systemUTC().millis();
    List<Path> files;
    try (Stream<Path> list = Files.list(queue.get())) {
      files = list.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      Path name = file.getFileName();
      if (name != null && !name.toString().contains(ASIDE)) {
        Files.move(file, file.resolveSibling(name + suffix));
        moved = true;
      }
    }
    if (moved) {
      progress.accept(
          "The Collector's queue was damaged; it was moved aside ("
              + suffix
              + ") and starts empty");
    }
    return moved;
  }

  private static boolean isDamage(String log) {
    return !log.contains("timeout")
        && !log.contains("address already in use")
        && SIGNS.stream().anyMatch(log::contains);
  }
}
