package dev.candor.telemetry.exporter.ga4;

import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Google's rules for values: what it would ignore is cut, told otherwise or left out. Pure. */
final class Ga4Values {
  private static final char REPLACEMENT = '\uFFFD';

  private Ga4Values() {}

  /**
   * Returns what a parameter can hold of a value: a {@code String}, {@code Long} or {@code Double}.
   * Reports know no booleans, so they are words; a whole number beyond 2^53 is a text.
   *
   * @return null for what is left out: nothing, and numbers that are none
   */
  static @Nullable Object of(@Nullable Object value, int longest) {
    if (value instanceof String text) {
      return text(text, longest);
    }
    if (value instanceof Boolean flag) {
      return flag ? "true" : "false";
    }
    if (value instanceof Long number) {
      return Math.abs(number) <= Ga4Limits.WHOLE && number != Long.MIN_VALUE
          ? number
          : number.toString();
    }
    if (value instanceof Double number) {
      return Double.isFinite(number) ? number : null;
    }
    if (value instanceof List<?> list) {
      StringJoiner joined = new StringJoiner(",");
      list.forEach(one -> joined.add(String.valueOf(one)));
      return text(joined.toString(), longest);
    }
    return null;
  }

  /** Cuts between characters, and mends halves of them, which JSON cannot express. */
  static @Nullable String text(String text, int longest) {
    int end = Math.min(text.length(), longest);
    if (end < text.length()
        && Character.isHighSurrogate(text.charAt(end - 1))
        && Character.isLowSurrogate(text.charAt(end))) {
      end--;
    }
    StringBuilder mended = null;
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      if (Character.isSurrogate(c)) {
        if (Character.isHighSurrogate(c)
            && i + 1 < end
            && Character.isLowSurrogate(text.charAt(i + 1))) {
          i++;
          continue;
        }
        mended = mended == null ? new StringBuilder(text.substring(0, end)) : mended;
        mended.setCharAt(i, REPLACEMENT);
      }
    }
    String cut = mended == null ? text.substring(0, end) : mended.toString();
    return cut.isBlank() ? null : cut;
  }
}
