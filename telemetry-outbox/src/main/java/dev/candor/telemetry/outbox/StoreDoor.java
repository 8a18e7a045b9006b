package dev.candor.telemetry.outbox;

import dev.candor.telemetry.outbox.StoreFile.NewerFileException;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The one way to the store: one connection, one thread at a time, opened when it is needed. Every
 * fault of file and disk is survived and counted here.
 */
final class StoreDoor implements AutoCloseable {
  private final Clock clock;
  private final StoreFile file;
  private final Faults faults;
  private final boolean relay;
  private final ReentrantLock lock = new ReentrantLock();

  private @Nullable Store store;
  private boolean inMemory;
  private boolean closed;
  private long epoch;
  private @Nullable List<String> destinations;

  /**
   * For one folder.
   *
   * @param relay whether nothing may be kept in memory, which a killed process loses
   */
  StoreDoor(Path folder, Clock clock, Faults faults, boolean relay) {
    this.clock = clock;
    this.relay = relay;
    this.file = new StoreFile(folder, relay);
    this.faults = faults;
  }

  boolean isInMemory() {
    lock.lock();
    try {
      return inMemory;
    } finally {
      lock.unlock();
    }
  }

  /** Names who is offered items, also in a file that replaces this one. */
  void destinations(List<String> names) {
    lock.lock();
    try {
      destinations = List.copyOf(names);
      run(0, this::nameDestinations);
    } finally {
      lock.unlock();
    }
  }

  /**
   * The lowest grant that this process stores. Known even when the file's own fence could not be
   * raised, and raised in a file that replaces this one.
   */
  long epoch() {
    lock.lock();
    try {
      return epoch;
    } finally {
      lock.unlock();
    }
  }

  void raise(long grant) {
    lock.lock();
    try {
      epoch = Math.max(epoch, grant);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      drop();
    } finally {
      lock.unlock();
    }
  }

  /** Runs work on the open file; whatever breaks is counted, and {@code fallback} is the answer. */
  <T> T run(T fallback, Operation<T> operation) {
    lock.lock();
    try {
      // A damaged file is replaced, and the work tried once more on the new one.
      for (int attempt = 0; attempt < 2; attempt++) {
        Store open = open();
        if (open == null) {
          return fallback;
        }
        try {
          return operation.on(open);
        } catch (SQLException e) {
          if (!replace(open, Trouble.of(e))) {
            return fallback;
          }
        } catch (RuntimeException e) {
          if (!replace(open, Trouble.FAULT)) {
            return fallback;
          }
        }
      }
      return fallback;
    } finally {
      lock.unlock();
    }
  }

  private @Nullable Store open() {
    if (store != null && !inMemory && !file.isSame()) {
      faults.count("store_replaced");
      drop();
    }
    if (store == null && !closed) {
      store = openFile();
      Store open = store;
      if (open != null) {
        prepare(open);
      }
    }
    return store;
  }

  private void prepare(Store open) {
    try {
      if (epoch > open.fence.epoch()) {
        Withdrawal.begin(open, epoch, clock.millis());
      }
      epoch = open.fence.epoch();
      nameDestinations(open);
    } catch (SQLException e) {
      faults.count(Trouble.of(e).label());
    }
  }

  private @Nullable Store openFile() {
    for (int attempt = 0; attempt < 2; attempt++) {
      try {
        return file.open();
      } catch (NewerFileException e) {
        faults.count(Trouble.NEWER.label());
        return openInMemory();
      } catch (IOException e) {
        faults.count(Trouble.UNWRITABLE.label());
        return openInMemory();
      } catch (SQLException e) {
        Trouble trouble = Trouble.of(e);
        faults.count(trouble.label());
        if (trouble == Trouble.UNWRITABLE) {
          return openInMemory();
        }
        if (trouble != Trouble.DAMAGED && trouble != Trouble.FAULT) {
          return null; // busy or full: the next call tries again
        }
        if (!quarantine()) {
          return openInMemory();
        }
      }
    }
    return openInMemory();
  }

  private @Nullable Store openInMemory() {
    if (relay) {
      return null; // the next call tries the folder again
    }
    try {
      Store memory = StoreFile.openInMemory();
      inMemory = true;
      faults.count("store_in_memory");
      return memory;
    } catch (SQLException | IOException e) {
      faults.count("store_missing");
      return null;
    }
  }

  /** Counts a failure; true if the file was damaged and is out of the way. */
  private boolean replace(Store open, Trouble trouble) {
    faults.count(trouble.label());
    boolean damaged = trouble == Trouble.DAMAGED || (trouble == Trouble.FAULT && !isSound(open));
    if (!damaged || inMemory) {
      reset(open);
      return false;
    }
    drop();
    return quarantine();
  }

  private void reset(Store open) {
    try {
      open.db.reset();
    } catch (SQLException e) {
      drop(); // the next call opens the file anew
    }
  }

  private static boolean isSound(Store open) {
    try {
      return "ok".equals(open.db.first("PRAGMA quick_check(1)", row -> row.getString(1)));
    } catch (SQLException e) {
      return false;
    }
  }

  private boolean quarantine() {
    try {
      file.quarantine(clock.millis());
      faults.count("store_quarantined");
      return true;
    } catch (IOException e) {
      faults.count(Trouble.UNWRITABLE.label());
      return false;
    }
  }

  /** Deletes files that were moved aside, all or those older than an age. */
  void deleteQuarantined(Duration age) {
    try {
      file.deleteQuarantined(age, clock.millis());
    } catch (IOException e) {
      faults.count(Trouble.UNWRITABLE.label());
    }
  }

  private void drop() {
    Store open = store;
    store = null;
    if (open != null) {
      try {
        open.db.close();
      } catch (SQLException e) {
        faults.count(Trouble.of(e).label());
      }
    }
  }

  private int nameDestinations(Store open) throws SQLException {
    List<String> names = destinations;
    if (names == null) {
      return 0;
    }
    return open.db.write(
        () -> {
          open.queue.destinations(names);
          return names.size();
        });
  }

  /** Work on an open file. */
  interface Operation<T> {
    T on(Store store) throws SQLException;
  }
}
