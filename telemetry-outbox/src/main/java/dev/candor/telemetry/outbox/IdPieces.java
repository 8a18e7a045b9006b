package dev.candor.telemetry.outbox;

import dev.candor.telemetry.outbox.IdIndex.Part;
import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * The table {@code known}: the keys of each part, written once, in pieces by their first nine bits.
 * So one row tells whether a part has a key, and a usual part's rows are short of a page.
 */
final class IdPieces {
  private static final int BITS = 9;

  private final Db db;

  IdPieces(Db db) {
    this.db = db;
  }

  /** Writes a part whose last row is {@code last}. */
  Part write(long last, Collection<IdKey> ids) throws SQLException {
    IdKey[] keys = ids.toArray(new IdKey[0]);
    Arrays.sort(keys);
    int to;
    for (int from = 0; from < keys.length; from = to) {
      int piece = piece(keys[from]);
      to = from;
      while (to < keys.length && piece(keys[to]) == piece) {
        to++;
      }
      ByteBuffer bytes = ByteBuffer.allocate((to - from) * IdKey.BYTES);
      for (IdKey key : Arrays.asList(keys).subList(from, to)) {
        key.write(bytes);
      }
      db.update(
          "INSERT INTO known(last, piece, ids) VALUES(?, ?, ?)", last, (long) piece, bytes.array());
    }
    return new Part(last, Arrays.stream(keys).mapToInt(IdKey::print).toArray());
  }

  /** The last row of the newest part; 0 if there is none. */
  long newest() throws SQLException {
    return db.number("SELECT max(last) FROM known");
  }

  /**
   * The parts whose last row comes after one, in order.
   *
   * @throws SQLException also if a key is where it does not belong: the file is damaged
   */
  List<Part> after(long row) throws SQLException {
    List<Part> parts = new ArrayList<>();
    for (long last = next(row); last > 0; last = next(last)) {
      parts.add(read(last));
    }
    return parts;
  }

  private long next(long row) throws SQLException {
    return db.number("SELECT min(last) FROM known WHERE last > ?", row);
  }

  private Part read(long last) throws SQLException {
    int[] prints =
        new int[(int) db.number("SELECT sum(length(ids)) / 16 FROM known WHERE last = ?", last)];
    int[] read = {0};
    db.list(
        "SELECT piece, ids FROM known WHERE last = ?",
        row -> {
          byte[] ids = row.getBytes(2);
          for (int i = 0; i < ids.length; i += IdKey.BYTES) {
            if (i + IdKey.BYTES > ids.length || piece(key(ids, i)) != row.getLong(1)) {
              throw new SQLiteException(
                  "known ids are not in their places", SQLiteErrorCode.SQLITE_CORRUPT);
            }
            prints[read[0]++] = key(ids, i).print();
          }
          return ids.length;
        },
        last);
    return new Part(last, prints);
  }

  /** Whether a part has a key; not if another process has deleted it, as its rows are gone. */
  boolean has(long last, IdKey key) throws SQLException {
    byte[] ids =
        db.first(
            "SELECT ids FROM known WHERE last = ? AND piece = ?",
            row -> row.getBytes(1),
            last,
            (long) piece(key));
    boolean found = false;
    for (int i = 0; ids != null && i + IdKey.BYTES <= ids.length && !found; i += IdKey.BYTES) {
      found = key(ids, i).equals(key);
    }
    return found;
  }

  void delete(long last) throws SQLException {
    db.update("DELETE FROM known WHERE last = ?", last);
  }

  private static IdKey key(byte[] ids, int index) {
    return IdKey.read(ByteBuffer.wrap(ids), index);
  }

  private static int piece(IdKey key) {
    return key.print() >>> (Integer.SIZE - BITS);
  }
}
