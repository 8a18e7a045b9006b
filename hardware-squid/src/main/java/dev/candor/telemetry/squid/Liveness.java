package dev.candor.telemetry.squid;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether the program that runs an acquisition still does: its process is there and its last
 * heartbeat is not older than {@link #MAX_SILENCE}.
 */
public final class Liveness {
  /** Squid beats every 5 s. */
  static final Duration MAX_SILENCE = Duration.ofMinutes(2);

  private final Clock clock;
  private final LongPredicate processes;

  private Liveness(Clock clock, LongPredicate processes) {
    this.clock = Objects.requireNonNull(clock, "clock");
    this.processes = Objects.requireNonNull(processes, "processes");
  }

  /** Asks this machine's clock and processes. */
  public static Liveness system() {
    return of(Clock.systemUTC(), pid -> ProcessHandle.of(pid).isPresent());
  }

  /** Asks the given clock and the given test for a process id. */
  public static Liveness of(Clock clock, LongPredicate processes) {
    return new Liveness(clock, processes);
  }

  boolean isAlive(long pid, @Nullable Instant heartbeat) {
    return heartbeat != null
        && !heartbeat.plus(MAX_SILENCE).isBefore(clock.instant())
        && processes.test(pid);
  }
}
