package dev.candor.telemetry.squid;

import org.jspecify.annotations.Nullable;

/** Reads numbers as Python and YAML write them; nothing else that Java would also accept. */
final class PlainNumbers {
  private static final int MAX_LENGTH = 40;

  private PlainNumbers() {}

  /** Returns the finite number, or null. */
  static @Nullable Double parse(String text) {
    String bare = text.strip();
    if (bare.isEmpty() || bare.length() > MAX_LENGTH) {
      return null;
    }
    boolean digit = false;
    for (int i = 0; i < bare.length(); i++) {
      char c = bare.charAt(i);
      if (c >= '0' && c <= '9') {
        digit = true;
      } else if ("+-.eE".indexOf(c) < 0 || (!digit && (c == 'e' || c == 'E'))) {
        return null;
      }
    }
    if (!digit) {
      return null;
    }
    try {
      double number = Double.parseDouble(bare);
      return Double.isFinite(number) ? number : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
