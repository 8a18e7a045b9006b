package dev.candor.telemetry.outbox;

import java.util.Map;

/** Named values under a grant; deleted by a withdrawal like everything else. */
public interface Cells {
  /** Sets a value, unless the fence refuses its grant. */
  void put(long grant, String name, String value);

  /** Removes a value. */
  void remove(String name);

  /** All values whose name starts with {@code prefix}. */
  Map<String, String> startingWith(String prefix);
}
