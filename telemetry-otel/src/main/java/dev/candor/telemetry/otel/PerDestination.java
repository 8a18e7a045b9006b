package dev.candor.telemetry.otel;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A number that may differ from destination to destination: {@code 0.5}, {@code sentry=0.1}, or
 * both, joined by commas. Immutable.
 *
 * @param others the number of every destination that is not named; null is the destination's own
 * @param named numbers by a destination's name
 */
record PerDestination(@Nullable Double others, Map<String, Double> named) {
  /** Nothing is given. */
  static final PerDestination NONE = new PerDestination(null, Map.of());

  PerDestination {
    named = Map.copyOf(named);
  }

  /** What a number must be. */
  record Rule(double min, double max, boolean whole) {
    @Nullable Double read(String text) {
      try {
        double value = whole ? Long.parseLong(text) : Double.parseDouble(text);
        // Not a number fails both comparisons.
        return value >= min && value <= max ? value : null;
      } catch (NumberFormatException e) {
        return null;
      }
    }
  }

  /** Reads a value; null if it is malformed or one of its numbers breaks the rule. */
  static @Nullable PerDestination parse(@Nullable String text, Rule rule) {
    if (text == null) {
      return NONE;
    }
    Double others = null;
    TreeMap<String, Double> named = new TreeMap<>();
    for (String part : text.split(",", -1)) {
      int equals = part.indexOf('=');
      Double number = rule.read(part.substring(equals + 1).strip());
      String name = equals < 0 ? "" : part.substring(0, equals).strip();
      boolean twice = equals < 0 ? others != null : named.containsKey(name);
      if (number == null || twice || (equals >= 0 && !isName(name))) {
        return null;
      }
      if (equals < 0) {
        others = number;
      } else {
        named.put(name, number);
      }
    }
    return new PerDestination(others, named);
  }

  private static boolean isName(String name) {
    return !name.isEmpty()
        && name.chars().allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-');
  }

  /** The number of one destination. */
  double of(String destination, double own) {
    Double given = named.getOrDefault(destination, others);
    return given == null ? own : given;
  }

  /** Tells whether all destinations it names are among these. */
  boolean namesOnly(Set<String> destinations) {
    return destinations.containsAll(named.keySet());
  }
}
