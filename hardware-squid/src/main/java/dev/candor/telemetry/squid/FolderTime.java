package dev.candor.telemetry.squid;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * The local time at the end of an acquisition's folder name; the name before it is not looked at.
 */
final class FolderTime {
  private static final String SHAPE = "uuuu-MM-dd_HH-mm-ss.SSSSSS";
  private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern(SHAPE);

  private FolderTime() {}

  static Optional<LocalDateTime> of(Path folder) {
    String name = Folders.name(folder);
    if (name.length() < SHAPE.length()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          LocalDateTime.parse(name.substring(name.length() - SHAPE.length()), FORMAT));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
