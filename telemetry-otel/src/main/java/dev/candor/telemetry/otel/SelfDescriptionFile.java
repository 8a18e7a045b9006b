package dev.candor.telemetry.otel;

import dev.candor.telemetry.SelfDescription;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * What the person typed about themselves, on disk beside the answer. Whether it may be kept is
 * asked by {@link OtelConsent}; whether a destination may be told, by {@link ConsentSendPolicy}.
 * Safe for many threads and processes; throws nothing.
 */
final class SelfDescriptionFile {
  private static final long MOST_BYTES = 1 << 16;

  private final Path file;
  private final Clock clock;
  private FileStamp seen = FileStamp.MISSING;
  private SelfDescription known = SelfDescription.none();

  SelfDescriptionFile(Path file, Clock clock) {
    this.file = file;
    this.clock = clock;
  }

  /** Reads it; none if there is no file. A damaged file is set aside. */
  SelfDescription read() {
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw new IOException("not a self-description");
      }
      return SelfDescriptionJson.read(Files.readString(file));
    } catch (NoSuchFileException e) {
      return SelfDescription.none();
    } catch (IOException | RuntimeException e) {
      quarantine();
      return SelfDescription.none();
    }
  }

  /** The same, read again only if the file has changed. */
  synchronized SelfDescription current() {
    FileStamp now = FileStamp.of(file);
    if (!now.isSame(seen)) {
      known = read();
      seen = now;
    }
    return known;
  }

  /** Writes it in one step, or removes it if nothing was given. */
  void replace(SelfDescription description) {
    if (description.isEmpty()) {
      destroy();
      return;
    }
    try {
      byte[] content =
          (SelfDescriptionJson.write(description) + "\n").getBytes(StandardCharsets.UTF_8);
      FolderLock.beside(
          file,
          () -> {
            PrivateFiles.replace(file, content);
            return content.length;
          });
    } catch (IOException | RuntimeException e) {
      Warnings.once("the self-description could not be saved");
    }
  }

  /** Overwrites and deletes it, with what a kill while writing or a damaged file left of it. */
  void destroy() {
    try {
      all().forEach(SelfDescriptionFile::shred);
    } catch (IOException | RuntimeException e) {
      Warnings.once("the self-description could not be deleted");
    }
  }

  private static void shred(Path one) {
    try {
      PrivateFiles.shred(one);
    } catch (IOException e) {
      Warnings.once("the self-description could not be deleted");
    }
  }

  private List<Path> all() throws IOException {
    List<Path> found = new ArrayList<>();
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null && Files.isDirectory(folder)) {
      try (DirectoryStream<Path> files =
          Files.newDirectoryStream(folder, file.getFileName() + "*")) {
        files.forEach(found::add);
      }
    }
    return found;
  }

  private void quarantine() {
    Warnings.once("the self-description is damaged; it was set aside");
    try {
      Files.move(file, file.resolveSibling(file.getFileName() + ".faulty-" + clock.millis()));
    } catch (IOException e) {
      Warnings.fault("quarantine of the self-description");
    }
  }
}
