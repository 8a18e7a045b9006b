package dev.candor.telemetry.outbox;

import dev.candor.telemetry.exporter.Outcome.DropReason;
import dev.candor.telemetry.exporter.Sealed;
import dev.candor.telemetry.outbox.Books.End;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Sealed bodies: their bytes are fixed here before the first attempt (promise P5). */
final class Bodies {
  private static final String COLUMNS =
      "id, destination, grant, path, type, ids, seqs, items, needs, oldest, attempts, maybe_taken,"
          + " body FROM sealed ";
  private static final String OPEN = "state IN ('sealed','sending') ";

  // The index of open bodies is used only by its own words; by id all settled ones are read.
  static final String DUE =
      "SELECT min(+id) FROM sealed WHERE destination = ? AND due <= ?"
          + " AND state = 'sealed' AND "
          + OPEN;

  // By the index of settled bodies: there may be millions of younger ones.
  static final String SETTLED =
      "SELECT id FROM sealed WHERE at < ? AND NOT (" + OPEN + ") ORDER BY at LIMIT ?";

  private final Db db;
  private final Items items;
  private final Queue queue;
  private final Books books;
  private final States states;

  Bodies(Db db, Items items, Queue queue, Books books) throws SQLException {
    this.db = db;
    states = States.of(db);
    this.items = items;
    this.queue = queue;
    this.books = books;
  }

  void insert(NewBody body, long now) throws SQLException {
    Sealed sealed = body.sealed();
    db.update(
        "INSERT INTO sealed(destination, grant, path, type, sha256, ids, seqs, items, needs, oldest,"
            + " at, due, attempts, maybe_taken, state, size, body)"
            + " VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, 0, ?, ?, ?)",
        body.destination(),
        body.grant(),
        sealed.path(),
        sealed.contentType(),
        Digest.sha256(sealed.body()),
        String.join(",", sealed.itemIds()),
        Items.json(body.seqs()),
        (long) body.seqs().size(),
        String.join(",", body.needs()),
        body.oldest(),
        now,
        states.written("sealed"),
        (long) sealed.body().length,
        sealed.body());
  }

  /** The open body that has waited longest and is due, if there is one. */
  List<Body> due(String destination, long now) throws SQLException {
    return db.list(
        "SELECT " + COLUMNS + "WHERE id = (" + DUE + ")", Bodies::body, destination, now);
  }

  /**
   * The open bodies that are due after one, as they wait: so many, and so many bytes of all of them
   * at most.
   */
  List<Body> dueAfter(Body first, long now, int limit, long bytes) throws SQLException {
    List<Long> ids = new ArrayList<>();
    long[] left = {bytes};
    db.list(
        "SELECT id, size FROM sealed WHERE destination = ? AND state = 'sealed' AND due <= ?"
            + " AND id > ? ORDER BY id LIMIT ?",
        row -> {
          left[0] -= row.getLong(2);
          return left[0] >= 0 && ids.add(row.getLong(1));
        },
        first.destination(),
        now,
        first.id(),
        (long) limit);
    List<Body> due = new ArrayList<>();
    for (long id : ids) {
      due.addAll(db.list("SELECT " + COLUMNS + "WHERE id = ?", Bodies::body, id));
    }
    return due;
  }

  /** When the next open body is due, or 0 if there is none. */
  long nextDue(String destination) throws SQLException {
    return db.number(
        "SELECT coalesce(min(max(due, 1)), 0) FROM sealed"
            + " WHERE destination = ? AND state = 'sealed' AND "
            + OPEN,
        destination);
  }

  /** Bodies that were being sent when the process that sent them ended. */
  List<Body> interrupted(String destination) throws SQLException {
    return db.list(
        "SELECT "
            + COLUMNS
            + "WHERE destination = ? AND state = 'sending' AND "
            + OPEN
            + "ORDER BY id",
        Bodies::body,
        destination);
  }

  /** Notes that an attempt begins; false if the body is gone. */
  boolean sending(long id) throws SQLException {
    return db.update(
            "UPDATE sealed SET state = ?, attempts = attempts + 1"
                + " WHERE id = ? AND state = 'sealed'",
            states.written("sending"),
            id)
        > 0;
  }

  /** Takes back that an attempt begins, as none was made. */
  void notSent(long id) throws SQLException {
    db.update(
        "UPDATE sealed SET state = ?, attempts = attempts - 1"
            + " WHERE id = ? AND state = 'sending'",
        states.written("sealed"),
        id);
  }

  /** Lets a body that may have been taken wait, as it cannot be taken back. */
  void postpone(long id, long due) throws SQLException {
    db.update("UPDATE sealed SET due = ? WHERE id = ? AND state = 'sealed'", due, id);
  }

  /** Lets a body wait for another attempt with the same bytes. */
  boolean again(long id, long due, boolean maybeTaken) throws SQLException {
    return db.update(
            "UPDATE sealed SET state = ?, due = ?, maybe_taken = max(maybe_taken, ?)"
                + " WHERE id = ? AND state = 'sending'",
            states.written("sealed"),
            due,
            maybeTaken ? 1L : 0L,
            id)
        > 0;
  }

  /** Ends a body: false if it is gone, and then nothing is booked. */
  boolean end(long id, String state) throws SQLException {
    return db.update(
            "UPDATE sealed SET state = ? WHERE id = ? AND " + OPEN, states.written(state), id)
        > 0;
  }

