package dev.candor.telemetry.gateway;

import java.util.concurrent.atomic.AtomicInteger;

/** How many bytes of bodies may be held at once, by all requests together. Any thread. */
final class Budget {
  private final int limit;
  private final AtomicInteger held = new AtomicInteger();

  Budget(int limit) {
    this.limit = limit;
  }

  boolean take(int bytes) {
    if (held.addAndGet(bytes) > limit) {
      held.addAndGet(-bytes);
      return false;
    }
    return true;
  }

  void give(int bytes) {
    held.addAndGet(-bytes);
  }

  int held() {
    return held.get();
  }
}
