package dev.candor.telemetry.outbox;

import java.util.Map;
import java.util.TreeMap;

/** Cells as rows. */
final class StoredCells implements Cells {
  private final SqliteOutbox outbox;

  StoredCells(SqliteOutbox outbox) {
    this.outbox = outbox;
  }

  @Override
  public void put(long grant, String name, String value) {
    outbox.run(
        false,
        store ->
            store.db.write(
                () ->
                    store.fence.admits(grant)
                        && store.db.update(
                                "INSERT OR REPLACE INTO cell(name, grant, value) VALUES(?, ?, ?)",
                                name,
                                grant,
                                value)
                            > 0));
  }

  @Override
  public void remove(String name) {
    outbox.run(0, store -> store.db.update("DELETE FROM cell WHERE name = ?", name));
  }

  @Override
  public Map<String, String> startingWith(String prefix) {
    return outbox.run(
        Map.of(),
        store -> {
          Map<String, String> cells = new TreeMap<>();
          store.db.list(
              "SELECT name, value FROM cell WHERE substr(name, 1, ?) = ?",
              row -> cells.put(row.getString(1), row.getString(2)),
              (long) prefix.codePointCount(0, prefix.length()),
              prefix);
          return cells;
        });
  }
}