  /** Takes a body back that was certainly not taken: its items wait again. */
  void dissolve(Body body, String reason) throws SQLException {
    if (db.update("DELETE FROM sealed WHERE id = ? AND state = 'sealed'", body.id()) > 0) {
      List<Items.Row> rows = items.rows(body.seqs());
      for (Items.Row row : rows) {
        queue.park(body.destination(), row.need(), row.seq(), reason);
      }
      books.settled(
          body.destination(),
          End.dropped(DropReason.FAULT),
          body.seqs().size() - rows.size()); // none, unless the file was damaged
    }
  }

  /** Removes an open body whose items are sealed anew. */
  boolean remove(long id) throws SQLException {
    return db.update("DELETE FROM sealed WHERE id = ? AND " + OPEN, id) > 0;
  }

  /** Erases items that nobody waits for any more. */
  void forget(List<Long> seqs) throws SQLException {
    // What one has settled may be in a body of another. Of one alone no item is in two bodies.
    Set<Long> open = queue.hasOneDestination() ? Set.of() : open();
    for (Items.Share share : queue.unneeded(seqs, open)) {
      items.forget(share);
    }
  }

  /** Whether a body is in this file: in one that replaced its own, its number may be another's. */
  boolean has(Body body) throws SQLException {
    return db.number(
            "SELECT count(*) FROM sealed WHERE id = ? AND destination = ? AND ids = ?",
            body.id(),
            body.destination(),
            String.join(",", body.sealed().itemIds()))
        > 0;
  }

  boolean hasOpen(String destination) throws SQLException {
    return db.number("SELECT count(*) FROM sealed WHERE destination = ? AND " + OPEN, destination)
        > 0;
  }

  /** Numbers of the items in open bodies. */
  Set<Long> open() throws SQLException {
    Set<Long> open = new HashSet<>();
    db.list("SELECT seqs FROM sealed WHERE " + OPEN, row -> open.addAll(numbers(row.getString(1))));
    return open;
  }

  /**
   * Deletes a few bodies below a grant. What was being sent just now may have been taken, and is
   * booked so.
   *
   * @return how many items of open bodies went; -1 when no body is left
   */
  long purge(long grant) throws SQLException {
    record Open(long id, String destination, long items, String state) {}
    List<Open> bodies =
        db.list(
            "SELECT id, destination, items, state FROM sealed WHERE grant < ? ORDER BY id LIMIT 20",
            row -> new Open(row.getLong(1), row.getString(2), row.getLong(3), States.read(row, 4)),
            grant);
    for (Open body : bodies) {
      if (body.state().equals("sealed")) {
        books.settled(body.destination(), End.PURGED, body.items());
      } else if (body.state().equals("sending")) {
        books.settled(body.destination(), End.UNCERTAIN, body.items());
      }
      db.update("DELETE FROM sealed WHERE id = ?", body.id());
    }
    return bodies.isEmpty() ? -1 : bodies.size();
  }

  /** Deletes what is settled and was sealed before a time, the oldest first; returns how many. */
  int deleteSettledBefore(long at, int limit) throws SQLException {
    return db.update("DELETE FROM sealed WHERE id IN (" + SETTLED + ")", at, (long) limit);
  }

  /** A page of all bodies, for display. */
  List<SealedBody> page(long after, int limit) throws SQLException {
    return db.list(
        "SELECT id, destination, path, type, sha256, ids, state, attempts, size, at FROM sealed"
            + " WHERE id > ? ORDER BY id LIMIT ?",
        row ->
            new SealedBody(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                List.of(row.getString(6).split(",", -1)),
                States.read(row, 7),
                row.getInt(8),
                row.getInt(9),
                Instant.ofEpochMilli(row.getLong(10))),
        after,
        (long) limit);
  }

  byte @Nullable [] bytes(long id) throws SQLException {
    return db.first("SELECT body FROM sealed WHERE id = ?", row -> row.getBytes(1), id);
  }

  static List<Long> numbers(String json) {
    List<Long> numbers = new ArrayList<>();
    long number = 0;
    boolean any = false;
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      if (c >= '0' && c <= '9') {
        number = number * 10 + (c - '0');
        any = true;
      } else if (any) {
        numbers.add(number);
        number = 0;
        any = false;
      }
    }
    return numbers;
  }

  private static Body body(ResultSet row) throws SQLException {
    return new Body(
        row.getLong(1),
        row.getString(2),
        row.getLong(3),
        numbers(row.getString(7)),
        List.of(row.getString(9).split(",", -1)),
        row.getLong(10),
        row.getLong(11),
        row.getLong(12) != 0,
        new Sealed(
            row.getString(4),
            row.getString(5),
            row.getBytes(13),
            List.of(row.getString(6).split(",", -1))));
  }

  /** A body before it has a row. */
  record NewBody(
      String destination,
      long grant,
      Sealed sealed,
      List<Long> seqs,
      Set<String> needs,
      long oldest) {}

  /** An open body. */
  record Body(
      long id,
      String destination,
      long grant,
      List<Long> seqs,
      List<String> needs,
      long oldest,
      long attempts,
      boolean maybeTaken,
      Sealed sealed) {}
}
