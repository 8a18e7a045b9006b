package dev.candor.telemetry.squid;

import java.time.LocalDateTime;

/** Errors without a traceback, of one template; one thread. */
final class LoggedFault {
  private final SquidCrumb template;
  private final LocalDateTime first;
  private long count;

  LoggedFault(SquidCrumb template, LocalDateTime first) {
    this.template = template;
    this.first = first;
  }

  void count() {
    count++;
  }

  LocalDateTime first() {
    return first;
  }

  LogError event() {
    return new LogError(template, count);
  }
}
