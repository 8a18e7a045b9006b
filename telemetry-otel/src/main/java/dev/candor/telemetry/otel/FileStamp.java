package dev.candor.telemetry.otel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How a file looks from outside; differs when it was replaced, even within one tick. */
record FileStamp(long modified, long size, @Nullable Object key) {
  static final FileStamp MISSING = new FileStamp(0, -1, null);

  static FileStamp of(Path file) {
    try {
      BasicFileAttributes seen = Files.readAttributes(file, BasicFileAttributes.class);
      return new FileStamp(
          seen.lastModifiedTime().to(java.util.concurrent.TimeUnit.NANOSECONDS),
          seen.size(),
          seen.fileKey());
    } catch (IOException e) {
      return MISSING;
    }
  }

  boolean isSame(FileStamp other) {
    return modified == other.modified && size == other.size && Objects.equals(key, other.key);
  }
}
