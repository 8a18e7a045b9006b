package dev.candor.telemetry.gateway;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Set;

/** A file with secrets, one on a line, that nobody but its owner may read. */
final class SecretFile {
  /** What the file must be. */
  static final String RULE = "must be a file with a secret, readable by its owner only (0600)";

  private static final Set<PosixFilePermission> OTHERS =
      Set.of(
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE);
  private static final long LARGEST = 64 << 10;

  private SecretFile() {}

  /**
   * Reads its lines.
   *
   * @throws IllegalArgumentException naming the {@link #RULE} and nothing of the file
   */
  static List<String> lines(Path file) {
    try {
      if (Files.size(file) <= LARGEST && isPrivate(file)) {
        List<String> lines =
            Files.readAllLines(file, StandardCharsets.UTF_8).stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        if (!lines.isEmpty()) {
          return lines;
        }
      }
    } catch (IOException e) {
      // Told below; the exception names the file.
    }
    throw new IllegalArgumentException("a secret " + RULE);
  }

  private static boolean isPrivate(Path file) throws IOException {
    try {
      return Files.getPosixFilePermissions(file).stream().noneMatch(OTHERS::contains);
    } catch (UnsupportedOperationException e) {
      return true; // this system has no such modes
    }
  }
}
