package dev.candor.telemetry.scrub;

import static dev.candor.telemetry.scrub.Chars.isAlnum;
import static dev.candor.telemetry.scrub.Chars.isDigit;
import static dev.candor.telemetry.scrub.Chars.isIdentifierPart;
import static dev.candor.telemetry.scrub.Chars.isIdentifierStart;
import static dev.candor.telemetry.scrub.Chars.isLower;
import static dev.candor.telemetry.scrub.Chars.isLowerHex;

/**
 * Full-match grammars of typed values. A value that does not fit is dropped by the caller, never
 * cleaned. ASCII only; each check stops at the first character that does not fit.
 */
public final class Grammars {
  /** Characters of a type name, of a module and of a function at most. */
  static final int MAX_NAME = 200;

  private static final int MAX_VERSION = 64;
  private static final int MAX_WORD = 100;
  private static final int MAX_TRAIL = 50;
  private static final int MAX_NUMBER = 32;

  private Grammars() {}

  /** A dotted type name such as {@code java.io.IOException} or {@code OSError}. */
  public static boolean isTypeName(String value) {
    int length = value.length();
    if (length == 0 || length > MAX_NAME) {
      return false;
    }
    boolean start = true;
    for (int i = 0; i < length; i++) {
      char c = value.charAt(i);
      if (c == '.' && !start) {
        start = true;
      } else if (start ? isIdentifierStart(c) : isIdentifierPart(c)) {
        start = false;
      } else {
        return false;
      }
    }
    return !start;
  }

  /**
   * A module or function of a frame: {@code [A-Za-z_$<][A-Za-z0-9_$.<>-]*}, at most 200 characters.
   */
  public static boolean isFrameName(String value) {
    return isFrameName(value, 0, value.length());
  }

  static boolean isFrameName(String value, int from, int to) {
    if (to <= from || to - from > MAX_NAME) {
      return false;
    }
    char first = value.charAt(from);
    if (!isIdentifierStart(first) && first != '<') {
      return false;
    }
    for (int i = from + 1; i < to; i++) {
      char c = value.charAt(i);
      if (!isIdentifierPart(c) && c != '.' && c != '<' && c != '>' && c != '-') {
        return false;
      }
    }
    return true;
  }

  /**
   * A version or commit: letters, digits, {@code . + - _}, at most 64, a letter or digit in front.
   */
  public static boolean isVersion(String value) {
    int length = value.length();
    if (length == 0 || length > MAX_VERSION || !isAlnum(value.charAt(0))) {
      return false;
    }
    for (int i = 1; i < length; i++) {
      char c = value.charAt(i);
      if (!isAlnum(c) && c != '.' && c != '+' && c != '-' && c != '_') {
        return false;
      }
    }
    return true;
  }

  /** A UUID of any version in lower case. */
  public static boolean isUuid(String value) {
    if (value.length() != 36) {
      return false;
    }
    for (int i = 0; i < 36; i++) {
      boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
      char c = value.charAt(i);
      if (dash ? c != '-' : !isLowerHex(c)) {
        return false;
      }
    }
    return true;
  }

  /** Whether a range is a UUID, whatever its case. */
  static boolean isUuid(String text, int from, int end) {
    if (end - from != 36) {
      return false;
    }
    for (int i = 0; i < 36; i++) {
      boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
      char c = text.charAt(from + i);
      if (dash ? c != '-' : !Chars.isHex(c)) {
        return false;
      }
    }
    return true;
  }

  /** A UUIDv7 in lower case. */
  public static boolean isSessionId(String value) {
    return isUuid(value) && value.charAt(14) == '7' && "89ab".indexOf(value.charAt(19)) >= 0;
  }

  /** 32 lower-case hexadecimal digits. */
  public static boolean isHex32(String value) {
    return isHex(value, 32);
  }

  /** 64 lower-case hexadecimal digits. */
  public static boolean isHex64(String value) {
    return isHex(value, 64);
  }

  /** Lower-case hexadecimal digits, exactly {@code length} of them. */
  public static boolean isHex(String value, int length) {
    if (value.length() != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (!isLowerHex(value.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** The wire name of an enum constant: {@code [a-z][a-z0-9_]*}, at most 100 characters. */
  public static boolean isWireName(String value) {
    return isWireName(value, 0, value.length());
  }

  private static boolean isWireName(String value, int from, int to) {
    if (to <= from || to - from > MAX_WORD || !isLower(value.charAt(from))) {
      return false;
    }
    for (int i = from + 1; i < to; i++) {
      char c = value.charAt(i);
      if (!isLower(c) && !isDigit(c) && c != '_') {
        return false;
      }
    }
    return true;
  }

  /**
   * A word of a closed list: like a wire name, with {@code -} and {@code .} inside, at most 100
   * characters.
   */
  public static boolean isWord(String value) {
    int length = value.length();
    if (length == 0 || length > MAX_WORD || !isLower(value.charAt(0))) {
      return false;
    }
    for (int i = 1; i < length; i++) {
      char c = value.charAt(i);
      if (!isLower(c) && !isDigit(c) && c != '_' && c != '-' && c != '.') {
        return false;
      }
    }
    return true;
  }

  /** The key of an attribute or the name of an event: wire names joined by dots, at most 200. */
  public static boolean isKey(String value) {
    return value.length() <= MAX_NAME && countNames(value, '.') > 0;
  }

  /** Wire names joined by commas in the order of time, 1 to 50 of them, repeats allowed. */
  public static boolean isTrail(String value) {
    int names = countNames(value, ',');
    return names > 0 && names <= MAX_TRAIL;
  }

  /** A set of wire names: joined by commas, sorted, no repeats, at most 100 of them. */
  public static boolean isConstants(String value) {
    int names = countNames(value, ',');
    if (names == 0 || names > MAX_WORD) {
      return false;
    }
    String before = "";
    int from = 0;
    while (from <= value.length()) {
      int comma = value.indexOf(',', from);
      int to = comma < 0 ? value.length() : comma;
      String name = value.substring(from, to);
      if (name.compareTo(before) <= 0) {
        return false;
      }
      before = name;
      from = to + 1;
    }
    return true;
  }

  /** A plain decimal number: optional minus, digits, optional fraction; at most 32 characters. */
  public static boolean isDecimal(String value) {
    int length = value.length();
    if (length == 0 || length > MAX_NUMBER) {
      return false;
    }
    int i = value.charAt(0) == '-' ? 1 : 0;
    int whole = i;
    while (i < length && isDigit(value.charAt(i))) {
      i++;
    }
    if (i == whole) {
      return false;
    }
    if (i == length) {
      return true;
    }
    if (value.charAt(i) != '.' || i + 1 == length) {
      return false;
    }
    for (i++; i < length; i++) {
      if (!isDigit(value.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** How many wire names stand between the separators; 0 if one of them is none. */
  private static int countNames(String value, char separator) {
    int count = 0;
    int from = 0;
    while (from <= value.length()) {
      int next = value.indexOf(separator, from);
      int to = next < 0 ? value.length() : next;
      if (!isWireName(value, from, to)) {
        return 0;
      }
      count++;
      from = to + 1;
    }
    return count;
  }
}
