package dev.candor.telemetry.outbox;

import java.sql.SQLException;

/** The lowest grant that may still be stored. Read inside each writing transaction. */
final class Fence {
  private final Db db;

  Fence(Db db) {
    this.db = db;
  }

  boolean admits(long grant) throws SQLException {
    return grant >= epoch();
  }

  long epoch() throws SQLException {
    return db.number("SELECT grant FROM epoch");
  }

  void raise(long grant) throws SQLException {
    db.update("UPDATE epoch SET grant = ? WHERE grant < ?", grant, grant);
  }
}
