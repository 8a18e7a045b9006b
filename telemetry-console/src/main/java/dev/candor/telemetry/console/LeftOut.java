package dev.candor.telemetry.console;

import dev.candor.telemetry.exporter.EventItem;
import dev.candor.telemetry.exporter.Item;
import dev.candor.telemetry.registry.Omission;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was kept back, told to the person whose file it is: names and keys, never values. */
final class LeftOut {
  private static final int LONGEST = 200;

  private final Map<String, Integer> lines = new LinkedHashMap<>();

  void add(@Nullable String span, Omission reason, String name) {
    String subject =
        switch (reason) {
          case NAME -> "span " + quoted(name);
          default -> "key " + quoted(name) + " of " + quoted(String.valueOf(span));
        };
    lines.merge(subject + ": " + words(reason), 1, Integer::sum);
  }

  void addUnsupported(List<Item> items, String vendor) {
    for (Item item : items) {
      if (item instanceof EventItem event) {
        lines.merge(
            "event " + quoted(event.name()) + ": has no form at " + vendor, 1, Integer::sum);
      }
    }
  }

  /** One line for each kind, with how often. */
  List<String> lines() {
    List<String> told = new ArrayList<>();
    lines.forEach((line, times) -> told.add("left out: " + line + " (" + times + ")"));
    return told;
  }

  /** How often anything was kept back. */
  int total() {
    return lines.values().stream().mapToInt(Integer::intValue).sum();
  }

  private static String words(Omission reason) {
    return switch (reason) {
      case NAME, KEY -> "no registry declares it";
      case REQUIRED -> "it is required, so the whole span stays out";
      case TYPE -> "its value has another type";
      case RANGE -> "its value is out of range";
      case UNLISTED -> "its value is not in the closed list";
      case SHAPE -> "its value has another form than its kind";
      case SENSITIVE -> "the sanitizer found something personal or secret in its value";
      case MASKED -> "a part of its text, which the sanitizer masked";
      case FAULT -> "its value could not be looked at";
    };
  }

  /** A terminal shows it and does nothing else. */
  private static String quoted(String name) {
    StringBuilder text = new StringBuilder("\"");
    name.codePoints()
        .limit(LONGEST)
        .forEach(
            c ->
                text.appendCodePoint(
                    Character.isISOControl(c) || Character.getType(c) == Character.FORMAT
                        ? '?'
                        : c));
    return text.append('"').toString();
  }
}
