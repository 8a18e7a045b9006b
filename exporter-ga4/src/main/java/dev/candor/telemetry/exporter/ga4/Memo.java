package dev.candor.telemetry.exporter.ga4;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Remembers what a pure function made of names. Registries have few of them; what comes after the
 * first thousand is made each time, so that nobody's names fill the memory. Any thread.
 *
 * @param <V> what is made
 */
final class Memo<V> {
  private static final int MOST = 1_000;

  private final Map<String, V> known = new ConcurrentHashMap<>();
  private final Function<String, V> function;

  Memo(Function<String, V> function) {
    this.function = function;
  }

  V of(String name) {
    V found = known.get(name);
    if (found == null) {
      found = function.apply(name);
      if (known.size() < MOST) {
        known.put(name, found);
      }
    }
    return found;
  }
}
