package dev.candor.telemetry.otel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the store by a connection and statements of its own, once there is a store. */
final class StoreWitness implements AutoCloseable {
  private static final String UNBALANCED =
      "SELECT count(*) FROM (SELECT destination FROM ledger GROUP BY destination"
          + " HAVING sum(CASE term WHEN 'offered' THEN n ELSE -n END) <> 0 OR min(n) < 0)";
  private static final String MISCOUNTED =
      """
      SELECT (SELECT coalesce(sum(n), 0) FROM ledger WHERE term = 'queued')
        - (SELECT count(*) FROM item JOIN cursor ON seq > last_item
           WHERE active = 1 AND sendable = 1 AND body IS NOT NULL)
        - (SELECT count(*) FROM parked)
        - (SELECT coalesce(sum(items), 0) FROM sealed WHERE state IN ('sealed', 'sending'))\
      """;
  private static final String ROWS =
      "SELECT (SELECT count(*) FROM item) + (SELECT count(*) FROM counter)"
          + " + (SELECT count(*) FROM sealed) + (SELECT count(*) FROM parked)"
          + " + (SELECT count(*) FROM cell)";

  private final Path file;
  private final Map<String, PreparedStatement> statements = new HashMap<>();
  private @Nullable Connection connection;
  private long last;

  StoreWitness(Path file) {
    this.file = file;
  }

  /** A row of an item: its number, its id and the answer it was stored under. */
  record Row(long number, String id, long grant) {}

  /** The items that are new since the last call. */
  List<Row> newItems() throws SQLException {
    List<Row> rows = new ArrayList<>();
    if (exists()) {
      PreparedStatement select =
          statement("SELECT seq, id, grant FROM item WHERE seq > ? ORDER BY seq");
      select.setLong(1, last);
      try (ResultSet found = select.executeQuery()) {
        while (found.next()) {
          last = found.getLong(1);
          rows.add(new Row(last, found.getString(2), found.getLong(3)));
        }
      }
    }
    return rows;
  }

  /** Whether every term of the ledger adds up, by itself and by a recount. */
  boolean balances() throws SQLException {
    return !exists() || (number(UNBALANCED) == 0 && number(MISCOUNTED) == 0);
  }

  /** How many rows hold anything that was recorded. */
  long rows() throws SQLException {
    return exists() ? number(ROWS) : 0;
  }

  private long number(String sql) throws SQLException {
    try (ResultSet found = statement(sql).executeQuery()) {
      return found.next() ? found.getLong(1) : 0;
    }
  }

  private boolean exists() throws SQLException {
    if (connection == null && Files.exists(file)) {
      connection = DriverManager.getConnection("jdbc:sqlite:" + file);
    }
    return connection != null;
  }

  private PreparedStatement statement(String sql) throws SQLException {
    PreparedStatement known = statements.get(sql);
    if (known == null) {
      known = connection.prepareStatement(sql);
      statements.put(sql, known);
    }
    return known;
  }

  @Override
  public void close() throws IOException {
    try {
      if (connection != null) {
        connection.close();
      }
    } catch (SQLException e) {
      throw new IOException("the store cannot be closed", e);
    }
  }
}
