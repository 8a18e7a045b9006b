package dev.candor.telemetry.collector;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Moves a damaged queue aside. The Collector's own {@code recreate} does not: it would end at each
 * start for ever.
 */
final class QueueRescue {
  private static final String ASIDE = ".damaged-";

  /** What a Collector writes that ends because of its queue file. */
  private static final List<String> SIGNS =
      List.of(
          "invalid database",
          "bbolt",
          "checksum error",
          "version mismatch",
          "freelist",
          "file size too small");

  /** Another Collector holds the file: waiting for it timed out. */
  private static final Pattern IN_USE = Pattern.compile("(?m)\\btimeout\\s*$");

  private QueueRescue() {}

  /**
   * Moves the damaged files of a queue aside before a start: a Collector may serve on a damaged
   * file, and fail later.
   */
  static void moveDamaged(Optional<Path> queue, Consumer<String> progress) throws IOException {
    List<Path> files = files(queue);
    move(files.stream().filter(QueueFile::isDamaged).toList(), files.size(), progress);
  }

  /**
   * Moves the files aside that ended a Collector; files in use are left alone.
   *
   * @param log what the Collector wrote that has just ended
   * @return whether there was something to move
   */
  static boolean moveAside(Optional<Path> queue, String log, Consumer<String> progress)
      throws IOException {
    if (!isDamage(log)) {
      return false;
    }
    List<Path> files = files(queue);
    List<Path> damaged = files.stream().filter(QueueFile::isDamaged).toList();
    // The Collector knows better: where no file looks damaged, any of them can be.
    List<Path> moved = damaged.isEmpty() ? files : damaged;
    move(moved, files.size(), progress);
    return !moved.isEmpty();
  }

  private static List<Path> files(Optional<Path> queue) throws IOException {
    if (queue.isEmpty() || !Files.isDirectory(queue.get())) {
      return List.of();
    }
    try (Stream<Path> list = Files.list(queue.get())) {
      return list.filter(Files::isRegularFile).filter(file -> !isAside(file)).toList();
    }
  }

  private static void move(List<Path> moved, int of, Consumer<String> progress) throws IOException {
    if (moved.isEmpty()) {
      return;
    }
    String suffix = ASIDE + Clock.systemUTC().millis();
    for (Path file : moved) {
      Files.move(file, file.resolveSibling(file.getFileName() + suffix));
    }
    progress.accept(
        "The Collector's queue was damaged; "
            + moved.size()
            + (moved.size() == 1 ? " file was" : " files were")
            + " moved aside ("
            + suffix
            + ") and started empty; "
            + (of - moved.size())
            + " kept");
  }

  private static boolean isAside(Path file) {
    return String.valueOf(file.getFileName()).contains(ASIDE);
  }

  private static boolean isDamage(String log) {
    return !IN_USE.matcher(log).find()
        && !log.contains("address already in use")
        && SIGNS.stream().anyMatch(log::contains);
  }
}
