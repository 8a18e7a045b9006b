package dev.candor.telemetry.otel;

import dev.candor.telemetry.SessionEnd;
import dev.candor.telemetry.outbox.Cells;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Holds a lock on a file while a session lives and notes its heartbeat in the store. A lock that is
 * free belongs to a session that ended without a word; the next start closes it. Recorder thread
 * only.
 */
final class SessionKeeper {
  private static final String CELL = "session.";
  private static final String PREFIX = "session-";
  private static final String UNTOLD = "-";
  private static final String SUFFIX = ".lock";

  // The system frees a lock of this process when any channel to the file is closed: another runtime
  // in this process may not even open it.
  private static final Set<Path> LIVING = ConcurrentHashMap.newKeySet();

  private final Path folder;
  private final Cells cells;
  private final long grant;
  private String id = "";
  private Instant start = Instant.EPOCH;
  private boolean crashed;
  private @Nullable Long errors;
  private @Nullable FileChannel lock;

  SessionKeeper(Path folder, Cells cells, long grant) {
    this.folder = folder;
    this.cells = cells;
    this.grant = grant;
  }

  /** A session that ended without a word, under the present grant. */
  record Unfinished(
      String id, Instant start, Instant end, SessionEnd reason, @Nullable Long errors) {}

  /** Finds and forgets the sessions whose lock is free. */
  List<Unfinished> sweep() {
    List<Unfinished> found = new ArrayList<>();
    sweep(folder, session -> note(session, found));
    return found;
  }

  /** Deletes the locks that are free; nothing is told of their sessions. */
  static void forgetEnded(Path folder) {
    sweep(folder, session -> {});
  }

  /** Tells whether there are locks, free or held. */
  static boolean hasLocks(Path folder) {
    String[] names =
        folder.toFile().list((dir, name) -> name.startsWith(PREFIX) && name.endsWith(SUFFIX));
    return names != null && names.length > 0;
  }

  private static void sweep(Path folder, Consumer<String> ended) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, PREFIX + "*" + SUFFIX)) {
      for (Path file : files) {
        if (!LIVING.contains(living(file))) {
          forgetIfFree(file, ended);
        }
      }
    } catch (IOException e) {
      Warnings.fault("locks of sessions");
    }
  }

  private static void forgetIfFree(Path file, Consumer<String> ended) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        FileLock free = channel.tryLock()) {
      if (free == null) {
        return;
      }
      String name = file.getFileName().toString();
      ended.accept(name.substring(PREFIX.length(), name.length() - SUFFIX.length()));
      Files.deleteIfExists(file);
    } catch (OverlappingFileLockException | NoSuchFileException e) {
      // It lives in this process, or another process was faster.
      return;
    }
  }

  private void note(String session, List<Unfinished> found) {
    String cell = cells.startingWith(CELL + session).get(CELL + session);
    if (cell != null) {
      Unfinished unfinished = parse(session, cell);
      if (unfinished != null) {
        found.add(unfinished);
      }
      cells.remove(CELL + session);
    }
  }

  private @Nullable Unfinished parse(String session, String cell) {
    String[] parts = cell.split(" ", -1);
    try {
      // What began under another answer is told under none.
      if (parts.length != 6 || Long.parseLong(parts[0]) != grant) {
        return null;
      }
      Instant began = Instant.ofEpochMilli(Long.parseLong(parts[1]));
      Instant beat = Instant.ofEpochMilli(Long.parseLong(parts[2]));
      boolean crash =
          parts[4].equals("crash") || CrashFiles.exists(Long.parseLong(parts[3]), began);
      SessionEnd reason = crash ? SessionEnd.CRASH : SessionEnd.UNFINISHED;
      Long had = parts[5].equals(UNTOLD) ? null : Long.valueOf(parts[5]);
      return new Unfinished(session, began, beat, reason, had);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** Begins a session: takes its lock and notes its first heartbeat. */
  void begin(String session, Instant at, @Nullable Long had) {
    id = session;
    errors = had;
    start = at;
    try {
      PrivateFiles.createFolder(folder);
      LIVING.add(living(file()));
      FileChannel channel =
          PrivateFiles.open(file(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      lock = channel;
      if (channel.tryLock() == null) {
        Warnings.fault("lock of the session");
      }
    } catch (IOException | OverlappingFileLockException e) {
      Warnings.fault("lock of the session");
    }
    beat(at);
  }

  /** Notes that the session lives. */
  void beat(Instant at) {
    cells.put(
        grant,
        CELL + id,
        grant
            + " "
            + start.toEpochMilli()
            + " "
            + at.toEpochMilli()
            + " "
            + ProcessHandle.current().pid()
            + (crashed ? " crash " : " alive ")
            + (errors == null ? UNTOLD : errors));
  }

  /** Takes the number of errors for the next beat; tells whether it is another. */
  boolean errors(@Nullable Long now) {
    boolean other = !Objects.equals(errors, now);
    errors = now;
    return other;
  }

  /** Notes that an uncaught error ended a thread: if no word follows, it was a crash. */
  void crash(Instant at) {
    crashed = true;
    beat(at);
  }

  /** Ends the session in order. */
  void end() {
    cells.remove(CELL + id);
    try {
      if (lock != null) {
        Files.deleteIfExists(file());
      }
    } catch (IOException e) {
      Warnings.fault("lock of the session");
    } finally {
      release();
    }
  }

  /** Frees the lock and leaves its file. */
  void release() {
    FileChannel held = lock;
    lock = null;
    try {
      if (held != null) {
        held.close();
      }
    } catch (IOException e) {
      Warnings.fault("lock of the session");
    } finally {
      LIVING.remove(living(file()));
    }
  }

  private static Path living(Path file) {
    return file.toAbsolutePath().normalize();
  }

  private Path file() {
    return folder.resolve(PREFIX + id + SUFFIX);
  }
}
