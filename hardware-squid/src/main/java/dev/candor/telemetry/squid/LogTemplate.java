package dev.candor.telemetry.squid;

import java.util.ArrayList;
import java.util.List;

/**
 * One form of message: literal parts with holes between them. Matching is a single pass from left
 * to right, so no message can make it slow.
 */
final class LogTemplate {
  private final String logger;
  private final List<String> literals;

  private LogTemplate(String logger, List<String> literals) {
    this.logger = logger;
    this.literals = literals;
  }

  /**
   * Creates a template.
   *
   * @param logger how the logger's name ends; empty for any
   * @param pattern the message, with {@code *} for each hole
   */
  static LogTemplate of(String logger, String pattern) {
    List<String> literals = new ArrayList<>();
    int from = 0;
    for (int hole = pattern.indexOf('*'); hole >= 0; hole = pattern.indexOf('*', from)) {
      literals.add(pattern.substring(from, hole));
      from = hole + 1;
    }
    literals.add(pattern.substring(from));
    return new LogTemplate(logger, List.copyOf(literals));
  }

  boolean matches(LogRecord record) {
    return record.logger().endsWith(logger) && matches(record.message());
  }

  private boolean matches(String message) {
    int last = literals.size() - 1;
    if (last == 0) {
      return message.equals(literals.get(0));
    }
    if (!message.startsWith(literals.get(0))) {
      return false;
    }
    int at = literals.get(0).length();
    for (int i = 1; i < last; i++) {
      int found = message.indexOf(literals.get(i), at);
      if (found < 0) {
        return false;
      }
      at = found + literals.get(i).length();
    }
    String end = literals.get(last);
    return message.length() - end.length() >= at && message.endsWith(end);
  }
}
