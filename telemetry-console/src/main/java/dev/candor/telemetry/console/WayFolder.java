package dev.candor.telemetry.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/**
 * Where a Collector and its gateway keep queue, store, tokens and logs between starts. Only its
 * owner may read it, and only one pair uses it at a time.
 */
final class WayFolder implements AutoCloseable {
  private static final int TOKEN_BYTES = 32;

  private final Path path;
  private final FileChannel lock;

  private WayFolder(Path path, FileChannel lock) {
    this.path = path;
    this.lock = lock;
  }

  /**
   * Opens a folder; made if it is missing.
   *
   * @throws CommandFailure if it cannot be written, or is in use
   */
  static WayFolder open(Path wanted) {
    Path path = wanted.toAbsolutePath().normalize();
    try {
      if (!Files.isDirectory(path)) {
        Files.createDirectories(path, mode(path, "rwx------"));
      }
      FileChannel channel =
          FileChannel.open(
              path.resolve("up.lock"),
              Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
              mode(path, "rw-------"));
      if (!isLocked(channel)) {
        channel.close();
        throw CommandFailure.missing("the folder is in use: stop the other one, or give --folder");
      }
      return new WayFolder(path, channel);
    } catch (IOException e) {
      throw CommandFailure.missing(
          "the folder cannot be written: give another one with --folder, or make it writable");
    }
  }

  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException ours) {
      return false;
    }
  }

  Path path() {
    return path;
  }

  Path collector() {
    return path.resolve("collector");
  }

  Path queue() {
    return path.resolve("queue");
  }

  Path gatewayFile() {
    return path.resolve("gateway.yaml");
  }

  Path gatewayToken() {
    return path.resolve("gateway.token");
  }

  Path gatewayLog() {
    return path.resolve("gateway.log");
  }

  /** The token of applications: the same at each start. */
  String ingestToken() {
    return token(path.resolve("ingest.token"));
  }

  /** The token between Collector and gateway: the same at each start. */
  String ownGatewayToken() {
    return token(gatewayToken());
  }

  private String token(Path file) {
    try {
      if (!Files.exists(file)) {
        byte[] bytes = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(bytes);
        write(file, HexFormat.of().formatHex(bytes) + "\n");
      }
      List<String> lines = Files.readAllLines(file);
      String token = lines.isEmpty() ? "" : lines.get(0).strip();
      if (!token.matches("[\\x21-\\x7e]{16,200}")) {
        throw CommandFailure.failed(
            file.getFileName()
                + " must hold 16 to 200 visible ASCII characters: delete it for a"
                + " new token");
      }
      return token;
    } catch (IOException e) {
      throw CommandFailure.missing(
          file.getFileName() + " cannot be read or written: who owns the folder?");
    }
  }

  /** Writes a file that only its owner may read, over an older one. */
  void write(Path file, String text) {
    try {
      Files.deleteIfExists(file);
      Files.createFile(file, mode(file, "rw-------"));
      Files.writeString(file, text);
    } catch (IOException e) {
      throw CommandFailure.missing(file.getFileName() + " cannot be written: who owns the folder?");
    }
  }

  private static FileAttribute<?>[] mode(Path path, String mode) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))
        }
        : new FileAttribute<?>[0];
  }

  /** Lets another pair use it. */
  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
