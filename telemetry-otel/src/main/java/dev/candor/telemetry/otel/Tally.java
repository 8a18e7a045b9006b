package dev.candor.telemetry.otel;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts by name. Any thread. */
final class Tally {
  private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

  void add(String name) {
    add(name, 1);
  }

  void add(String name, long times) {
    if (times > 0) {
      counts.computeIfAbsent(name, key -> new LongAdder()).add(times);
    }
  }

  Map<String, Long> read() {
    TreeMap<String, Long> read = new TreeMap<>();
    counts.forEach((name, count) -> read.put(name, count.sum()));
    return read;
  }
}
