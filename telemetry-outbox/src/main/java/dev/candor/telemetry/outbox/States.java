package dev.candor.telemetry.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * The words in a file for what becomes of a body: {@code sealed}, {@code sending}, {@code
 * delivered}, {@code uncertain}, {@code dropped}, {@code refused}.
 *
 * <p>Where its layout compares them without blanks at the end, all are written at one length: only
 * then does SQLite change a row in its place, instead of writing it anew with its whole body.
 */
final class States {
  private static final int LENGTH = "delivered".length();
  private final boolean even;

  private States(boolean even) {
    this.even = even;
  }

  /** What the layout of an open file asks for. */
  static States of(Db db) throws SQLException {
    return new States(Schema.hasParts(db));
  }

  /** The word as it is to be written. */
  String written(String state) {
    return even ? state + " ".repeat(LENGTH - state.length()) : state;
  }

  /** The word in a column, however it was written. */
  static String read(ResultSet row, int column) throws SQLException {
    return row.getString(column).stripTrailing();
  }
}
