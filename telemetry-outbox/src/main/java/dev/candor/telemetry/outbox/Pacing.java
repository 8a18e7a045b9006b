package dev.candor.telemetry.outbox;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** Says when the next request may begin: so many in any minute, and old items slowly. */
final class Pacing {
  private static final long MINUTE = 60_000;

  private final int requestsPerMinute;
  private final CourierSettings settings;
  private final Deque<Long> sent = new ArrayDeque<>();
  private long replayUntil;

  Pacing(int requestsPerMinute, CourierSettings settings) {
    this.requestsPerMinute = Math.max(1, requestsPerMinute);
    this.settings = settings;
  }

  /** The earliest time for the next request, in milliseconds; in the past if it may go now. */
  long readyAt(long now) {
    // A clock that was set back must not stop everything until it has caught up.
    while (!sent.isEmpty() && (sent.peekFirst() <= now - MINUTE || sent.peekFirst() > now)) {
      sent.removeFirst();
    }
    Long first = sent.peekFirst();
    long byRate = first != null && sent.size() >= requestsPerMinute ? first + MINUTE : now;
    return Math.max(byRate, Math.min(replayUntil, now + MINUTE));
  }

  /**
   * How many requests may begin now that one may; the first of those that wait may be so old that
   * they go one after the other, slowly.
   */
  int room(long now, long oldestItem) {
    return isReplay(now, oldestItem) ? 1 : Math.max(1, requestsPerMinute - sent.size());
  }

  private boolean isReplay(long now, long oldestItem) {
    return oldestItem < now - settings.absence().toMillis();
  }

  /** Notes a request. */
  void sent(long now, long bytes, long oldestItem) {
    sent.addLast(now);
    if (isReplay(now, oldestItem)) {
      replayUntil =
          now + Duration.ofSeconds(1).toMillis() * bytes / settings.replayBytesPerSecond();
    }
  }

  /** Tells whether a host is this machine; a name is not looked up. */
  static boolean isLoopback(String host) {
    return host.equals("localhost")
        || host.equals("::1")
        || host.equals("[::1]")
        || host.startsWith("127.");
  }
}
