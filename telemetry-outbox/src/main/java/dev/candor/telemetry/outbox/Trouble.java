package dev.candor.telemetry.outbox;

import java.sql.SQLException;
import java.util.Locale;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What can go wrong with the file, as far as the answer to it differs. */
enum Trouble {
  /** Another process held the file for too long. */
  BUSY,
  /** No room on the disk. */
  DISK_FULL,
  /** The disk fails, or the file may not be written. */
  UNWRITABLE,
  /** The file is not what SQLite left there. */
  DAMAGED,
  /** The file was written by a later version of this library. */
  NEWER,
  /** Anything else; the file may be damaged in a way that SQLite did not see. */
  FAULT;

  /** The name under which it is counted. */
  String label() {
    return "store_" + name().toLowerCase(Locale.ROOT);
  }

  static Trouble of(SQLException e) {
    if (!(e instanceof SQLiteException sqlite)) {
      return FAULT;
    }
    SQLiteErrorCode code = sqlite.getResultCode();
    if (code == SQLiteErrorCode.SQLITE_IOERR_SHORT_READ) {
      return DAMAGED;
    }
    return switch (code.code & 0xff) {
      case 5, 6 -> BUSY;
      case 13 -> DISK_FULL;
      case 3, 8, 10, 14, 23 -> UNWRITABLE; // PERM, READONLY, IOERR, CANTOPEN, AUTH
      case 11, 26 -> DAMAGED; // CORRUPT, NOTADB
      default -> FAULT;
    };
  }
}
