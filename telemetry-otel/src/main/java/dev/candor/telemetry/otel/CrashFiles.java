package dev.candor.telemetry.otel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** Finds the file that a Java machine leaves when it crashes itself. Its content is never read. */
final class CrashFiles {
  private CrashFiles() {}

  /** Tells whether process {@code pid} left one here after it began. */
  static boolean exists(long pid, Instant began) {
    try {
      return Files.getLastModifiedTime(Path.of("hs_err_pid" + pid + ".log"))
          .toInstant()
          .isAfter(began);
    } catch (IOException e) {
      return false;
    }
  }
}
