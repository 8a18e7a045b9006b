package dev.candor.telemetry.otel;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/**
 * A lock between processes that leaves no file behind, so that a no leaves one file only.
 *
 * <p>Whoever deletes a locked file may have somebody waiting for the deleted one. So the winner
 * writes a token and looks whether the file of that name holds it.
 */
final class FolderLock {
  private static final long PAUSE_NANOS = 2_000_000;
  private static final long PATIENCE_NANOS = 2_000_000_000;

  private final Path file;
  private final FileChannel channel;

  private FolderLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /** Work that only one process at a time does. */
  @FunctionalInterface
  interface Work<T> {
    /** Does it. */
    T run() throws IOException;
  }

  /** Does work on a file while holding the lock of its folder, which is made if need be. */
  static <T> T beside(Path file, Work<T> work) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null) {
      throw new IOException("a file needs a folder");
    }
    PrivateFiles.createFolder(folder);
    FolderLock lock = take(folder);
    try {
      return work.run();
    } finally {
      lock.release();
    }
  }

  private static FolderLock take(Path folder) throws IOException {
    Path file = folder.resolve(".lock");
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    while (System.nanoTime() - deadline < 0) {
      FileChannel channel =
          PrivateFiles.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      if (lock(channel) && isOurs(file, channel)) {
        return new FolderLock(file, channel);
      }
      channel.close();
      LockSupport.parkNanos(PAUSE_NANOS);
    }
    throw new IOException("another process holds the lock");
  }

  private static boolean lock(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  private static boolean isOurs(Path file, FileChannel channel) throws IOException {
    byte[] token = UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII);
    channel.truncate(0);
    channel.write(ByteBuffer.wrap(token), 0);
    try {
      return Arrays.equals(token, Files.readAllBytes(file));
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  private void release() throws IOException {
    // Deleted while locked, so that nobody else's lock is deleted.
    Files.deleteIfExists(file);
    channel.close();
  }
}
