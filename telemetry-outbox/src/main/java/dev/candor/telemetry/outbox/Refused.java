package dev.candor.telemetry.outbox;

import dev.candor.telemetry.exporter.Outcome.DropReason;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Items that a destination refused, by an answer or by sealing no body of them: booked as dropped,
 * and kept for a while so that a person can see why, mend it, and offer them again. A withdrawal
 * and the store's bounds take them as any other item.
 */
final class Refused {
  /** The most for each destination; beyond it the oldest are forgotten. */
  static final int MOST = 1_000;

  // What the destination says. A full store and faults of ours are nobody's refusal, and a kind
  // that it never takes is nothing that a person could mend.
  private static final Set<DropReason> THEIRS =
      EnumSet.of(
          DropReason.INVALID,
          DropReason.UNAUTHORIZED,
          DropReason.TOO_LARGE,
          DropReason.UNSUPPORTED);

  private final Db db;
  private final Books books;
  private final Bodies bodies;

  Refused(Db db, Books books, Bodies bodies) {
    this.db = db;
    this.books = books;
    this.bodies = bodies;
  }

  /** Keeps items that were just given up, if it is the destination that gave them up. */
  void keep(String destination, Collection<Long> seqs, DropReason reason, long now)
      throws SQLException {
    if (!THEIRS.contains(reason) || seqs.isEmpty()) {
      return;
    }
    db.update(
        "INSERT OR REPLACE INTO refused(destination, item, reason, at)"
            + " SELECT ?, seq, ?, ? FROM item"
            + " WHERE seq IN (SELECT value FROM json_each(?)) AND body IS NOT NULL",
        destination,
        reason.name().toLowerCase(Locale.ROOT),
        now,
        Items.json(seqs));
    long excess = count(destination) - MOST;
    if (excess > 0) {
      List<Long> oldest =
          db.list(
              "SELECT item FROM refused WHERE destination = ? ORDER BY id LIMIT ?",
              row -> row.getLong(1),
              destination,
              excess);
      remove(destination, oldest);
      bodies.forget(oldest);
    }
  }

  /** A page of all, for display. */
  List<RefusedItem> page(long after, int limit) throws SQLException {
    return db.list(
        "SELECT refused.id, destination, item.id, item.name, reason, refused.at FROM refused"
            + " JOIN item ON item.seq = refused.item WHERE refused.id > ? ORDER BY refused.id"
            + " LIMIT ?",
        row ->
            new RefusedItem(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                Instant.ofEpochMilli(row.getLong(6))),
        after,
        (long) limit);
  }

  /** Offers all of a destination's again; returns how many. */
  long retry(String destination) throws SQLException {
    long offered =
        db.update(
            "INSERT OR IGNORE INTO parked(destination, need, due, item, reason)"
                + " SELECT destination, purpose || '/' || kind, 0, seq, 'retry' FROM refused"
                + " JOIN item ON item.seq = refused.item"
                + " WHERE destination = ? AND item.body IS NOT NULL",
            destination);
    db.update("DELETE FROM refused WHERE destination = ?", destination);
    books.offered(destination, offered);
    return offered;
  }

  private long count(String destination) throws SQLException {
    return db.number("SELECT count(*) FROM refused WHERE destination = ?", destination);
  }

  private void remove(String destination, Collection<Long> seqs) throws SQLException {
    db.update(
        "DELETE FROM refused WHERE destination = ? AND item IN (SELECT value FROM json_each(?))",
        destination,
        Items.json(seqs));
  }
}
