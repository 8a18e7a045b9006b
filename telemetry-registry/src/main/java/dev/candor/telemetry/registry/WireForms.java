package dev.candor.telemetry.registry;

import dev.candor.telemetry.scrub.Grammars;

/** Small forms of values, each checked in one pass over the characters. */
final class WireForms {
  private static final int MAX_WHOLE = 20;
  private static final int MAX_FRACTION = 20;

  private WireForms() {}

  /** A plain number without needless zeros in front, such as {@code -0.5}. */
  static boolean isNumber(String text) {
    int start = text.startsWith("-") ? 1 : 0;
    int dot = text.indexOf('.');
    int end = dot < 0 ? text.length() : dot;
    int whole = end - start;
    if (whole < 1 || whole > MAX_WHOLE || !areDigits(text, start, end)) {
      return false;
    }
    if (whole > 1 && text.charAt(start) == '0') {
      return false;
    }
    int fraction = text.length() - end - 1;
    return dot < 0
        || (fraction >= 1 && fraction <= MAX_FRACTION && areDigits(text, dot + 1, text.length()));
  }

  /** A random or time-ordered UUID. */
  static boolean isInstallationId(String text) {
    return Grammars.isUuid(text)
        && "47".indexOf(text.charAt(14)) >= 0
        && "89ab".indexOf(text.charAt(19)) >= 0;
  }

  /** Whether all characters may stand in free text: nothing invisible but line ends and tabs. */
  static boolean isText(String text) {
    return text.codePoints().allMatch(WireForms::isTextCharacter);
  }

  /** The first {@code length} characters; a pair of surrogates stays whole. */
  static String cut(String text, int length) {
    if (text.length() <= length) {
      return text;
    }
    int end =
        length > 0 && Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
    return text.substring(0, end);
  }

  static boolean areDigits(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return to > from;
  }

  private static boolean isTextCharacter(int c) {
    if (c == '\n' || c == '\r' || c == '\t') {
      return true;
    }
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          c >= 0x1f300 && c <= 0x1faff;
      case Character.OTHER_SYMBOL ->
          c == 0xa6
              || c == 0xa9
              || c == 0xae
              || c == 0xb0
              || (c >= 0x2100 && c <= 0x23ff)
              || (c >= 0x2500 && c <= 0x27bf)
              || (c >= 0x1f300 && c <= 0x1faff);
      default -> true;
    };
  }
}
