package dev.candor.telemetry.exporter.ga4;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects the parameters of one event; the first come, the first kept. One thread. */
final class Ga4Params {
  /** Tells how many parameters an event has lost, where it has lost any. */
  static final String LEFT_OUT = "params_left_out";

  private final Map<String, Object> all = new LinkedHashMap<>();

  /** Adds one, unless its value has no form; where the name is taken it gets a number. */
  void add(String name, @Nullable Object value) {
    Object form = name.isEmpty() ? null : Ga4Values.of(value, Ga4Limits.ofValue(name));
    if (form != null && all.putIfAbsent(name, form) != null) {
      int number = 2;
      while (all.putIfAbsent(numbered(name, number), form) != null) {
        number++;
      }
    }
  }

  /** The parameters within the limit; the last one tells how many are missing, if any. */
  Map<String, Object> kept() {
    if (all.size() <= Ga4Limits.PARAMETERS) {
      return all;
    }
    Map<String, Object> kept = new LinkedHashMap<>();
    for (Map.Entry<String, Object> one : all.entrySet()) {
      if (kept.size() == Ga4Limits.PARAMETERS - 1) {
        break;
      }
      kept.put(one.getKey(), one.getValue());
    }
    kept.put(LEFT_OUT, (long) all.size() - kept.size());
    return kept;
  }

  private static String numbered(String name, int number) {
    String end = "_" + number;
    String whole = name.substring(0, Math.min(name.length(), Ga4Limits.NAME - end.length())) + end;
    // Some become Google's own by it: ga, and ga_2.
    return Ga4Names.isPrefixed(whole.toLowerCase(Locale.ROOT)) ? Ga4Names.alias(whole) : whole;
  }
}
