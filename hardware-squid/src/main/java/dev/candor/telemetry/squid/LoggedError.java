package dev.candor.telemetry.squid;

import dev.candor.telemetry.Crumb;
import dev.candor.telemetry.ErrorReport;
import dev.candor.telemetry.scrub.PythonTraceback;
import dev.candor.telemetry.scrub.RebuiltError;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One kind of error in a session's log: equal types and equal frames; one thread. */
final class LoggedError {
  private static final String TRACEBACK = "Traceback (most recent call last):";

  /** The top-level packages and scripts of Squid. */
  private static final Set<String> PACKAGES =
      Set.of("control", "squid", "tools", "tests", "main_hcs", "gui_hcs");

  private final Key key;
  private final LocalDateTime first;
  private final List<SquidCrumb> trail;
  private boolean uncaught;
  private long count;

  LoggedError(Key key, LocalDateTime first, List<SquidCrumb> trail) {
    this.key = key;
    this.first = first;
    this.trail = trail;
  }

  void count(boolean uncaughtNow) {
    count++;
    uncaught |= uncaughtNow;
  }

  LocalDateTime first() {
    return first;
  }

  ErrorReport report() {
    return new ErrorReport(
        ErrorReport.Language.PYTHON,
        uncaught ? ErrorReport.Origin.UNCAUGHT : ErrorReport.Origin.LOGGED,
        key.error().chain().stream().map(LoggedError::link).toList(),
        count,
        List.<Crumb>copyOf(trail));
  }

  private static ErrorReport.Link link(RebuiltError.Link link) {
    return new ErrorReport.Link(
        link.type(),
        link.frames().stream()
            .map(
                frame ->
                    new ErrorReport.Frame(
                        frame.module(), frame.function(), frame.line(), frame.inApp()))
            .toList());
  }

  /** What makes two errors equal. */
  record Key(RebuiltError error) {
    /** Returns the key of the traceback in the lines that follow a record, if there is one. */
    static Optional<Key> of(List<String> lines) {
      if (lines.stream().noneMatch(line -> line.strip().startsWith(TRACEBACK))) {
        return Optional.empty();
      }
      return PythonTraceback.parse(String.join("\n", lines), PACKAGES).map(Key::new);
    }
  }
}
