package dev.candor.telemetry.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** The rows of withdrawals. */
final class Receipts {
  private Receipts() {}

  /** Withdrawals that were interrupted: number and grant. */
  static List<Unfinished> unfinished(Db db) throws SQLException {
    return db.list(
        "SELECT id, grant FROM receipt WHERE complete = 0 ORDER BY id",
        row -> new Unfinished(row.getLong(1), row.getLong(2)));
  }

  static List<PurgeReceipt> all(Db db) throws SQLException {
    return db.list(
        "SELECT at, items, counters, complete FROM receipt ORDER BY id", Receipts::receipt);
  }

  static PurgeReceipt receipt(ResultSet row) throws SQLException {
    return new PurgeReceipt(
        Instant.ofEpochMilli(row.getLong(1)), row.getLong(2), row.getLong(3), row.getLong(4) != 0);
  }

  record Unfinished(long id, long grant) {}
}
