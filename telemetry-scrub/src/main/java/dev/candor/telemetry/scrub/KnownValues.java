package dev.candor.telemetry.scrub;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Strings that are personal on this machine: the user's name, the home folder and its parts, host
 * names, secrets of the environment. Collected after a yes and without name look-ups; never stored.
 *
 * @param kinds what each value is
 */
public record KnownValues(SortedMap<String, Kind> kinds) {
  /** Copies the map. */
  public KnownValues {
    kinds = Collections.unmodifiableSortedMap(new TreeMap<>(kinds));
  }

  /** Knows nothing. */
  public static KnownValues none() {
    return new KnownValues(new TreeMap<>());
  }

  /** Collects them from system properties and environment variables. */
  public static KnownValues collect(
      Map<String, String> properties, Map<String, String> environment) {
    throw new UnsupportedOperationException("to be written");
  }

  /** Shows no value. */
  @Override
  public String toString() {
    return "KnownValues[" + kinds.size() + "]";
  }
}
