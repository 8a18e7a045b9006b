package dev.candor.telemetry.squid;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Opens a file for reading. Every byte that this module reads comes through here. */
@FunctionalInterface
public interface FileOpener {
  /**
   * Opens one file.
   *
   * @throws IOException if it cannot be opened
   */
  InputStream open(Path file) throws IOException;

  /** Returns the opener of the file system. */
  static FileOpener system() {
    return Files::newInputStream;
  }
}
