package dev.candor.telemetry.outbox;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Makes files that only their owner can read, from their first byte; on Windows the folder's rights
 * are inherited.
 */
final class PrivateFiles {
  private PrivateFiles() {}

  /** Creates a folder and those above it; one that exists is left as it is. */
  static void folder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder, rights(folder, "rwx------"));
    }
  }

  /** Creates an empty file; one that exists is not opened. */
  static void file(Path file) throws IOException {
    try {
      Files.createFile(file, rights(file, "rw-------"));
    } catch (FileAlreadyExistsException e) {
      // Opening and closing it here would drop the locks that SQLite holds in this process.
      tighten(file);
    }
  }

  /** Takes a file's rights from all but its owner. */
  static void tighten(Path file) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    Set<PosixFilePermission> rights = PosixFilePermissions.fromString("rw-------");
    if (view != null
        && Files.isRegularFile(file)
        && !view.readAttributes().permissions().equals(rights)) {
      view.setPermissions(rights);
    }
  }

  /** Opens a file for writing, creating it if need be. */
  static FileChannel open(Path file) throws IOException {
    return FileChannel.open(
        file,
        Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
        rights(file, "rw-------"));
  }

  static FileAttribute<?>[] rights(Path path, String rights) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))
        }
        : new FileAttribute<?>[0];
  }
}
