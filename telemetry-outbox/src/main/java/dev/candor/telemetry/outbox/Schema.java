package dev.candor.telemetry.outbox;

import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * The tables, and how SQLite is set up for them. README.md explains every column.
 *
 * <p>There are two layouts, told apart by the version of the file: with a unique index over the ids
 * of items, or with a table of known ids in parts and words of one length for what becomes of a
 * body. A file keeps the one that it was made with.
 */
final class Schema {
  private static final int INDEXED = 1;
  private static final int PARTS = 2;
  private static final int TABLES = 13;
  private static final int ATTEMPTS = 100;

  private Schema() {}

  /**
   * Sets the connection up and creates the tables if they are missing.
   *
   * @param parts whether a new file knows ids by parts
   */
  static void prepare(Db db, boolean parts) throws SQLException {
    db.execute(
        "PRAGMA busy_timeout=5000",
        "PRAGMA secure_delete=ON",
        "PRAGMA temp_store=MEMORY", // nothing spills into a temporary folder
        "PRAGMA synchronous=NORMAL",
        "PRAGMA cache_size=-2048"); // in KiB: rows are read soon after they were written, in order
    useLog(db);
    db.execute("PRAGMA journal_size_limit=8388608");
    if (!isComplete(db)) {
      db.write(
          () -> {
            long version = version(db);
            boolean inParts = version == 0 ? parts : version == PARTS;
            db.execute(inParts ? IN_PARTS : INDEXED_TABLES);
            db.execute(TABLE_STATEMENTS);
            db.execute("PRAGMA user_version=" + (inParts ? PARTS : INDEXED));
            return 0;
          });
    }
  }

  /** Tells whether the file was written by a later version than this one. */
  static boolean isNewer(Db db) throws SQLException {
    return version(db) > PARTS;
  }

  /** Tells whether the ids of items are known by parts, and not by an index. */
  static boolean hasParts(Db db) throws SQLException {
    return version(db) == PARTS;
  }

  private static long version(Db db) throws SQLException {
    return db.number("PRAGMA user_version");
  }

  private static boolean isComplete(Db db) throws SQLException {
    long version = version(db);
    return version > 0
        && db.number(
                "SELECT count(*) FROM sqlite_master WHERE type='table' AND name NOT LIKE 'sqlite_%'")
            >= (version == PARTS ? TABLES + 1 : TABLES);
  }

  // Two processes that open a new file at once meet here, where SQLite does not wait by itself.
  private static void useLog(Db db) throws SQLException {
    for (int attempt = 1; ; attempt++) {
      try {
        db.execute("PRAGMA auto_vacuum=INCREMENTAL", "PRAGMA journal_mode=WAL");
        return;
      } catch (SQLException e) {
        if (attempt == ATTEMPTS || Trouble.of(e) != Trouble.BUSY) {
          throw e;
        }
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
      }
    }
  }

  // AUTOINCREMENT: a number is never used again, or cursors would pass new items by.
  private static final String ITEM_INDEXED =
      """
      CREATE TABLE IF NOT EXISTS item(
        seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, grant INTEGER NOT NULL,
        purpose TEXT NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL, at INTEGER NOT NULL,
        stored INTEGER NOT NULL, resource INTEGER NOT NULL, sendable INTEGER NOT NULL,
        keep INTEGER NOT NULL, bytes INTEGER NOT NULL, body TEXT)""";

  private static final String SEALED =
      """
      CREATE TABLE IF NOT EXISTS sealed(
        id INTEGER PRIMARY KEY AUTOINCREMENT, destination TEXT NOT NULL, grant INTEGER NOT NULL,
        path TEXT NOT NULL, type TEXT NOT NULL, sha256 TEXT NOT NULL, ids TEXT NOT NULL,
        seqs TEXT NOT NULL, items INTEGER NOT NULL, needs TEXT NOT NULL, oldest INTEGER NOT NULL,
        at INTEGER NOT NULL, due INTEGER NOT NULL, attempts INTEGER NOT NULL,
        maybe_taken INTEGER NOT NULL, state TEXT NOT NULL, size INTEGER NOT NULL, body BLOB)""";

