package dev.candor.telemetry.exporter.sentry;

import io.sentry.clientreport.DiscardedEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts what was given up, until Sentry is told. Any thread. */
final class ClientReports {
  /** A report is a request, so there is one a minute at most. */
  static final Duration APART = Duration.ofMinutes(1);

  /** More than are sealed together: who seals the same items again does so at once. */
  private static final int REMEMBERED = 2_000;

  private final Map<Key, Long> counts = new TreeMap<>();
  private final Map<String, Boolean> leftOut = new LinkedHashMap<>();
  private @Nullable Instant told;

  synchronized void add(DiscardReason reason, SentryCategory category, long count) {
    counts.merge(new Key(reason, category), count, Long::sum);
  }

  /** Counts an item that is in no body; sealed again it is the same one. */
  synchronized void addLeftOut(DiscardReason reason, SentryCategory category, String itemId) {
    if (leftOut.put(itemId, true) == null) {
      add(reason, category, 1);
    }
    if (leftOut.size() > REMEMBERED) {
      leftOut.remove(leftOut.keySet().iterator().next());
    }
  }

  /** Returns what there is to tell, and begins anew; nothing so soon after the last time. */
  synchronized List<DiscardedEvent> take(Instant now) {
    // A clock that was set back does not silence it.
    if (told != null && Duration.between(told, now).abs().compareTo(APART) < 0) {
      return List.of();
    }
    List<DiscardedEvent> discarded = new ArrayList<>();
    counts.forEach(
        (key, count) ->
            discarded.add(new DiscardedEvent(key.reason().word(), key.category().word(), count)));
    counts.clear();
    if (!discarded.isEmpty()) {
      told = now;
    }
    return discarded;
  }

  private record Key(DiscardReason reason, SentryCategory category) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int byReason = reason.word().compareTo(other.reason.word());
      return byReason != 0 ? byReason : category.compareTo(other.category);
    }
  }
}
