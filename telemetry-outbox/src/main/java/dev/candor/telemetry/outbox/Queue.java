package dev.candor.telemetry.outbox;

import dev.candor.telemetry.exporter.Outcome.DropReason;
import dev.candor.telemetry.outbox.Books.End;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What waits for whom: a cursor for each destination, and parked rows for the items that a cursor
 * had to pass by.
 */
final class Queue {
  private final Db db;
  private final Items items;
  private final Books books;

  Queue(Db db, Items items, Books books) {
    this.db = db;
    this.items = items;
    this.books = books;
  }

  /** Destinations that are offered new items. */
  List<String> active() throws SQLException {
    return db.list(
        "SELECT destination FROM cursor WHERE active = 1 ORDER BY destination",
        row -> row.getString(1));
  }

  /** Whether there never was another destination than one. */
  boolean hasOneDestination() throws SQLException {
    return db.number("SELECT count(*) FROM cursor") < 2;
  }

  /** Books new items for all of them. */
  void offered(long n) throws SQLException {
    for (String destination : active()) {
      books.offered(destination, n);
    }
  }

  /** Books new items that all of them leave out of their samples. */
  void leftOut(long n) throws SQLException {
    if (n > 0) {
      for (String destination : active()) {
        books.offered(destination, n);
        books.settled(destination, End.dropped(DropReason.SAMPLED), n);
      }
    }
  }

  /**
   * Names who is offered items from now on. What a destination that is not named any more still
   * waits for is parked, so that naming it again does not offer it what came between.
   */
  void destinations(Collection<String> names) throws SQLException {
    for (String destination : active()) {
      if (!names.contains(destination)) {
        db.update(
            "INSERT OR IGNORE INTO parked(destination, need, due, item, reason)"
                + " SELECT ?, purpose || '/' || kind, 0, seq, 'retired' FROM item"
                + " WHERE sendable = 1 AND body IS NOT NULL AND seq > ?",
            destination,
            cursor(destination));
        db.update("UPDATE cursor SET active = 0 WHERE destination = ?", destination);
      }
    }
    long last = items.last();
    Set<String> before = new HashSet<>(active());
    for (String name : names) {
      if (!before.contains(name)) {
        db.update(
            "INSERT INTO cursor(destination, last_item, active) VALUES(?, ?, 1)"
                + " ON CONFLICT DO UPDATE SET last_item = excluded.last_item, active = 1",
            name,
            last);
      }
    }
  }

  boolean isActive(String destination) throws SQLException {
    return db.number("SELECT active FROM cursor WHERE destination = ?", destination) > 0;
  }

  /** Tells whether anything with one of these needs waits unsealed for a destination. */
  boolean hasWaiting(String destination, String needs) throws SQLException {
    if (!parked(destination, needs, Long.MAX_VALUE, 1).isEmpty()) {
      return true;
    }
    return isActive(destination)
        && db.number(
                "SELECT count(*) FROM (SELECT 1 FROM item WHERE seq > ? AND sendable = 1"
                    + " AND body IS NOT NULL AND purpose || '/' || kind IN"
                    + " (SELECT value FROM json_each(?)) LIMIT 1)",
                cursor(destination),
                needs)
            > 0;
  }

  long cursor(String destination) throws SQLException {
    return db.number("SELECT last_item FROM cursor WHERE destination = ?", destination);
  }

  /** The number that every destination's cursor has passed that is offered new items. */
  long passed() throws SQLException {
    return db.number("SELECT coalesce(min(last_item), 0) FROM cursor WHERE active = 1");
  }

  void moveCursor(String destination, long seq) throws SQLException {
    db.update("UPDATE cursor SET last_item = ? WHERE destination = ?", seq, destination);
  }

  void park(String destination, String need, long item, String reason) throws SQLException {
    park(destination, need, item, reason, 0);
  }

  /** Parks an item that is left alone until a time. */
  void park(String destination, String need, long item, String reason, long due)
      throws SQLException {
    db.update(
        "INSERT OR IGNORE INTO parked(destination, need, due, item, reason) VALUES(?, ?, ?, ?, ?)",
        destination,
        need,
        due,
        item,
        reason);
  }

