package dev.candor.telemetry.squid;

import dev.candor.telemetry.RunEnvironment;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes a session's log record by record and keeps what may be told; one thread. */
final class LogSummary {
  /** What one error leaves behind. */
  static final int MAX_TRAIL = 50;

  /** The most different errors of one session that are told apart. */
  static final int MAX_ERRORS = 200;

  private static final String REPOSITORY = "Squid Repository State: ";
  private static final Set<String> REAL_CAMERAS =
      Set.of(
          "ToupcamCamera",
          "DefaultCamera",
          "FLIRCamera",
          "HamamatsuCamera",
          "IDSCamera",
          "TucsenCamera",
          "PhotometricsCamera",
          "TISCamera",
          "AndorCamera");

  private final Deque<SquidCrumb> trail = new ArrayDeque<>();
  private final Map<LoggedError.Key, LoggedError> errors = new LinkedHashMap<>();
  private final Map<SquidCrumb, LoggedFault> faults = new LinkedHashMap<>();
  private @Nullable LocalDateTime first;
  private @Nullable LocalDateTime last;
  private String version = "unknown";
  private boolean simulated;
  private boolean real;
  private boolean uncaught;
  private boolean closed;

  /** Takes the next record. */
  void add(LogRecord record) {
    if (first == null) {
      first = record.time();
    }
    last = record.time();
    SquidCrumb crumb = SquidCrumb.of(record);
    if (record.isError()) {
      error(record, crumb);
    }
    notice(record, crumb);
    if (crumb != SquidCrumb.OTHER) {
      if (trail.size() == MAX_TRAIL) {
        trail.remove();
      }
      trail.add(crumb);
    }
  }

  private void error(LogRecord record, SquidCrumb crumb) {
    Optional<LoggedError.Key> key = LoggedError.Key.of(record.more());
    uncaught |= crumb == SquidCrumb.UNCAUGHT;
    if (key.isEmpty()) {
      faults.computeIfAbsent(crumb, template -> new LoggedFault(template, record.time())).count();
    } else if (errors.size() < MAX_ERRORS || errors.containsKey(key.get())) {
      errors
          .computeIfAbsent(
              key.get(), error -> new LoggedError(error, record.time(), List.copyOf(trail)))
          .count(crumb == SquidCrumb.UNCAUGHT);
    }
  }

  private void notice(LogRecord record, SquidCrumb crumb) {
    String logger = record.logger().substring(record.logger().lastIndexOf('.') + 1);
    simulated |= logger.equals("SimulatedCamera");
    real |= REAL_CAMERAS.contains(logger);
    if (crumb == SquidCrumb.REPOSITORY_STATE) {
      version = commit(record.message()).orElse(version);
    }
    closed |= crumb == SquidCrumb.HEARTBEAT_STOP;
  }

  private static Optional<String> commit(String message) {
    int end = message.indexOf(' ', REPOSITORY.length());
    String commit = end < 0 ? "" : message.substring(REPOSITORY.length(), end);
    boolean hex =
        commit.length() >= 7
            && commit.length() <= 40
            && commit.chars().allMatch(c -> Character.digit(c, 16) >= 0 && c < 128);
    return hex ? Optional.of(commit) : Optional.empty();
  }

  /** Returns the time of the first record. */
  Optional<LocalDateTime> first() {
    return Optional.ofNullable(first);
  }

  /** Returns the time of the last record. */
  Optional<LocalDateTime> last() {
    return Optional.ofNullable(last);
  }

  /** Returns the commit that ran, or {@code unknown}. */
  String version() {
    return version;
  }

  /** Returns which cameras were there. */
  RunEnvironment environment() {
    if (simulated) {
      return real ? RunEnvironment.MIXED : RunEnvironment.SIMULATION;
    }
    return real ? RunEnvironment.PRODUCTION : RunEnvironment.UNKNOWN;
  }

  /** Whether an error ended a thread. */
  boolean uncaught() {
    return uncaught;
  }

  /** Whether the program said goodbye to its controller. */
  boolean closed() {
    return closed;
  }

  /** Returns the errors with a traceback, by their first occurrence. */
  List<LoggedError> errors() {
    return new ArrayList<>(errors.values());
  }

  /** Returns the errors without one, by their first occurrence. */
  List<LoggedFault> faults() {
    return new ArrayList<>(faults.values());
  }
}
