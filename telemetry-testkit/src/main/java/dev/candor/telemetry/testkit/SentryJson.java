package dev.candor.telemetry.testkit;

import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Looks into JSON of Sentry's forms; says what it misses to a list of faults. */
final class SentryJson {
  private final Map<String, Object> object;
  private final String place;
  private final Consumer<String> faults;

  SentryJson(Map<String, Object> object, String place, Consumer<String> faults) {
    this.object = object;
    this.place = place;
    this.faults = faults;
  }

  /**
   * Reads one JSON object; null values are left out, as Sentry does.
   *
   * @throws IOException if it is none
   */
  static Map<String, Object> object(byte[] text) throws IOException {
    Object value = JsonTree.read(text);
    if (!(value instanceof Map<?, ?> map)) {
      throw new IOException("no object");
    }
    return strings(map);
  }

  static Map<String, Object> strings(Map<?, ?> map) {
    Map<String, Object> strings = new LinkedHashMap<>();
    map.forEach(
        (key, value) -> {
          if (value != null) {
            strings.put(String.valueOf(key), value);
          }
        });
    return strings;
  }

  /** The text under a key, or null. */
  @Nullable String text(String key) {
    Object value = object.get(key);
    if (value != null && !(value instanceof String)) {
      fault(key, "no text");
    }
    return value instanceof String text ? text : null;
  }

  /** Holds the text under a key against a pattern; absent is fine unless required. */
  void matches(String key, String pattern, boolean required) {
    String text = text(key);
    if (text == null ? required && !object.containsKey(key) : !text.matches(pattern)) {
      fault(key, text == null ? "missing" : "not of its form");
    }
  }

  /** A time as RFC 3339 or as seconds. */
  void time(String key, boolean required) {
    Object value = object.get(key);
    if (value == null) {
      if (required) {
        fault(key, "missing");
      }
      return;
    }
    if (value instanceof Number) {
      return;
    }
    try {
      OffsetDateTime.parse(String.valueOf(value));
    } catch (DateTimeParseException e) {
      fault(key, "no time");
    }
  }

  /** A time that is not too far back; what is no time at all is another fault. */
  void notBefore(String key, Instant earliest) {
    try {
      if (OffsetDateTime.parse(String.valueOf(object.get(key))).toInstant().isBefore(earliest)) {
        fault(key, "too long ago");
      }
    } catch (DateTimeParseException e) {
      // Told by time().
    }
  }

  /** A number of at least so much; whole if asked. */
  void number(String key, double least, boolean whole) {
    Object value = object.get(key);
    if (value == null) {
      return;
    }
    boolean isWhole = value instanceof Integer || value instanceof Long;
    if (!(value instanceof Number number) || number.doubleValue() < least || (whole && !isWhole)) {
      fault(key, "no such number");
    }
  }

  void flag(String key) {
    if (object.containsKey(key) && !(object.get(key) instanceof Boolean)) {
      fault(key, "neither true nor false");
    }
  }

  /** The object under a key, or an empty one. */
  SentryJson child(String key) {
    Object value = object.get(key);
    if (value != null && !(value instanceof Map)) {
      fault(key, "no object");
    }
    Map<String, Object> child = value instanceof Map<?, ?> map ? strings(map) : Map.of();
    return new SentryJson(child, place + key + ".", faults);
  }

  /** The list under a key, or an empty one. */
  List<?> list(String key) {
    Object value = object.get(key);
    if (value != null && !(value instanceof List)) {
      fault(key, "no list");
    }
    return value instanceof List<?> list ? list : List.of();
  }

  /** The objects of the list under a key. */
  List<SentryJson> children(String key) {
    return list(key).stream()
        .map(
            one -> {
              if (!(one instanceof Map)) {
                fault(key, "no objects");
              }
              Map<String, Object> child = one instanceof Map<?, ?> map ? strings(map) : Map.of();
              return new SentryJson(child, place + key + "[].", faults);
            })
        .toList();
  }

  /** Refuses keys that Sentry does not know. */
  void only(java.util.Set<String> keys) {
    object.keySet().stream()
        .filter(key -> !keys.contains(key))
        .forEach(key -> fault(key, "unknown"));
  }

  boolean has(String key) {
    return object.containsKey(key);
  }

  Map<String, Object> map() {
    return object;
  }

  void fault(String key, String what) {
    faults.accept(place + key + ": " + what);
  }
}
