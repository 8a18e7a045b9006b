package dev.candor.telemetry.scrub;

/**
 * Classes of characters and places of them in a text, ASCII only and without look-ups in tables.
 */
final class Chars {
  private Chars() {}

  static boolean isLower(char c) {
    return c >= 'a' && c <= 'z';
  }

  static boolean isUpper(char c) {
    return c >= 'A' && c <= 'Z';
  }

  static boolean isLetter(char c) {
    return isLower(c) || isUpper(c);
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  static boolean isAlnum(char c) {
    return isLetter(c) || isDigit(c);
  }

  static boolean isHex(char c) {
    return hexValue(c) >= 0;
  }

  static boolean isLowerHex(char c) {
    return isDigit(c) || (c >= 'a' && c <= 'f');
  }

  /** A letter, digit, {@code _} or {@code $}. */
  static boolean isIdentifierPart(char c) {
    return isAlnum(c) || c == '_' || c == '$';
  }

  static boolean isIdentifierStart(char c) {
    return isLetter(c) || c == '_' || c == '$';
  }

  /** The value of a hexadecimal digit, or -1. */
  static int hexValue(char c) {
    if (isDigit(c)) {
      return c - '0';
    }
    if (c >= 'a' && c <= 'f') {
      return c - 'a' + 10;
    }
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
  }

  /** The first place of a character in a range, or -1; {@code String.indexOf} knows no end. */
  static int first(String text, char c, int from, int end) {
    for (int i = from; i < end; i++) {
      if (text.charAt(i) == c) {
        return i;
      }
    }
    return -1;
  }

  /** The last place of a character in a range, or -1. */
  static int last(String text, char c, int from, int end) {
    for (int i = end - 1; i >= from; i--) {
      if (text.charAt(i) == c) {
        return i;
      }
    }
    return -1;
  }

  /** Whether a range is a word, in any case of letters. */
  static boolean isWord(String text, int from, int end, String word) {
    return word.length() == end - from && text.regionMatches(true, from, word, 0, end - from);
  }

  static boolean isOneOf(String[] words, String text, int from, int end) {
    for (String word : words) {
      if (isWord(text, from, end, word)) {
        return true;
      }
    }
    return false;
  }

  /** Behind the blanks that stand at a position. */
  static int blanksEnd(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    return at;
  }

  static char lower(char c) {
    return isUpper(c) ? (char) (c + 32) : c;
  }

  static String lower(String s) {
    StringBuilder out = new StringBuilder(s.length());
    for (int i = 0; i < s.length(); i++) {
      out.append(lower(s.charAt(i)));
    }
    return out.toString();
  }
}
