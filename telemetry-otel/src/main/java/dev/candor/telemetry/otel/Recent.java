package dev.candor.telemetry.otel;

import java.util.LinkedHashMap;
import java.util.Map;

/** A map that holds so many entries, and forgets first what was used longest ago. */
final class Recent<K, V> extends LinkedHashMap<K, V> {
  private static final long serialVersionUID = 1;

  private final int most;

  private Recent(int most) {
    super(16, 0.75f, /* accessOrder= */ true);
    this.most = most;
  }

  static <K, V> Map<K, V> map(int most) {
    return new Recent<>(most);
  }

  @Override
  protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
    return size() > most;
  }
}
