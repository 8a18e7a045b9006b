package dev.candor.telemetry.otel;

import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The engine's voice. What a person should act on is a warning, once; faults at run time are
 * counted and whispered, because nobody asked an application to speak of its telemetry.
 *
 * <p>Texts name settings, files by role and reasons; never values, paths or payloads. The logger is
 * made at the first word, so that a quiet start costs nothing.
 */
final class Warnings {
  private static final int WHISPERS = 100;
  private static final Set<String> WARNED = ConcurrentHashMap.newKeySet();
  private static final Map<String, Long> COUNTS = new ConcurrentHashMap<>();
  private static volatile boolean loud;

  private Warnings() {}

  /** Warns once per text in this process. */
  static void once(String text) {
    if (WARNED.add(text)) {
      log(Level.WARNING, text);
    }
  }

  /** Tells somebody who looks for a fault, and asked to be told. */
  static void tell(String text) {
    log(Level.INFO, text);
  }

  /** From now on faults are told, not whispered: somebody in this process looks for one. */
  static void speakUp() {
    loud = true;
  }

  /** Notes a fault by its place: the first and then every hundredth, at debug level. */
  static void fault(String place) {
    long times = COUNTS.merge(place, 1L, Long::sum);
    if (times % WHISPERS == 1) {
      log(
          loud ? Level.INFO : Level.DEBUG,
          "telemetry survived a fault: " + place + " (" + times + ")");
    }
  }

  private static void log(Level level, String text) {
    try {
      System.getLogger("dev.candor.telemetry").log(level, text);
    } catch (RuntimeException | LinkageError e) {
      // A broken logging set-up is the application's; telemetry stays quiet.
      COUNTS.merge("logger", 1L, Long::sum);
    }
  }
}
