package dev.candor.telemetry.otel;

import dev.candor.telemetry.ConsentAnswer;
import dev.candor.telemetry.ConsentAnswer.Send;
import dev.candor.telemetry.ConsentAnswer.Switches;
import dev.candor.telemetry.Event;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.spi.CoreEvents;
import dev.candor.telemetry.spi.EventSchema;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What goes with the errors of each session: of each event that says so the latest, scrubbed, under
 * its own keys. Recorder thread only.
 */
final class ErrorContexts {
  /**
   * Programs watched at one time are few; of the others the one unheard of longest is forgotten.
   */
  private static final int MOST_SESSIONS = 64;

  private final Purpose errors;
  private final ConsentAnswer answer;
  private final Map<String, Map<Object, Map<String, Object>>> sessions = Recent.map(MOST_SESSIONS);

  ErrorContexts(Purpose errors, ConsentAnswer answer) {
    this.errors = errors;
    this.answer = answer;
  }

  /** Keeps what an event says, if errors may tell it. */
  void keep(EventSchema schema, Event event, String session, SortedMap<String, Object> attributes) {
    if (schema.withErrors() && allows(answer, schema.purpose(), errors)) {
      sessions
          .computeIfAbsent(session, id -> new LinkedHashMap<>())
          .put(kind(event), new TreeMap<>(attributes));
    }
  }

  /** Of two reports the later replaces the earlier one only if it is about the same settings. */
  private static Object kind(Event event) {
    return event instanceof CoreEvents.SettingsReport report
        ? report.settings().keys()
        : event.getClass();
  }

  /** Adds what goes with an error of a session; what the error itself says stays. */
  void addTo(String session, Map<String, Object> error) {
    for (Map<String, Object> context : sessions.getOrDefault(session, Map.of()).values()) {
      context.forEach(error::putIfAbsent);
    }
  }

  /** Whether what was learned for one purpose may go wherever items of another go. */
  static boolean allows(ConsentAnswer answer, Purpose what, Purpose with) {
    Switches own = answer.of(what);
    Switches other = answer.of(with);
    return (own.keep() || !other.keep())
        && (own.send() == Send.EVERYTHING || other.send() != Send.EVERYTHING);
  }
}
