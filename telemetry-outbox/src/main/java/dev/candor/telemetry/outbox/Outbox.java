package dev.candor.telemetry.outbox;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The durable store of one installation: one SQLite file that many processes append to (design
 * section 7).
 *
 * <p>Nothing here throws for a fault of disk or file: a damaged file is moved aside and replaced, a
 * folder that cannot be written degrades to memory, and {@link #faults()} counts both. All methods
 * block on disk; none belongs on a thread of the application. Safe for many threads.
 */
public interface Outbox extends AutoCloseable {
  /**
   * Opens or creates the store in {@code folder}; its files are 0600 from the first byte and
   * SQLite's native library is unpacked there.
   */
  static Outbox open(Path folder, Limits limits, Clock clock) {
    return new SqliteOutbox(folder, limits, clock);
  }

  /**
   * Opens or creates the store of a relay: it holds what others have handed over and deleted on the
   * word of {@link AppendResult}. So it evicts nothing: a batch that has no room is refused as a
   * whole, as {@code full}. What is stored is on the disk itself and survives a power cut; it never
   * degrades to memory.
   */
  static Outbox openRelay(Path folder, Limits limits, Clock clock) {
    return openRelay(folder, limits, limits.age(), clock);
  }

  /**
   * As {@link #openRelay(Path, Limits, Clock)}, where what was sent may go earlier than what waits:
   * no person looks at it here.
   *
   * @param sent how long a sealed body stays that is settled; at most {@link Limits#age}
   */
  static Outbox openRelay(Path folder, Limits limits, Duration sent, Clock clock) {
    return new SqliteOutbox(
        folder, new SqliteOutbox.Keeping(limits, sent), clock, /* relay= */ true);
  }

  /**
   * Names the destinations that items are offered to from now on. Called before the first append.
   */
  void destinations(List<String> names);

  /**
   * Appends in one transaction; what it returns as stored survives {@code kill -9} (promise P6).
   */
  AppendResult append(Batch batch);

  /**
   * Raises the fence: nothing recorded under a grant below {@code grant} can be stored from now on,
   * by any process. Then deletes all that lies below it and makes it unreadable on disk (promise
   * P3).
   */
  PurgeReceipt withdraw(long grant);

  /**
   * Makes sure that the fence stands at {@code grant} at least, and deletes what lies below it, as
   * a withdrawal would. One read where it stands there already, which is the usual case.
   */
  void raiseFence(long grant);

  /**
   * Turns all counters that are due (or all of them, for a flush) into day totals for the courier.
   */
  void closeDays(boolean all);

  /** The accounts of all destinations. */
  Ledger ledger();

  /** Small values that must survive a restart: session heartbeats, for one. */
  Cells cells();

  /** What was sealed, oldest first, settled or not; settled bodies stay until they are too old. */
  List<SealedBody> sealed();

  /** The uncompressed bytes of a sealed body, if it is still here. */
  Optional<byte[]> bytes(long sealedId);

  /** A page of the stored items whose number is above {@code after}; at most 200. */
  List<StoredItem> items(long after, int limit);

  /**
   * A page of the items that destinations refused, by an answer or by sealing no body of them, and
   * that are still here, oldest first: those whose number is above {@code after}; at most 200. They
   * are booked as dropped; the newest 1,000 of each destination stay until they are too old,
   * evicted or withdrawn.
   */
  List<RefusedItem> refused(long after, int limit);

  /**
   * Offers what a destination refused to it once more, as if it were new: it counts as offered
   * again. The present answer decides as for any item, and so does the destination's age limit.
   *
   * @return how many items
   */
  long retry(String destination);

  /** How many items with content were stored longer ago than this. */
  long countOlder(Duration age);

  /**
   * Deletes what was stored longer ago than this, as the store's own age limit does, and makes it
   * unreadable on disk. What still waits for a destination is booked as expired.
   *
   * @return how many items with content
   */
  long deleteOlder(Duration age);

  /**
   * Deletes what is older than its limits allow, and goes on with what was interrupted. Appends and
   * a {@link Courier} see to it once a minute; where nothing is appended and none works, somebody
   * else must.
   */
  void housekeep();

  /** The receipts of all withdrawals, oldest first. */
  List<PurgeReceipt> receipts();

  /** Faults survived since opening, by kind; names only. */
  Map<String, Long> faults();

  /** Closes the file; twice is once. */
  @Override
  void close();

  /**
   * What the store may grow to.
   *
   * @param age the oldest item kept (default 30 days)
   * @param rows the most items (default 200,000)
   * @param bytes the largest file (default 128 MiB)
   */
  record Limits(Duration age, long rows, long bytes) {
    /** The defaults. */
    public static Limits defaults() {
      return new Limits(Duration.ofDays(30), 200_000, 128L << 20);
    }
  }
}
