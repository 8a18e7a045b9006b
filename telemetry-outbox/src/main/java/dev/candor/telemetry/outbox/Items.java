package dev.candor.telemetry.outbox;

import dev.candor.telemetry.exporter.Item;
import dev.candor.telemetry.exporter.ItemJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rows of items, with their resources (kept once) and the space that each purpose takes.
 *
 * <p>An item that has arrived everywhere and is not kept is <em>forgotten</em>: its body is erased
 * and the row stays for a while, so that telling the same thing again is known.
 */
final class Items {
  /** The row of {@code share} that counts forgotten items. */
  static final String FORGOTTEN = "forgotten";

  private static final String COLUMNS =
      "seq, item.id, grant, purpose, kind, at, sendable, keep, item.body, resource.body"
          + " FROM item JOIN resource ON resource.id = item.resource ";

  private final Db db;
  private final Handover handover;
  private final KnownIds known;

  /** Tells the hand-over and the known ids of what is deleted. */
  Items(Db db, Handover handover, KnownIds known) {
    this.db = db;
    this.handover = handover;
    this.known = known;
  }

  /** The number of a resource's row. */
  long resource(Map<String, String> resource) throws SQLException {
    String body = ItemJson.writeMap(resource);
    db.update("INSERT OR IGNORE INTO resource(body) VALUES(?)", body);
    return db.number("SELECT id FROM resource WHERE body = ?", body);
  }

  /** Inserts an item unless its id is known. */
  boolean insert(Draft draft, long grant, long resource, long now) throws SQLException {
    return known.add(draft.id())
        && db.update(
                "INSERT OR IGNORE INTO item(id, grant, purpose, kind, name, at, stored, resource,"
                    + " sendable, keep, bytes, body) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                draft.id(),
                grant,
                draft.purpose(),
                draft.kind(),
                draft.name(),
                draft.at(),
                now,
                resource,
                draft.sendable() ? 1L : 0L,
                draft.keep() ? 1L : 0L,
                draft.isForgotten() ? 0L : (long) draft.body().length(),
                draft.isForgotten() ? null : draft.body())
            > 0;
  }

  /** Notes what a purpose takes more, or less, than before. */
  void share(String purpose, long items, long bytes) throws SQLException {
    db.update(
        "INSERT INTO share(purpose, items, bytes) VALUES(?, ?, ?) ON CONFLICT DO UPDATE"
            + " SET items = items + excluded.items, bytes = bytes + excluded.bytes",
        purpose,
        items,
        bytes);
  }

  long count(String purpose) throws SQLException {
    return db.number("SELECT items FROM share WHERE purpose = ?", purpose);
  }

  /** The rows with these numbers that still have a body, in order. */
  List<Row> rows(Collection<Long> seqs) throws SQLException {
    return db.list(
        "SELECT "
            + COLUMNS
            + "WHERE seq IN (SELECT value FROM json_each(?)) AND item.body IS NOT NULL ORDER BY"
            + " seq",
        Items::row,
        json(seqs));
  }

  /** What a destination's cursor has not passed, in order; first what was just stored. */
  List<Row> after(long cursor, int limit) throws SQLException {
    List<Row> rows = handover.after(cursor, limit);
    if (rows.size() < limit) {
      rows.addAll(inFileAfter(handover.reach(cursor), limit - rows.size()));
    }
    return rows;
  }

  private List<Row> inFileAfter(long seq, int limit) throws SQLException {
    return db.list(
        "SELECT "
            + COLUMNS
            + "WHERE seq > ? AND sendable = 1 AND item.body IS NOT NULL ORDER BY seq LIMIT ?",
        Items::row,
        seq,
        (long) limit);
  }

  /** A page of all items with a body, for display. */
  List<Row> page(long after, int limit) throws SQLException {
    return db.list(
        "SELECT " + COLUMNS + "WHERE seq > ? AND item.body IS NOT NULL ORDER BY seq LIMIT ?",
        Items::row,
        after,
        (long) limit);
  }

  /** How many of these rows still have a body. */
  long existing(Collection<Long> seqs) throws SQLException {
    return db.number(
        "SELECT count(*) FROM item WHERE seq IN (SELECT value FROM json_each(?))"
            + " AND body IS NOT NULL",
        json(seqs));
  }

  /** How many rows with a body were stored before a time. */
  long countStoredBefore(long time) throws SQLException {
    return db.number("SELECT count(*) FROM item WHERE stored < ? AND body IS NOT NULL", time);
  }

