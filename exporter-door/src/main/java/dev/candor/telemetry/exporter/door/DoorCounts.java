package dev.candor.telemetry.exporter.door;

import dev.candor.telemetry.registry.Omission;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** How many spans and values went which way since the exporter was made. Any thread. */
final class DoorCounts {
  private final Map<SpanFate, LongAdder> spans = new EnumMap<>(SpanFate.class);
  private final Map<Omission, LongAdder> values = new EnumMap<>(Omission.class);

  DoorCounts() {
    for (SpanFate fate : SpanFate.values()) {
      spans.put(fate, new LongAdder());
    }
    for (Omission reason : Omission.values()) {
      values.put(reason, new LongAdder());
    }
  }

  void add(SpanFate fate, long number) {
    adder(spans, fate).add(number);
  }

  void add(Map<Omission, Integer> omissions) {
    omissions.forEach((reason, number) -> adder(values, reason).add(number));
  }

  long of(SpanFate fate) {
    return adder(spans, fate).sum();
  }

  long of(Omission reason) {
    return adder(values, reason).sum();
  }

  private static <K> LongAdder adder(Map<K, LongAdder> adders, K key) {
    LongAdder adder = adders.get(key);
    if (adder == null) {
      throw new IllegalStateException("every constant has one");
    }
    return adder;
  }
}
