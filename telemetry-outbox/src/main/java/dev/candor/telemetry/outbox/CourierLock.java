package dev.candor.telemetry.outbox;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes one courier of an installation the one that sends. The system frees the lock when its
 * process ends, however it ends.
 */
final class CourierLock implements AutoCloseable {
  // The system frees a lock of this process when any channel to the file is closed: a second
  // courier in the same process may not even open it.
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final @Nullable Path file;
  private @Nullable FileChannel channel;
  private @Nullable FileLock lock;
  private boolean closed;

  /** Creates it; null stands for a store in memory, which is nobody else's. */
  CourierLock(@Nullable Path file) {
    this.file = file == null ? null : file.toAbsolutePath().normalize();
  }

  /** Takes the lock unless it is held; tells whether it is held now. */
  synchronized boolean take() {
    if (closed) {
      return false;
    }
    if (file == null || lock != null) {
      return true;
    }
    if (!HELD.add(file)) {
      return false;
    }
    try {
      channel = PrivateFiles.open(file);
      lock = channel.tryLock();
    } catch (IOException | OverlappingFileLockException e) {
      lock = null; // not ours; asked again at the next turn
    }
    if (lock == null) {
      release();
    }
    return lock != null;
  }

  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      if (lock != null) {
        release();
      }
    }
  }

  private void release() {
    lock = null;
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException e) {
      // The channel is closed even then.
      channel = null;
    } finally {
      channel = null;
      if (file != null) {
        HELD.remove(file);
      }
    }
  }
}
