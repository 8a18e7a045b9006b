package dev.candor.telemetry.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Reads the ledger of a store by SQL of its own, so that a fault of the outbox does not hide. */
final class StoredLedger {
  private static final String BALANCE =
      """
      SELECT destination,
        sum(CASE WHEN term = 'offered' THEN n ELSE 0 END) AS offered,
        sum(CASE WHEN term <> 'offered' THEN n ELSE 0 END) AS accounted,
        min(n) AS least,
        sum(term NOT IN ('offered', 'delivered', 'uncertain', 'queued', 'expired', 'purged',
          'dropped')) AS unknown
      FROM ledger GROUP BY destination ORDER BY destination""";

  private static final int ATTEMPTS = 4;

  private StoredLedger() {}

  static List<String> faults(Path store) {
    List<String> faults = faultsOnce(store);
    // A store that is still written to may be caught in the middle; a true fault stays.
    for (int again = 0; again < ATTEMPTS && !faults.isEmpty(); again++) {
      faults = faultsOnce(store);
    }
    return faults;
  }

  private static List<String> faultsOnce(Path store) {
    Path copy = null;
    try {
      copy = Files.createTempDirectory("ledger-check-");
      // A copy: a store after kill -9 cannot be opened without being changed, and the test's own
      // files stay as the test left them.
      Path database = copy(store, copy, "");
      copy(store, copy, "-wal");
      return balance(database);
    } catch (SQLException e) {
      // A store that a test damaged on purpose has no ledger.
      return List.of();
    } catch (IOException e) {
      throw new UncheckedIOException("a store could not be copied", e);
    } finally {
      remove(copy);
    }
  }

  private static List<String> balance(Path database) throws SQLException {
    List<String> faults = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
        Statement statement = connection.createStatement()) {
      if (!hasLedger(statement)) {
        return faults;
      }
      try (ResultSet row = statement.executeQuery(BALANCE)) {
        while (row.next()) {
          String destination = row.getString("destination");
          long offered = row.getLong("offered");
          long accounted = row.getLong("accounted");
          if (offered != accounted) {
            faults.add(destination + ": offered " + offered + ", accounted for " + accounted);
          }
          if (row.getLong("least") < 0) {
            faults.add(destination + ": a term is negative");
          }
          if (row.getLong("unknown") > 0) {
            faults.add(destination + ": a term is not one of promise P8");
          }
        }
      }
    }
    return faults;
  }

  private static boolean hasLedger(Statement statement) throws SQLException {
    try (ResultSet row =
        statement.executeQuery(
            "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = 'ledger'")) {
      return row.next() && row.getInt(1) == 1;
    }
  }

  private static Path copy(Path store, Path folder, String suffix) throws IOException {
    Path from = store.resolveSibling(store.getFileName() + suffix);
    Path to = folder.resolve("outbox.db" + suffix);
    if (Files.isReadable(from)) {
      Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
    return to;
  }

  private static void remove(@org.jspecify.annotations.Nullable Path folder) {
    if (folder == null) {
      return;
    }
    for (String name : List.of("outbox.db-wal", "outbox.db-shm", "outbox.db", "")) {
      folder.resolve(name).toFile().delete();
    }
  }
}