  /** The number of the newest row. */
  long last() throws SQLException {
    return db.number("SELECT coalesce(max(seq), 0) FROM item");
  }

  /** The numbers of rows after one, in order. */
  List<Long> numbersAfter(long seq) throws SQLException {
    return db.list("SELECT seq FROM item WHERE seq > ? ORDER BY seq", row -> row.getLong(1), seq);
  }

  /** Erases the bodies of rows that have one. */
  void forget(Share rows) throws SQLException {
    share(rows.purpose(), -rows.items(), -rows.bytes());
    share(
        FORGOTTEN,
        db.update(
            "UPDATE item SET body = NULL, bytes = 0"
                + " WHERE seq IN (SELECT value FROM json_each(?))",
            rows.numbers()),
        0);
  }

  /** Deletes rows, and with them what is noted of refusals. */
  int delete(Collection<Long> seqs) throws SQLException {
    if (!seqs.isEmpty()) {
      handover.clear();
    }
    String numbers = json(seqs);
    known.learn();
    take(numbers);
    share(
        FORGOTTEN,
        -db.number(
            "SELECT count(*) FROM item WHERE seq IN (SELECT value FROM json_each(?))"
                + " AND body IS NULL",
            numbers),
        0);
    db.update("DELETE FROM refused WHERE item IN (SELECT value FROM json_each(?))", numbers);
    int deleted =
        db.update("DELETE FROM item WHERE seq IN (SELECT value FROM json_each(?))", numbers);
    known.forget();
    return deleted;
  }

  /** Deletes resources that no item and no counter has. */
  void deleteUnusedResources() throws SQLException {
    db.update(
        "DELETE FROM resource WHERE id NOT IN"
            + " (SELECT resource FROM item UNION SELECT resource FROM counter)");
  }

  private void take(String numbers) throws SQLException {
    for (Share share :
        db.list(
            "SELECT purpose, count(*), sum(bytes), json_group_array(seq) FROM item"
                + " WHERE seq IN (SELECT value FROM json_each(?)) AND body IS NOT NULL"
                + " GROUP BY purpose",
            Share::of,
            numbers)) {
      share(share.purpose(), -share.items(), -share.bytes());
    }
  }

  /** Numbers as the JSON array that a statement takes. */
  static String json(Collection<Long> seqs) {
    StringBuilder text = new StringBuilder(seqs.size() * 7 + 2).append('[');
    for (long seq : seqs) {
      text.append(text.length() == 1 ? "" : ",").append(seq);
    }
    return text.append(']').toString();
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        row.getLong(1),
        row.getString(2),
        row.getLong(3),
        row.getString(4) + "/" + row.getString(5),
        row.getLong(6),
        row.getLong(7) != 0,
        row.getLong(8) != 0,
        new Text(row.getString(9), row.getString(10)));
  }

  /** Rows of one purpose; {@code numbers} is the JSON array that a statement takes. */
  record Share(String purpose, long items, long bytes, String numbers) {
    static Share of(ResultSet row) throws SQLException {
      return new Share(row.getString(1), row.getLong(2), row.getLong(3), row.getString(4));
    }
  }

  /** What becomes a row; made before the transaction, so that others wait less. */
  record Draft(
      String id,
      String purpose,
      String kind,
      String name,
      long at,
      boolean sendable,
      boolean keep,
      boolean unwanted,
      String body,
      Item item,
      List<Increment> counts) {
    Map<String, String> resource() {
      return item.resource();
    }

    /** Whether its row remembers the id and nothing else. */
    boolean isForgotten() {
      return !sendable && !keep;
    }

    /** The row that it has become. */
    Row row(long seq, long grant) {
      return new Row(seq, id, grant, purpose + "/" + kind, at, sendable, keep, () -> item);
    }
  }

  /** A row. {@code need} is what the present answer must allow: purpose and kind. */
  record Row(
      long seq,
      String id,
      long grant,
      String need,
      long at,
      boolean sendable,
      boolean keep,
      Content content) {
    /** The item, or null if the row cannot be read. */
    @Nullable Item item() {
      return content.item();
    }
  }

  /** Where a row's item comes from. */
  interface Content {
    @Nullable Item item();
  }

  /** As the file has it. */
  private record Text(String body, String resource) implements Content {
    @Override
    public @Nullable Item item() {
      try {
        return ItemJson.read(body, ItemJson.readStrings(resource));
      } catch (IllegalArgumentException e) {
        return null; // damaged in place; whoever asks books it as a fault
      }
    }
  }
}
