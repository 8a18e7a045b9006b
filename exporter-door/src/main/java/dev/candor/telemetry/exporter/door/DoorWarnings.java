package dev.candor.telemetry.exporter.door;

import java.lang.System.Logger.Level;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What a person should act on, once per text. Texts name settings and rules, never values. */
final class DoorWarnings {
  private static final Set<String> WARNED = ConcurrentHashMap.newKeySet();

  private DoorWarnings() {}

  static void once(String text) {
    if (WARNED.add(text)) {
      try {
        System.getLogger("dev.candor.telemetry").log(Level.WARNING, text);
      } catch (RuntimeException | LinkageError e) {
        // A broken logging set-up is the application's; it is told again when that is mended.
        WARNED.remove(text);
      }
    }
  }
}
