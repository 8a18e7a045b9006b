package dev.candor.telemetry.outbox;

import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.exporter.Item;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteConfig;

/** A store with parts of seven ids, opened as often as a test likes. */
abstract class IdPartsTestBase {
  static final int FULL = 7;
  private static final Item ITEM = Samples.event(Purpose.USAGE, 0, Clock.systemUTC(), "none");

  @TempDir Path temporary;
  private final List<Opened> opened = new ArrayList<>();

  Opened open() throws Exception {
    Opened store = Opened.of(temporary.resolve("outbox.db"), FULL);
    store.db.execute("PRAGMA synchronous=OFF"); // no power is cut here
    opened.add(store);
    return store;
  }

  @AfterEach
  void close() throws SQLException {
    for (Opened store : opened) {
      store.db.close();
    }
  }

  static String id(int number) {
    return Samples.id(number);
  }

  static String[] ids(int from, int to) {
    return IntStream.range(from, to).mapToObj(IdPartsTestBase::id).toArray(String[]::new);
  }

  /** One connection and what it knows. */
  static final class Opened {
    final Db db;
    private final Items items;

    private Opened(Db db, int full) {
      this.db = db;
      items = new Items(db, Handover.none(), new IdParts(db, full));
    }

    static Opened of(Path file, int full) throws Exception {
      NativeLibrary.load(file.getParent());
      Db db = new Db(new SQLiteConfig().createConnection("jdbc:sqlite:" + file));
      Schema.prepare(db, /* parts= */ true);
      return new Opened(db, full);
    }

    /** How many of them were new. */
    int append(String... ids) throws SQLException {
      return db.write(() -> insert(ids));
    }

    void appendEach(int from, int to) throws SQLException {
      for (String id : ids(from, to)) {
        append(id);
      }
    }

    void appendAndFail(String... ids) throws SQLException {
      db.write(
          () -> {
            insert(ids);
            throw new SQLException("the disk is full");
          });
    }

    void delete(long first, long last) throws SQLException {
      db.write(() -> items.delete(LongStream.rangeClosed(first, last).boxed().toList()));
    }

    void deleteAndFail(long first, long last) throws SQLException {
      db.write(
          () -> {
            items.delete(LongStream.rangeClosed(first, last).boxed().toList());
            throw new SQLException("the disk is full");
          });
    }

    /** How many parts the file has. */
    long parts() throws SQLException {
      return db.number("SELECT count(DISTINCT last) FROM known");
    }

    List<String> stored() throws SQLException {
      return db.list("SELECT id FROM item", row -> row.getString(1));
    }

    int insert(String... ids) throws SQLException {
      int inserted = 0;
      for (String id : ids) {
        inserted += items.insert(draft(id), 1, items.resource(Samples.RESOURCE), 0) ? 1 : 0;
      }
      return inserted;
    }

    private static Items.Draft draft(String id) {
      return new Items.Draft(
          id, "USAGE", "event", "imaging.run", 0, true, false, false, "{}", ITEM, List.of());
    }
  }
}
