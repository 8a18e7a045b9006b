package dev.candor.telemetry.outbox;

import dev.candor.telemetry.TelemetryStatus.DestinationLedger;
import dev.candor.telemetry.exporter.Outcome.DropReason;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The ledger's rows. Every term is a number of its own, changed in the transaction that causes it;
 * none is computed from the others (promise P8).
 */
final class Books {
  private final Db db;

  Books(Db db) {
    this.db = db;
  }

  /** Books items that are new for a destination. */
  void offered(String destination, long n) throws SQLException {
    add(destination, "offered", "", n);
    add(destination, "queued", "", n);
  }

  /** Books items that wait no longer. */
  void settled(String destination, End end, long n) throws SQLException {
    add(destination, "queued", "", -n);
    add(destination, end.term, end.reason, n);
  }

  /** Reads all accounts. */
  Ledger read() throws SQLException {
    Map<String, Map<String, Long>> terms = new TreeMap<>();
    Map<String, Map<String, Long>> dropped = new TreeMap<>();
    db.list(
        "SELECT destination, 'offered', '', 0 FROM cursor"
            + " UNION ALL SELECT destination, term, reason, n FROM ledger",
        row -> {
          String name = row.getString(1);
          Map<String, Long> own = terms.computeIfAbsent(name, key -> new TreeMap<>());
          if (row.getString(2).equals("dropped")) {
            dropped
                .computeIfAbsent(name, key -> new TreeMap<>())
                .merge(row.getString(3), row.getLong(4), Long::sum);
          } else {
            own.merge(row.getString(2), row.getLong(4), Long::sum);
          }
          return name;
        });
    List<DestinationLedger> ledgers = new ArrayList<>();
    terms.forEach(
        (name, own) ->
            ledgers.add(
                new DestinationLedger(
                    name,
                    own.getOrDefault("offered", 0L),
                    own.getOrDefault("delivered", 0L),
                    own.getOrDefault("uncertain", 0L),
                    own.getOrDefault("queued", 0L),
                    own.getOrDefault("expired", 0L),
                    own.getOrDefault("purged", 0L),
                    dropped.getOrDefault(name, Map.of()))));
    return new Ledger(ledgers);
  }

  private void add(String destination, String term, String reason, long n) throws SQLException {
    if (n != 0) {
      db.update(
          "INSERT INTO ledger(destination, term, reason, n) VALUES(?, ?, ?, ?)"
              + " ON CONFLICT DO UPDATE SET n = n + excluded.n",
          destination,
          term,
          reason,
          n);
    }
  }

  /** How the waiting of an item ended. */
  record End(String term, String reason) {
    static final End DELIVERED = new End("delivered", "");
    static final End UNCERTAIN = new End("uncertain", "");
    static final End EXPIRED = new End("expired", "");
    static final End PURGED = new End("purged", "");

    static End dropped(DropReason reason) {
      return reason == DropReason.EXPIRED
          ? EXPIRED
          : new End("dropped", reason.name().toLowerCase(Locale.ROOT));
    }
  }
}
