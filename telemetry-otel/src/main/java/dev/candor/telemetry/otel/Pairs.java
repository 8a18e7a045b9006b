package dev.candor.telemetry.otel;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The list form of OpenTelemetry's variables: {@code key=value,key=value}, percent-encoded. */
final class Pairs {
  private Pairs() {}

  /** Parses a list; null if it is malformed. */
  static @Nullable Map<String, String> parse(@Nullable String text) {
    TreeMap<String, String> pairs = new TreeMap<>();
    if (text == null) {
      return pairs;
    }
    int start = 0;
    while (start <= text.length()) {
      int comma = text.indexOf(',', start);
      int end = comma < 0 ? text.length() : comma;
      String pair = text.substring(start, end).strip();
      start = end + 1;
      if (pair.isEmpty()) {
        continue;
      }
      int equals = pair.indexOf('=');
      String value = equals < 1 ? null : decode(pair.substring(equals + 1).strip());
      if (value == null) {
        return null;
      }
      pairs.put(pair.substring(0, equals).strip(), value);
    }
    return pairs;
  }

  private static @Nullable String decode(String value) {
    try {
      // A plus sign is itself here, unlike in forms.
      return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