  private static final String[] INDEXED_TABLES = {ITEM_INDEXED, SEALED};

  private static final String[] IN_PARTS = {
    ITEM_INDEXED.replace(" UNIQUE", ""),
    """
    CREATE TABLE IF NOT EXISTS known(
      last INTEGER NOT NULL, piece INTEGER NOT NULL, ids BLOB NOT NULL,
      PRIMARY KEY(last, piece)) WITHOUT ROWID""",
    // Compared without the blanks at the end of its words.
    SEALED.replace("state TEXT NOT NULL", "state TEXT NOT NULL COLLATE RTRIM"),
  };

  private static final String[] TABLE_STATEMENTS = {
    """
    CREATE TABLE IF NOT EXISTS resource(
      id INTEGER PRIMARY KEY, body TEXT NOT NULL UNIQUE)""",
    "CREATE INDEX IF NOT EXISTS item_forgotten ON item(seq) WHERE body IS NULL",
    """
    CREATE TABLE IF NOT EXISTS share(
      purpose TEXT PRIMARY KEY, items INTEGER NOT NULL, bytes INTEGER NOT NULL) WITHOUT ROWID""",
    """
    CREATE TABLE IF NOT EXISTS counter(
      grant INTEGER NOT NULL, purpose TEXT NOT NULL, day TEXT NOT NULL, resource INTEGER NOT NULL,
      sendable INTEGER NOT NULL, series TEXT NOT NULL, total TEXT NOT NULL,
      PRIMARY KEY(grant, purpose, day, resource, sendable, series)) WITHOUT ROWID""",
    """
    CREATE TABLE IF NOT EXISTS cursor(
      destination TEXT PRIMARY KEY, last_item INTEGER NOT NULL, active INTEGER NOT NULL,
      not_before INTEGER NOT NULL DEFAULT 0, failures INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID""",
    """
    CREATE TABLE IF NOT EXISTS parked(
      destination TEXT NOT NULL, need TEXT NOT NULL, due INTEGER NOT NULL, item INTEGER NOT NULL,
      reason TEXT NOT NULL, PRIMARY KEY(destination, need, due, item)) WITHOUT ROWID""",
    "CREATE INDEX IF NOT EXISTS parked_item ON parked(item)",
    """
    CREATE TABLE IF NOT EXISTS refused(
      id INTEGER PRIMARY KEY AUTOINCREMENT, destination TEXT NOT NULL, item INTEGER NOT NULL,
      reason TEXT NOT NULL, at INTEGER NOT NULL, UNIQUE(destination, item))""",
    "CREATE INDEX IF NOT EXISTS refused_item ON refused(item)",
    "CREATE INDEX IF NOT EXISTS sealed_open ON sealed(destination, due)"
        + " WHERE state IN ('sealed','sending')",
    "CREATE INDEX IF NOT EXISTS sealed_settled ON sealed(at)"
        + " WHERE NOT (state IN ('sealed','sending'))",
    """
    CREATE TABLE IF NOT EXISTS receipt(
      id INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, grant INTEGER NOT NULL,
      items INTEGER NOT NULL, counters INTEGER NOT NULL, complete INTEGER NOT NULL)""",
    """
    CREATE TABLE IF NOT EXISTS ledger(
      destination TEXT NOT NULL, term TEXT NOT NULL, reason TEXT NOT NULL, n INTEGER NOT NULL,
      PRIMARY KEY(destination, term, reason)) WITHOUT ROWID""",
    """
    CREATE TABLE IF NOT EXISTS epoch(
      only INTEGER PRIMARY KEY CHECK(only = 1), grant INTEGER NOT NULL)""",
    "INSERT OR IGNORE INTO epoch(only, grant) VALUES(1, 0)",
    """
    CREATE TABLE IF NOT EXISTS cell(
      name TEXT PRIMARY KEY, grant INTEGER NOT NULL, value TEXT NOT NULL) WITHOUT ROWID""",
  };
}
