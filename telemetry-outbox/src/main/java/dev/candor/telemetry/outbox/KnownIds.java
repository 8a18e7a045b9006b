package dev.candor.telemetry.outbox;

import java.sql.SQLException;

/**
 * Which ids a store knows: each at least as long as the row of its item stays. Asked within writing
 * transactions only.
 */
interface KnownIds {
  /** Notes the id of an item that is to be stored; false if it is known already. */
  boolean add(String id) throws SQLException;

  /**
   * Learns of all rows there are; to be called before rows are deleted, which may be undone with
   * the transaction.
   */
  void learn() throws SQLException;

  /** Lets go of ids whose rows are gone; to be called after rows were deleted. */
  void forget() throws SQLException;

  /** What the layout of an open file asks for. */
  static KnownIds of(Db db) throws SQLException {
    return Schema.hasParts(db) ? new IdParts(db) : new ByIndex();
  }

  /** The unique index of {@code item} knows: an insert that it ignores was of a known id. */
  final class ByIndex implements KnownIds {
    @Override
    public boolean add(String id) {
      return true; // the insert will tell
    }

    @Override
    public void learn() {
      // The index has all of them.
    }

    @Override
    public void forget() {
      // The index loses its entry with the row.
    }
  }
}
