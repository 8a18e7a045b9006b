package dev.candor.telemetry.gateway;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** The folder of the stores: its owner's only. */
final class DataFolder {
  private DataFolder() {}

  /**
   * Makes it if it is missing.
   *
   * @throws IOException without the path
   */
  static Path open(Path folder) throws IOException {
    try {
      if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
        Files.createDirectories(
            folder,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      } else {
        Files.createDirectories(folder);
      }
      return folder;
    } catch (IOException e) {
      throw new IOException("the folder data cannot be made or written");
    }
  }
}
