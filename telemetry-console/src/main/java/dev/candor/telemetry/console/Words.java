package dev.candor.telemetry.console;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Numbers, times and labels as the report writes them; the same on every machine. */
final class Words {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private Words() {}

  static String labels(Map<String, Object> labels) {
    List<String> words = new ArrayList<>();
    labels.forEach((key, value) -> words.add(key + " = " + value));
    return String.join(", ", words);
  }

  static String number(double value) {
    return value == Math.rint(value)
        ? String.valueOf((long) value)
        : String.format(Locale.ROOT, "%.3f", value);
  }

  /** UCUM writes counted things in braces. */
  static String unit(String unit) {
    return unit.startsWith("{") && unit.endsWith("}") ? unit.substring(1, unit.length() - 1) : unit;
  }

  static String count(long number, String thing) {
    return number + " " + thing + (number == 1 ? "" : "s");
  }

  static String seconds(Instant from, Instant to) {
    return String.format(Locale.ROOT, "%.1f s", ChronoUnit.MILLIS.between(from, to) / 1000.0);
  }

  static String time(Instant at) {
    return TIME.format(at);
  }
}
