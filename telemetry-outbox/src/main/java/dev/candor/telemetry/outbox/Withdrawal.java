package dev.candor.telemetry.outbox;

import dev.candor.telemetry.outbox.Books.End;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;

/**
 * Deletes all that lies below a grant and makes it unreadable, in steps short enough for others to
 * work between them. The receipt's row is written first, so that a later open goes on where this
 * one was interrupted.
 */
final class Withdrawal {
  static final int CHUNK = 2_000;
  private static final int DONE = -1;

  private final Store store;
  private final long grant;

  Withdrawal(Store store, long grant) {
    this.store = store;
    this.grant = grant;
  }

  /** Raises the fence and opens the receipt; returns its number. */
  static long begin(Store store, long grant, long now) throws SQLException {
    Db db = store.db;
    return db.writeDurably(
        () -> {
          store.fence.raise(grant);
          db.update(
              "INSERT INTO receipt(at, grant, items, counters, complete) VALUES(?, ?, 0, 0, 0)",
              now,
              grant);
          return db.number("SELECT last_insert_rowid()");
        });
  }

  /** Deletes one chunk in one transaction; false when nothing is left. */
  boolean step(long receipt) throws SQLException {
    return store.db.write(
        () -> {
          long bodies = store.bodies.purge(grant);
          if (bodies != DONE) {
            return true;
          }
          List<Long> seqs =
              store.db.list(
                  "SELECT seq FROM item WHERE grant < ? LIMIT ?",
                  row -> row.getLong(1),
                  grant,
                  (long) CHUNK);
          if (!seqs.isEmpty()) {
            store.queue.release(seqs, End.PURGED);
            // Rows of forgotten items hold an id only; the receipt speaks of events.
            note(receipt, "items", store.items.existing(seqs));
            store.items.delete(seqs);
            return true;
          }
          int counters = store.counters.deleteBelow(grant);
          note(receipt, "counters", counters);
          if (counters > 0) {
            return true;
          }
          store.db.update("DELETE FROM cell WHERE grant < ?", grant);
          store.items.deleteUnusedResources();
          return false;
        });
  }

  /**
   * Moves everything from the log into the file and empties the log; false if a reader is in the
   * way.
   */
  boolean wipeLog() throws SQLException {
    // Short: the caller tries again, and lets others work in between.
    store.db.execute("PRAGMA busy_timeout=100");
    try {
      return Boolean.TRUE.equals(
          store.db.first(
              "PRAGMA wal_checkpoint(TRUNCATE)",
              row -> row.getLong(1) == 0 && row.getLong(2) <= 0 && row.getLong(3) <= 0));
    } finally {
      store.db.execute("PRAGMA busy_timeout=5000");
    }
  }

  /** Closes the receipt, or leaves it open for the next turn. */
  PurgeReceipt end(long receipt, long now, boolean complete) throws SQLException {
    store.db.update(
        "UPDATE receipt SET at = ?, complete = ? WHERE id = ?", now, complete ? 1L : 0L, receipt);
    return Objects.requireNonNull(
        store.db.first(
            "SELECT at, items, counters, complete FROM receipt WHERE id = ?",
            Receipts::receipt,
            receipt));
  }

  private void note(long receipt, String column, long n) throws SQLException {
    if (n > 0) {
      store.db.update(
          "UPDATE receipt SET " + column + " = " + column + " + ? WHERE id = ?", n, receipt);
    }
  }
}
