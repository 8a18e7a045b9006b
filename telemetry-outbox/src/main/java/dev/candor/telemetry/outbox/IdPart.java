package dev.candor.telemetry.outbox;

import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * The ids of a run of rows, written once. Their keys lie in order in the table {@code known}, sixty
 * to a row; four bytes of each are in memory, in the same order. What these find is looked up in
 * the table, so that the answer is exact.
 */
final class IdPart {
  /** Keys in a row: as many as SQLite keeps in a page without a second one. */
  private static final int PIECE = 60;

  private static final int BUCKETS = 256;

  private final long last;
  private final int[] prints;
  private final int[] starts = new int[BUCKETS + 1];

  /**
   * From its prints.
   *
   * @throws SQLException if they are not in order: the file is damaged
   */
  private IdPart(long last, int[] prints) throws SQLException {
    this.last = last;
    this.prints = prints;
    for (int i = 0; i < prints.length; i++) {
      if (i > 0 && prints[i - 1] > prints[i]) {
        throw damaged();
      }
      starts[bucket(prints[i]) + 1] = i + 1;
    }
    for (int bucket = 1; bucket <= BUCKETS; bucket++) {
      starts[bucket] = Math.max(starts[bucket], starts[bucket - 1]);
    }
  }

  /** Writes a part whose last row is {@code last}. */
  static IdPart write(Db db, long last, Collection<IdKey> ids) throws SQLException {
    IdKey[] keys = ids.toArray(new IdKey[0]);
    Arrays.sort(keys);
    for (int from = 0; from < keys.length; from += PIECE) {
      IdKey[] piece = Arrays.copyOfRange(keys, from, Math.min(from + PIECE, keys.length));
      ByteBuffer bytes = ByteBuffer.allocate(piece.length * IdKey.BYTES);
      for (IdKey key : piece) {
        key.write(bytes);
      }
      db.update(
          "INSERT INTO known(last, piece, ids) VALUES(?, ?, ?)",
          last,
          (long) (from / PIECE),
          bytes.array());
    }
    return new IdPart(last, Arrays.stream(keys).mapToInt(IdKey::print).toArray());
  }

  /** The parts whose last row comes after one, in order. */
  static List<IdPart> after(Db db, long row) throws SQLException {
    List<IdPart> parts = new ArrayList<>();
    for (long last = next(db, row); last > 0; last = next(db, last)) {
      parts.add(read(db, last));
    }
    return parts;
  }

  private static long next(Db db, long row) throws SQLException {
    return db.number("SELECT min(last) FROM known WHERE last > ?", row);
  }

  private static IdPart read(Db db, long last) throws SQLException {
    List<byte[]> pieces =
        db.list(
            "SELECT ids FROM known WHERE last = ? ORDER BY piece", row -> row.getBytes(1), last);
    int length = 0;
    for (int i = 0; i < pieces.size(); i++) {
      int bytes = pieces.get(i).length;
      boolean isWhole = bytes == PIECE * IdKey.BYTES;
      if (!isWhole && (i < pieces.size() - 1 || bytes % IdKey.BYTES != 0)) {
        throw damaged();
      }
      length += bytes / IdKey.BYTES;
    }
    int[] prints = new int[length];
    for (int i = 0; i < length; i++) {
      prints[i] = key(pieces.get(i / PIECE), i % PIECE).print();
    }
    return new IdPart(last, prints);
  }

  /** The number of its last row. */
  long last() {
    return last;
  }

  boolean contains(Db db, IdKey key) throws SQLException {
    int print = key.print();
    int end = starts[bucket(print) + 1];
    int at = Arrays.binarySearch(prints, starts[bucket(print)], end, print);
    while (at > 0 && prints[at - 1] == print) {
      at--; // the first of several that begin alike
    }
    boolean found = false;
    for (; at >= 0 && at < end && prints[at] == print && !found; at++) {
      found = isAt(db, at, key);
    }
    return found;
  }

  // Another process may have deleted it meanwhile: then its rows are gone, and the id is new.
  private boolean isAt(Db db, int index, IdKey key) throws SQLException {
    byte[] piece =
        db.first(
            "SELECT ids FROM known WHERE last = ? AND piece = ?",
            row -> row.getBytes(1),
            last,
            (long) (index / PIECE));
    return piece != null && key(piece, index % PIECE).equals(key);
  }

  void delete(Db db) throws SQLException {
    db.update("DELETE FROM known WHERE last = ?", last);
  }

  private static IdKey key(byte[] piece, int index) {
    return IdKey.read(ByteBuffer.wrap(piece), index * IdKey.BYTES);
  }

  private static int bucket(int print) {
    return (print >> (Integer.SIZE - Byte.SIZE)) + BUCKETS / 2;
  }

  private static SQLException damaged() {
    return new SQLiteException("known ids are not in order", SQLiteErrorCode.SQLITE_CORRUPT);
  }
}
