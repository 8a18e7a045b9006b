package dev.candor.telemetry.outbox;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;

/**
 * The store's file: opened, told from another one of the same name, and moved aside when damaged.
 */
final class StoreFile {
  private static final String NAME = "outbox.db";
  private static final String DAMAGED = NAME + ".damaged-";

  private final Path folder;
  private final boolean relay;
  private @Nullable Object identity;

  /**
   * For one folder.
   *
   * @param relay whether it is a relay's: what is stored stays in memory for a while, for the
   *     courier, and a new file knows ids by parts
   */
  StoreFile(Path folder, boolean relay) {
    this.folder = folder;
    this.relay = relay;
  }

  Store open() throws SQLException, IOException {
    PrivateFiles.folder(folder);
    loadLibrary(folder);
    Path file = folder.resolve(NAME);
    // SQLite would create it readable for all; its -wal and -shm copy the mode of the database.
    PrivateFiles.file(file);
    Store store = connect("jdbc:sqlite:" + file.toAbsolutePath(), relay);
    identity = identityNow();
    return store;
  }

  /** A store that lasts as long as the process, for a folder that cannot be written. */
  static Store openInMemory() throws SQLException, IOException {
    // Ours alone, and gone again before this method returns: a loaded library needs no file.
    Path folder = Files.createTempDirectory("candor");
    try {
      loadLibrary(folder);
    } finally {
      deleteTree(folder);
    }
    return connect("jdbc:sqlite::memory:", /* relay= */ false);
  }

  /** Tells whether the name still leads to the file that was opened. */
  boolean isSame() {
    Object now = identityNow();
    return now != null && now.equals(identity);
  }

  /** Moves a damaged file aside, so that a new one takes its place. */
  void quarantine(long now) throws IOException {
    for (String suffix : List.of("", "-wal", "-shm")) {
      Path file = folder.resolve(NAME + suffix);
      if (suffix.equals("-shm")) {
        Files.deleteIfExists(file);
      } else if (Files.exists(file)) {
        PrivateFiles.tighten(file);
        Files.move(file, folder.resolve(DAMAGED + now + suffix));
      }
    }
  }

  /** Deletes files that were moved aside, all or those older than an age. */
  void deleteQuarantined(Duration age, long now) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    List<Path> old = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, DAMAGED + "*")) {
      for (Path file : files) {
        if (age.isZero() || now - Files.getLastModifiedTime(file).toMillis() >= age.toMillis()) {
          old.add(file);
        }
      }
    }
    for (Path file : old) {
      Files.deleteIfExists(file);
    }
  }

  private static Store connect(String url, boolean relay) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setGetGeneratedKeys(false); // asked after each insert, and never read
    Db db = new Db(config.createConnection(url));
    boolean ready = false;
    try {
      if (Schema.isNewer(db)) {
        throw new NewerFileException();
      }
      Schema.prepare(db, relay);
      Store store = new Store(db, relay ? Handover.bounded() : Handover.none());
      ready = true;
      return store;
    } finally {
      if (!ready) {
        db.close();
      }
    }
  }

  private static void loadLibrary(Path folder) throws IOException {
    try {
      NativeLibrary.load(folder);
    } catch (LinkageError e) {
      throw new IOException("SQLite's native library cannot be loaded", e);
    }
  }

  private static void deleteTree(Path folder) throws IOException {
    List<Path> paths;
    try (Stream<Path> walk = Files.walk(folder)) {
      paths = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : paths) {
      Files.deleteIfExists(path);
    }
  }

  // Null where the system has no such key (Windows, where an open file cannot be replaced anyway).
  private @Nullable Object identityNow() {
    try {
      BasicFileAttributes attributes =
          Files.readAttributes(folder.resolve(NAME), BasicFileAttributes.class);
      Object key = attributes.fileKey();
      return key == null ? NAME : key;
    } catch (IOException e) {
      return null; // gone
    }
  }

  /** The file was written by a later version; it is left alone. */
  static final class NewerFileException extends SQLException {
    private static final long serialVersionUID = 1L;

    NewerFileException() {
      super("the store was written by a later version");
    }
  }
}
