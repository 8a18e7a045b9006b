package dev.candor.telemetry.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One connection with its prepared statements. Not safe for many threads: {@link SqliteOutbox}
 * holds a lock around it.
 */
final class Db implements AutoCloseable {
  private final Connection connection;
  private final Map<String, PreparedStatement> statements = new HashMap<>();
  private final List<Ending> endings = new ArrayList<>();

  Db(Connection connection) {
    this.connection = connection;
  }

  /** Runs statements that are used once. */
  void execute(String... statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /** Runs a statement to its end that takes a step for each of many pages, and returns nothing. */
  void exhaust(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql); // execute would take one step
    }
  }

  int update(String sql, @Nullable Object... values) throws SQLException {
    return bind(sql, values).executeUpdate();
  }

  <T> List<T> list(String sql, Reading<T> reading, @Nullable Object... values) throws SQLException {
    List<T> list = new ArrayList<>();
    try (ResultSet rows = bind(sql, values).executeQuery()) {
      while (rows.next()) {
        list.add(reading.from(rows));
      }
    }
    return list;
  }

  /** The first row, if there is one. */
  <T> @Nullable T first(String sql, Reading<T> reading, @Nullable Object... values)
      throws SQLException {
    try (ResultSet rows = bind(sql, values).executeQuery()) {
      return rows.next() ? reading.from(rows) : null;
    }
  }

  /** The first column of the first row; 0 if there is none. */
  long number(String sql, @Nullable Object... values) throws SQLException {
    try (ResultSet rows = bind(sql, values).executeQuery()) {
      return rows.next() ? rows.getLong(1) : 0;
    }
  }

  /** Runs work as the only writer of the file. */
  <T> T write(Work<T> work) throws SQLException {
    return transaction("BEGIN IMMEDIATE", work);
  }

  /** Like {@link #write}, and on the disk itself when it returns: survives a power cut. */
  <T> T writeDurably(Work<T> work) throws SQLException {
    return onDisk(() -> write(work));
  }

  /** Runs work whose transactions are on the disk itself when it returns. */
  <T> T onDisk(Work<T> work) throws SQLException {
    execute("PRAGMA synchronous=FULL");
    try {
      return work.run();
    } finally {
      execute("PRAGMA synchronous=NORMAL");
    }
  }

  /** Runs work that sees one state of the file. */
  <T> T read(Work<T> work) throws SQLException {
    return transaction("BEGIN", work);
  }

  private <T> T transaction(String begin, Work<T> work) throws SQLException {
    execute(begin);
    boolean done = false;
    try {
      T result = work.run();
      execute("COMMIT");
      done = true;
      return result;
    } finally {
      if (!done) {
        rollback();
      }
      end(done);
    }
  }

  private void end(boolean committed) {
    List<Ending> ended = List.copyOf(endings);
    endings.clear();
    ended.forEach(ending -> ending.ended(committed));
  }

  /** Tells somebody, once, how the present transaction ended. */
  void atEnd(Ending ending) {
    endings.add(ending);
  }

  private void rollback() {
    try {
      execute("ROLLBACK");
    } catch (SQLException e) {
      // SQLite has rolled back by itself (disk full, I/O error); the first failure is on its way.
      return;
    }
  }

  /** Forgets the prepared statements: the driver leaves one that has failed unusable. */
  void reset() throws SQLException {
    for (PreparedStatement statement : statements.values()) {
      statement.close();
    }
    statements.clear();
  }

  private PreparedStatement bind(String sql, @Nullable Object... values) throws SQLException {
    PreparedStatement statement = statements.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      statements.put(sql, statement);
    }
    for (int i = 0; i < values.length; i++) {
      Object value = values[i];
      if (value instanceof Long number) {
        statement.setLong(i + 1, number);
      } else if (value instanceof String text) {
        statement.setString(i + 1, text);
      } else {
        statement.setObject(i + 1, value);
      }
    }
    return statement;
  }

  @Override
  public void close() throws SQLException {
    statements.clear();
    connection.close();
  }

  /** Work within a transaction. */
  interface Work<T> {
    T run() throws SQLException;
  }

  /** Hears how a transaction ended. */
  interface Ending {
    void ended(boolean committed);
  }

  /** Reads one row. */
  interface Reading<T> {
    T from(ResultSet row) throws SQLException;
  }
}
