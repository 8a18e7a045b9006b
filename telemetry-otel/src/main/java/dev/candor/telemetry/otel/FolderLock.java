package dev.candor.telemetry.otel;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A lock between processes that leaves no file behind, so that a no leaves one file only.
 *
 * <p>Whoever deletes a locked file may have somebody waiting for the deleted one. So the winner
 * gives the file a length of chance and looks whether the file of that name has it.
 *
 * <p>The system frees a lock of this process when any channel to the file is closed. So the file is
 * never opened twice at once here, not even to read it.
 */
final class FolderLock {
  private static final long PAUSE_NANOS = 2_000_000;
  private static final long PATIENCE_NANOS = 2_000_000_000;

  private static final int LENGTHS = 1 << 16;
  private static final Set<Path> OPEN = ConcurrentHashMap.newKeySet();

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
    Path file = folder.resolve(".lock").normalize();
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    while (System.nanoTime() - deadline < 0) {
      if (OPEN.add(file)) {
        FolderLock lock = null;
        try {
          lock = open(file);
        } finally {
          if (lock == null) {
            OPEN.remove(file);
          }
        }
        if (lock != null) {
          return lock;
        }
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
    throw new IOException("another process holds the lock");
  }

  private static @Nullable FolderLock open(Path file) throws IOException {
    FileChannel channel =
        PrivateFiles.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    boolean ours = false;
    try {
      ours = lock(channel) && isOurs(file, channel);
      return ours ? new FolderLock(file, channel) : null;
    } finally {
      if (!ours) {
        channel.close();
      }
    }
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
    int length = ThreadLocalRandom.current().nextInt(LENGTHS);
    channel.truncate(0);
    channel.write(ByteBuffer.allocate(1), length);
    try {
      return Files.size(file) == length + 1;
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  private void release() throws IOException {
    try {
      // Deleted while locked, so that nobody else's lock is deleted.
      Files.deleteIfExists(file);
    } finally {
      try {
        channel.close();
      } finally {
        OPEN.remove(file);
      }
    }
  }
}
