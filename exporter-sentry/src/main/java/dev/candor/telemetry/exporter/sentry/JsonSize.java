package dev.candor.telemetry.exporter.sentry;

import java.util.List;
import java.util.Map;

/** How many bytes a value takes as JSON, without writing it. Never too few. Pure. */
final class JsonSize {
  private static final int ESCAPED = 6;

  private JsonSize() {}

  static int of(Object value) {
    if (value instanceof Map<?, ?> map) {
      int size = 2;
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        size += ofEntry(String.valueOf(entry.getKey()), entry.getValue());
      }
      return size;
    }
    if (value instanceof List<?> list) {
      int size = 2;
      for (Object one : list) {
        size += of(one) + 1;
      }
      return size;
    }
    return of(String.valueOf(value));
  }

  /** A key, its value, and what stands between. */
  static int ofEntry(String key, Object value) {
    return of(key) + of(value) + 2;
  }

  private static int of(String text) {
    int size = 2;
    for (int i = 0; i < text.length(); i++) {
      size += of(text.charAt(i));
    }
    return size;
  }

  private static int of(char c) {
    if (c < ' ' || c == '\u2028' || c == '\u2029') {
      return ESCAPED;
    }
    if (c < 0x80) {
      return c == '"' || c == '\\' ? 2 : 1;
    }
    return c < 0x800 ? 2 : 3;
  }
}
