package dev.candor.telemetry.otel;

import dev.candor.telemetry.SourceTelemetry.Status;
import dev.candor.telemetry.exporter.EventItem;
import dev.candor.telemetry.exporter.Item;
import java.util.Set;

/**
 * A share of all sessions, each with all of its events or with none. Which ones follows from the
 * session's id alone: every process and every restart decides alike, and the sessions of a smaller
 * share are among those of a larger one.
 *
 * <p>Errors, whatever failed, and the begin and end of sessions always belong to it, so that faults
 * are seen and crash-free figures stay right; so do counts, which are complete.
 *
 * @param rate the share, from 0 to 1
 */
record SessionSample(double rate) {
  private static final Set<String> ALWAYS = Set.of("app.error", "session.start", "session");

  /** Tells whether an item belongs to the share. */
  boolean takes(Item item) {
    return rate >= 1
        || !(item instanceof EventItem event)
        || event.status() == Status.ERROR
        || ALWAYS.contains(event.name())
        || position(String.valueOf(event.attributes().get("session.id"))) < rate;
  }

  /** Where a session stands between 0 and 1, evenly spread. */
  private static double position(String session) {
    long hash = 0xcbf29ce484222325L; // FNV-1a, then the finisher of SplitMix64
    for (int i = 0; i < session.length(); i++) {
      hash = (hash ^ session.charAt(i)) * 0x100000001b3L;
    }
    hash = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
    hash = (hash ^ (hash >>> 27)) * 0x94d049bb133111ebL;
    return ((hash ^ (hash >>> 31)) >>> 11) * 0x1.0p-53;
  }
}
