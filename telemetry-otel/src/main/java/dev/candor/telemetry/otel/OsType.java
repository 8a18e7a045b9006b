package dev.candor.telemetry.otel;

import java.util.Locale;
import java.util.Map;

/** The operating system as the resource attribute {@code os.type} names it. */
enum OsType {
  LINUX,
  DARWIN,
  WINDOWS,
  OTHER;

  static OsType of(Map<String, String> properties) {
    String name = properties.getOrDefault("os.name", "").toLowerCase(Locale.ROOT);
    if (name.startsWith("linux")) {
      return LINUX;
    }
    if (name.startsWith("mac") || name.startsWith("darwin")) {
      return DARWIN;
    }
    return name.startsWith("windows") ? WINDOWS : OTHER;
  }
}
