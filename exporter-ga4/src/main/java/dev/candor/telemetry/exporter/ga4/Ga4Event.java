package dev.candor.telemetry.exporter.ga4;

import java.util.Map;

/**
 * One event as Google gets it.
 *
 * @param name its name
 * @param timestampMicros when it happened, microseconds since 1970
 * @param params parameters in order: {@code String}, {@code Long} or {@code Double}
 */
record Ga4Event(String name, long timestampMicros, Map<String, Object> params) {
  /** Shows no value. */
  @Override
  public String toString() {
    return "Ga4Event[" + name + ", " + params.size() + " parameters]";
  }
}
