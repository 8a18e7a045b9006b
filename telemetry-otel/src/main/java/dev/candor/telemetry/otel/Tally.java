package dev.candor.telemetry.otel;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;

/** Counts by name. Any thread. */
final class Tally {
  private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();
  private final @Nullable ObjLongConsumer<String> listener;

  Tally() {
    this(null);
  }

  /** With somebody who is told each name and its new count. */
  Tally(@Nullable ObjLongConsumer<String> listener) {
    this.listener = listener;
  }

  void add(String name) {
    add(name, 1);
  }

  void add(String name, long times) {
    if (times > 0) {
      LongAdder count = counts.computeIfAbsent(name, key -> new LongAdder());
      count.add(times);
      if (listener != null) {
        listener.accept(name, count.sum());
      }
    }
  }

  Map<String, Long> read() {
    TreeMap<String, Long> read = new TreeMap<>();
    counts.forEach((name, count) -> read.put(name, count.sum()));
    return read;
  }
}
