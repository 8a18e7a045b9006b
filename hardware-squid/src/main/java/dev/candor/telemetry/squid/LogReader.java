package dev.candor.telemetry.squid;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads Squid's log record by record. A record starts with {@code YYYY-MM-DD HH:MM:SS.mmm - THREAD
 * - LOGGER - LEVEL - MESSAGE (FILE.py:LINE)}; all lines up to the next start belong to it.
 *
 * <p>Only records of {@code squid} and its children are given on: other loggers write what other
 * programs say. Memory is bounded by one record, and a record by {@link #MAX_RECORD}.
 */
final class LogReader {
  /**
   * The most characters of following lines that are kept of one record: the first ones, where a
   * traceback with a long message begins, and the last ones, where one with a long text before it
   * ends.
   */
  static final int MAX_RECORD = 256 * 1024;

  private static final int MAX_BEGINNING = MAX_RECORD / 2;

  private static final String SEPARATOR = " - ";
  private static final int TIME_LENGTH = "2026-11-20 17:29:08.179".length();

  private final Consumer<LogRecord> records;
  private @Nullable LogRecord head;
  private final List<String> beginning = new ArrayList<>();
  private final Deque<String> more = new ArrayDeque<>();
  private int beginningSize;
  private int size;

  private LogReader(Consumer<LogRecord> records) {
    this.records = records;
  }

  /** Gives every record of a log to {@code records}; a log that cannot be read ends early. */
  static void read(Path log, FileOpener opener, Consumer<LogRecord> records) {
    if (!Files.isRegularFile(log)) {
      return;
    }
    LogReader reader = new LogReader(records);
    try (InputStream in = opener.open(log);
        LogLines lines = new LogLines(in)) {
      for (String line = lines.next(); line != null; line = lines.next()) {
        reader.line(line);
      }
    } catch (IOException e) {
      // What was read up to here is told; the rest is lost with the file.
      reader.size = 0;
    }
    reader.finish();
  }

  private void line(String line) {
    LogRecord start = start(line);
    if (start != null) {
      finish();
      head = start;
    } else if (head != null && beginningSize + line.length() < MAX_BEGINNING) {
      beginning.add(line);
      beginningSize += line.length() + 1;
    } else if (head != null) {
      // From here on nothing fits in front: the order stays.
      beginningSize = MAX_BEGINNING;
      more.add(line);
      size += line.length() + 1;
      while (size > MAX_RECORD - MAX_BEGINNING && more.size() > 1) {
        size -= more.remove().length() + 1;
      }
    }
  }

  private void finish() {
    LogRecord record = head;
    if (record != null
        && (record.logger().equals("squid") || record.logger().startsWith("squid."))) {
      beginning.addAll(more);
      records.accept(
          new LogRecord(
              record.time(), record.logger(), record.level(), record.message(), beginning));
    }
    head = null;
    beginning.clear();
    beginningSize = 0;
    more.clear();
    size = 0;
  }

  private static @Nullable LogRecord start(String line) {
    LocalDateTime time = time(line);
    if (time == null || !line.startsWith(SEPARATOR, TIME_LENGTH)) {
      return null;
    }
    int thread = TIME_LENGTH + SEPARATOR.length();
    int logger = after(line, thread);
    int level = logger < 0 ? -1 : after(line, logger);
    int message = level < 0 ? -1 : after(line, level);
    if (message < 0) {
      return null;
    }
    LogRecord.Level grade = level(line.substring(level, message - SEPARATOR.length()));
    if (grade == null) {
      return null;
    }
    String name = line.substring(logger, level - SEPARATOR.length());
    return new LogRecord(time, name, grade, withoutSource(line.substring(message)), List.of());
  }

  private static int after(String line, int from) {
    int found = line.indexOf(SEPARATOR, from);
    return found < 0 ? -1 : found + SEPARATOR.length();
  }

  private static LogRecord.@Nullable Level level(String name) {
    for (LogRecord.Level level : LogRecord.Level.values()) {
      if (level.name().equals(name)) {
        return level;
      }
    }
    return null;
  }

  /** Cuts {@code (file.py:12)} off the end. */
  private static String withoutSource(String message) {
    int open = message.lastIndexOf(" (");
    int colon = message.lastIndexOf(".py:");
    boolean source = open >= 0 && colon > open && message.endsWith(")");
    return source ? message.substring(0, open) : message;
  }

  private static @Nullable LocalDateTime time(String line) {
    if (line.length() < TIME_LENGTH
        || line.charAt(4) != '-'
        || line.charAt(7) != '-'
        || line.charAt(10) != ' '
        || line.charAt(13) != ':'
        || line.charAt(16) != ':'
        || line.charAt(19) != '.') {
      return null;
    }
    try {
      return LocalDateTime.of(
          digits(line, 0, 4),
          digits(line, 5, 7),
          digits(line, 8, 10),
          digits(line, 11, 13),
          digits(line, 14, 16),
          digits(line, 17, 19),
          digits(line, 20, 23) * 1_000_000);
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** Returns the number; no time has other characters in its place. */
  private static int digits(String line, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      char c = line.charAt(i);
      if (c < '0' || c > '9') {
        throw new DateTimeException("not a digit");
      }
      number = number * 10 + (c - '0');
    }
    return number;
  }
}