  /** Numbers of parked items that are due and have one of these needs, a JSON array of texts. */
  List<Long> parked(String destination, String needs, long now, int limit) throws SQLException {
    return db.list(
        "SELECT item FROM parked WHERE destination = ? AND need IN (SELECT value FROM json_each(?))"
            + " AND due <= ? ORDER BY item LIMIT ?",
        row -> row.getLong(1),
        destination,
        needs,
        now,
        (long) limit);
  }

  /** When the next parked item with one of these needs is due, or 0 if none waits for a time. */
  long nextDue(String destination, String needs, long now) throws SQLException {
    return db.number(
        "SELECT coalesce(min(due), 0) FROM parked WHERE destination = ?"
            + " AND need IN (SELECT value FROM json_each(?)) AND due > ?",
        destination,
        needs,
        now);
  }

  /** Numbers of parked items whose event is older than {@code before}. */
  List<Long> parkedOlder(String destination, long before, int limit) throws SQLException {
    return db.list(
        "SELECT parked.item FROM parked JOIN item ON item.seq = parked.item"
            + " WHERE parked.destination = ? AND item.at < ? LIMIT ?",
        row -> row.getLong(1),
        destination,
        before,
        (long) limit);
  }

  void unpark(String destination, Collection<Long> seqs) throws SQLException {
    db.update(
        "DELETE FROM parked WHERE destination = ? AND item IN (SELECT value FROM json_each(?))",
        destination,
        Items.json(seqs));
  }

  /** Ends the waiting of items at all destinations; those in sealed bodies are settled there. */
  void release(Collection<Long> seqs, End end) throws SQLException {
    if (seqs.isEmpty()) {
      return;
    }
    String numbers = Items.json(seqs);
    record Waiting(String destination, long n) {}
    List<Waiting> waiting =
        db.list(
            "SELECT cursor.destination, count(*) FROM cursor JOIN item ON item.seq > cursor.last_item"
                + " WHERE active = 1 AND sendable = 1 AND item.body IS NOT NULL"
                + " AND seq IN (SELECT value FROM json_each(?1)) GROUP BY 1"
                + " UNION ALL SELECT destination, count(*) FROM parked"
                + " WHERE item IN (SELECT value FROM json_each(?1)) GROUP BY 1",
            row -> new Waiting(row.getString(1), row.getLong(2)),
            numbers);
    for (Waiting one : waiting) {
      books.settled(one.destination(), end, one.n());
    }
    db.update("DELETE FROM parked WHERE item IN (SELECT value FROM json_each(?))", numbers);
  }

  /**
   * Those of some items that nobody waits for or refused, and that are not to be kept.
   *
   * @param open items that are in open bodies: somebody waits for them
   */
  List<Items.Share> unneeded(Collection<Long> seqs, Collection<Long> open) throws SQLException {
    return db.list(
        "SELECT purpose, count(*), sum(bytes), json_group_array(seq) FROM item"
            + " WHERE seq IN (SELECT value FROM json_each(?)) AND keep = 0"
            + " AND body IS NOT NULL AND NOT EXISTS(SELECT 1 FROM parked WHERE parked.item = seq)"
            + " AND NOT EXISTS(SELECT 1 FROM refused WHERE refused.item = seq)"
            + " AND seq <= (SELECT coalesce(min(last_item), 9223372036854775807)"
            + " FROM cursor WHERE active = 1)"
            + " AND seq NOT IN (SELECT value FROM json_each(?)) GROUP BY purpose",
        Items.Share::of,
        Items.json(seqs),
        Items.json(open));
  }

  /** Until when a destination is left alone, in milliseconds. */
  long pausedUntil(String destination) throws SQLException {
    return db.number("SELECT not_before FROM cursor WHERE destination = ?", destination);
  }

  /** How many exchanges in a row have failed. */
  long failures(String destination) throws SQLException {
    return db.number("SELECT failures FROM cursor WHERE destination = ?", destination);
  }

  void health(String destination, long failures, long pausedUntil) throws SQLException {
    db.update(
        "UPDATE cursor SET failures = ?, not_before = ? WHERE destination = ?",
        failures,
        pausedUntil,
        destination);
  }
}
