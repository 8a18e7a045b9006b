package dev.candor.telemetry.outbox;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * Loads SQLite's native library from a folder of ours. The driver's own way unpacks a new copy into
 * the shared temporary folder at each start, and leaves it there after a kill.
 */
final class NativeLibrary {
  // Held, because loggers are forgotten when nobody does. The driver reports a failed load there,
  // and the JDK would print it; the failure comes to us as an exception.
  private static final Logger DRIVER = Logger.getLogger("org.sqlite");
  private static boolean loaded;

  private NativeLibrary() {}

  /**
   * Loads it once per process, from {@code folder/native}, or the driver's choice of a user who set
   * one.
   */
  static synchronized void load(Path folder) throws IOException {
    if (loaded) {
      return;
    }
    if (DRIVER.getLevel() == null) {
      DRIVER.setLevel(Level.OFF);
    }
    if (System.getProperty("org.sqlite.lib.path") == null) {
      Path own = folder.resolve("native");
      PrivateFiles.folder(own);
      Path library = unpack(own);
      String libraryBefore = set("org.sqlite.lib.path", own.toString());
      String nameBefore = set("org.sqlite.lib.name", library.getFileName().toString());
      String temporaryBefore = set("org.sqlite.tmpdir", own.toString());
      try {
        initialize();
      } finally {
        set("org.sqlite.lib.path", libraryBefore);
        set("org.sqlite.lib.name", nameBefore);
        set("org.sqlite.tmpdir", temporaryBefore);
      }
    } else {
      initialize();
    }
    loaded = true;
  }

  @SuppressWarnings(
      "CatchAndPrintStackTrace") // it is not printed; Exception is what the driver declares
  private static void initialize() throws IOException {
    try {
      SQLiteJDBCLoader.initialize();
    } catch (IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException("SQLite's native library cannot be loaded", e);
    }
  }

  /**
   * One copy for each version of the driver, put in place by a rename; other copies are removed.
   */
  static Path unpack(Path own) throws IOException {
    String name = LibraryLoaderUtil.getNativeLibName();
    String resource = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name;
    try (InputStream in = SQLiteJDBCLoader.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IOException("SQLite has no library for this system");
      }
      byte[] bytes = in.readAllBytes();
      Path library = own.resolve(SQLiteJDBCLoader.getVersion() + "-" + bytes.length + "-" + name);
      if (!Files.exists(library) || Files.size(library) != bytes.length) {
        Path fresh = own.resolve(UUID.randomUUID() + ".tmp");
        PrivateFiles.file(fresh);
        Files.write(fresh, bytes);
        Files.move(fresh, library, StandardCopyOption.ATOMIC_MOVE);
      }
      removeOthers(own, library);
      return library;
    }
  }

  private static void removeOthers(Path own, Path library) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(own)) {
      for (Path file : files) {
        if (!file.equals(library) && !file.toString().endsWith(".tmp")) {
          remove(file);
        } else if (file.toString().endsWith(".tmp") && isStale(file)) {
          remove(file);
        }
      }
    }
  }

  // A process that was killed between writing and renaming leaves one behind.
  private static boolean isStale(Path file) throws IOException {
    return System.currentTimeMillis() - Files.getLastModifiedTime(file).toMillis() > 60_000;
  }

  private static void remove(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // Windows keeps a library that another process has loaded; the next start tries again.
      return;
    }
  }

  private static @Nullable String set(String key, @Nullable String value) {
    return value == null ? System.clearProperty(key) : System.setProperty(key, value);
  }
}
