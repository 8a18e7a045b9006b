package dev.candor.telemetry.otel;

/** Cuts of text. */
final class Texts {
  private Texts() {}

  /** The first {@code maxLength} characters; never half of a surrogate pair. */
  static String cut(String text, int maxLength) {
    if (text.length() <= maxLength) {
      return text;
    }
    int end =
        maxLength > 0 && Character.isHighSurrogate(text.charAt(maxLength - 1))
            ? maxLength - 1
            : maxLength;
    return text.substring(0, end);
  }
}
