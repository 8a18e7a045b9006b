package dev.candor.telemetry.otel;

import dev.candor.telemetry.ConsentAnswer;
import dev.candor.telemetry.Purpose;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How many errors each session had, as far as a session may say so: the answer to errors must allow
 * what the answer to sessions allows. Recorder thread only.
 */
final class SessionErrors {
  private static final int MOST_SESSIONS = 64;
  private static final int MOST_TELLINGS = 100_000;
  private static final long MOST = 1_000_000_000;

  private final boolean told;
  private final Map<String, Set<Long>> tellings = Recent.map(MOST_SESSIONS);
  private final Map<String, Long> counts = Recent.map(MOST_SESSIONS);

  SessionErrors(ConsentAnswer answer) {
    this.told = ErrorContexts.allows(answer, Purpose.DIAGNOSTICS, Purpose.USAGE);
  }

  /** An error of a session. */
  void add(String session, long times) {
    counts.merge(session, Math.max(1, times), (one, more) -> Math.min(MOST, one + more));
  }

  /** An error that may be told again, with the same number. */
  void add(String session, long times, long sequence) {
    Set<Long> known = tellings.computeIfAbsent(session, id -> new HashSet<>());
    if (known.size() < MOST_TELLINGS && known.add(sequence)) {
      add(session, times);
    }
  }

  /** How many there were; null if that may not be told. */
  @Nullable Long of(String session) {
    return told ? counts.getOrDefault(session, 0L) : null;
  }
}
