package dev.candor.telemetry.squid;

import java.time.LocalDateTime;
import java.util.List;

/**
 * One record of Squid's log. It holds what the program wrote, so it never leaves this package and
 * shows nothing of it.
 *
 * @param time when, by the clock and zone of the machine
 * @param logger the logger's full name
 * @param level how grave it is
 * @param message the first line, without the place in the source
 * @param more the lines that follow; of very many, the first and the last
 */
record LogRecord(
    LocalDateTime time, String logger, Level level, String message, List<String> more) {
  public LogRecord {
    more = List.copyOf(more);
  }

  /** Whether it tells of an error. */
  boolean isError() {
    return level == Level.ERROR || level == Level.CRITICAL;
  }

  @Override
  public String toString() {
    return "LogRecord[" + level + "]";
  }

  /** Python's levels. */
  enum Level {
    DEBUG,
    INFO,
    WARNING,
    ERROR,
    CRITICAL
  }
}
