package dev.candor.telemetry.exporter.sentry;

import io.sentry.clientreport.DiscardedEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts what was given up, until Sentry is told. Any thread. */
final class ClientReports {
  /** Not sent, because a rate limit held. */
  static final String LIMITED = "ratelimit_backoff";

  /** Sent, and the server failed at it or refused it. */
  static final String FAILED = "send_error";

  private final Map<Key, Long> counts = new TreeMap<>();

  synchronized void add(String reason, SentryCategory category, long count) {
    counts.merge(new Key(reason, category), count, Long::sum);
  }

  /** Returns what there is to tell, and begins anew. */
  synchronized List<DiscardedEvent> take() {
    List<DiscardedEvent> discarded = new ArrayList<>();
    counts.forEach(
        (key, count) ->
            discarded.add(new DiscardedEvent(key.reason(), key.category().word(), count)));
    counts.clear();
    return discarded;
  }

  synchronized boolean isEmpty() {
    return counts.isEmpty();
  }

  private record Key(String reason, SentryCategory category) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int byReason = reason.compareTo(other.reason);
      return byReason != 0 ? byReason : category.compareTo(other.category);
    }
  }
}
