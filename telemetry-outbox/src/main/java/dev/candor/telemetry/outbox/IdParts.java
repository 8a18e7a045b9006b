package dev.candor.telemetry.outbox;

import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Ids in parts: the newest in memory, as the rows after the last part tell; older ones in parts
 * that are written once. So an item costs no page of an index, which random ids would touch all
 * over.
 *
 * <p>Memory follows the file and never precedes it: it changes when a transaction is committed, and
 * each one begins by reading what others, or a commit whose answer was lost, have added since.
 */
final class IdParts implements KnownIds {
  /** How many ids make a part. */
  static final int FULL = 16_384;

  private final Db db;
  private final int full;
  private final MessageDigest hash = Digest.sha256();
  private final Set<IdKey> newest = new HashSet<>();
  private final IdPieces pieces;
  private IdIndex parts = new IdIndex();
  private long seen; // the row up to which parts and newest tell
  private @Nullable Change change;

  IdParts(Db db) {
    this(db, FULL);
  }

  IdParts(Db db, int full) {
    this.db = db;
    this.full = full;
    pieces = new IdPieces(db);
  }

  @Override
  public boolean add(String id) throws SQLException {
    Change now = change();
    if (newest.size() >= full && now.written.isEmpty()) {
      now.written.add(pieces.write(now.before, newest));
    }
    IdKey key = IdKey.of(id, hash);
    return !newest.contains(key) && !isInParts(key) && now.added.add(key);
  }

  private boolean isInParts(IdKey key) throws SQLException {
    for (long last : parts.mayHave(key)) {
      if (pieces.has(last, key)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void learn() throws SQLException {
    change();
  }

  @Override
  public void forget() throws SQLException {
    Change now = change();
    long after = 0;
    for (long last : parts.parts()) {
      if (!hasRows(after, last)) {
        pieces.delete(last);
        now.deleted.add(last);
      }
      after = last;
    }
    now.emptied = !hasRows(after, Long.MAX_VALUE);
  }

  private boolean hasRows(long after, long last) throws SQLException {
    return db.number("SELECT EXISTS(SELECT 1 FROM item WHERE seq > ? AND seq <= ?)", after, last)
        > 0;
  }

  /** What the present transaction changes; begun by the first who asks in it. */
  private Change change() throws SQLException {
    Change now = change;
    if (now == null) {
      catchUp();
      now = new Change(seen);
      change = now;
      db.atEnd(this::end);
    }
    return now;
  }

  private void catchUp() throws SQLException {
    if (pieces.newest() > parts.newest()) {
      parts = parts.with(pieces.after(parts.newest()));
      newest.clear();
      seen = parts.newest();
    }
    long newestRow = db.number("SELECT seq FROM sqlite_sequence WHERE name = 'item'");
    if (newestRow > seen) {
      db.list(
          "SELECT id FROM item WHERE seq > ?",
          row -> newest.add(IdKey.of(row.getString(1), hash)),
          seen);
      seen = newestRow;
    }
  }

  private void end(boolean committed) {
    Change ended = change;
    change = null;
    if (ended != null && committed) {
      if (!ended.written.isEmpty()) {
        parts = parts.with(ended.written);
      }
      if (!ended.deleted.isEmpty()) {
        parts = parts.without(ended.deleted);
      }
      if (!ended.written.isEmpty() || ended.emptied) {
        newest.clear();
      }
      newest.addAll(ended.added);
      // Numbers rise by one at least: what this falls short of is read again, and known twice.
      seen = ended.before + ended.added.size();
    }
  }

  private static final class Change {
    final long before;
    final Set<IdKey> added = new HashSet<>();
    final List<IdIndex.Part> written = new ArrayList<>(1);
    final Set<Long> deleted = new HashSet<>();
    boolean emptied;

    Change(long before) {
      this.before = before;
    }
  }
}
