package dev.candor.telemetry.outbox;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts what was survived, by name. */
final class Faults {
  private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

  void count(String name) {
    count(name, 1);
  }

  void count(String name, long n) {
    counts.computeIfAbsent(name, key -> new LongAdder()).add(n);
  }

  Map<String, Long> byName() {
    Map<String, Long> copy = new TreeMap<>();
    counts.forEach((name, n) -> copy.put(name, n.sum()));
    return copy;
  }
}
