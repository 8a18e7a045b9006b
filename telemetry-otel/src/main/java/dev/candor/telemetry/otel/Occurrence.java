package dev.candor.telemetry.otel;

import dev.candor.telemetry.SourceTelemetry.Status;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * When, where and how an event happened: all that its record does not say.
 *
 * @param itemId the id, or null for a random one
 * @param sessionId the session it belongs to
 * @param start when it began
 * @param end when it ended
 * @param timed whether the time between is measured
 * @param status how it ended
 * @param outcome the activity's outcome, or null if it is none
 * @param errorType the type of the error that failed it, or null
 * @param resource who reports, without the hash of a registry
 */
record Occurrence(
    @Nullable String itemId,
    String sessionId,
    Instant start,
    Instant end,
    boolean timed,
    Status status,
    Signal.@Nullable Outcome outcome,
    @Nullable String errorType,
    Map<String, String> resource) {
  Occurrence {
    end = end.isBefore(start) ? start : end;
  }

  /** Something at one moment of this process. */
  static Occurrence at(Instant at, String sessionId, Map<String, String> resource) {
    return new Occurrence(null, sessionId, at, at, false, Status.UNSET, null, null, resource);
  }

  /** Something of this process that took time. */
  static Occurrence between(
      Instant start, Instant end, Status status, String sessionId, Map<String, String> resource) {
    return new Occurrence(null, sessionId, start, end, true, status, null, null, resource);
  }

  Occurrence failed() {
    return new Occurrence(
        itemId, sessionId, start, end, timed, Status.ERROR, outcome, errorType, resource);
  }

  /** The resource with the hash of the registry that lists the event. */
  SortedMap<String, String> resource(String registryHash) {
    TreeMap<String, String> whole = new TreeMap<>(resource);
    whole.put("candor.registry.hash", registryHash);
    return whole;
  }
}
