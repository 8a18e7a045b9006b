package dev.candor.telemetry.scrub;

/** Shapes of groups of digits: cards, national numbers, telephones. */
final class Shapes {
  private static final int BLANK = 1;
  private static final int DASH = 2;
  private static final int DOT = 3;

  private Shapes() {}

  /**
   * Whether groups of digits are a number that names someone.
   *
   * @param lengths the groups' lengths, four bits each, the last one lowest
   * @param separators what stands between them, likewise
   */
  static boolean fits(
      String text, int from, int end, long lengths, long separators, int groups, int total) {
    boolean plus =
        from > 0 && (text.charAt(from - 1) == '+' || text.startsWith("+(", Math.max(0, from - 2)));
    if (plus) {
      return total >= 8 && total <= 15 && (from < 2 || !Chars.isAlnum(text.charAt(from - 2)));
    }
    boolean joined = from > 0 && (text.charAt(from - 1) == '.' || text.charAt(from - 1) == '_');
    if (joined && isWordJoined(text, from) && total == 16 && isFours(lengths, separators, groups)) {
      // "card.4111111111111111": of all shapes only this one is sure enough.
      return isCard(text, from, end, total, lengths, groups);
    }
    if (joined
        || (end < text.length()
            && text.charAt(end) == '.'
            && end + 1 < text.length()
            && Chars.isDigit(text.charAt(end + 1)))) {
      return false;
    }
    if (from > 1
        && "-./:".indexOf(text.charAt(from - 1)) >= 0
        && Chars.isDigit(text.charAt(from - 2))) {
      // The rest of a date, a time or a longer number.
      return false;
    }
    if (from > 0 && text.charAt(from - 1) == '-' && groups == 1) {
      return total == 16
          && isWordJoined(text, from)
          && isCard(text, from, end, total, lengths, groups);
    }
    int separator = uniform(separators, groups);
    if (lengths == 0x4444
        && separators == 0x333
        && isCard(text, from, end, total, lengths, groups)) {
      return true;
    }
    if (total >= 13
        && total <= 19
        && separator != DOT
        && (groups == 1 || separator == BLANK || separator == DASH)) {
      if (isCard(text, from, end, total, lengths, groups)) {
        return true;
      }
    }
    if (groups == 1) {
      return (total == 18 && isChinese(text, from, end))
          || (total == 15 && Checks.french(text, from, end));
    }
    return isNational(text, from, end, lengths, separators, groups)
        || isPhone(text, from, lengths, separators, groups, total);
  }

  /** Behind a dot or a dash that stands behind a letter: no part of a longer number. */
  private static boolean isWordJoined(String text, int from) {
    return from > 1 && Character.isLetter(text.charAt(from - 2));
  }

  /** One group of sixteen, or four groups of four. */
  private static boolean isFours(long lengths, long separators, int groups) {
    return groups == 1 || (lengths == 0x4444 && (separators == 0x111 || separators == 0x222));
  }

  private static int uniform(long separators, int groups) {
    long first = separators & 15;
    for (int i = 1; i < groups - 1; i++) {
      if ((separators >> (4 * i) & 15) != first) {
        return -1;
      }
    }
    return groups == 1 ? 0 : (int) first;
  }

  private static boolean isCard(
      String text, int from, int end, int total, long lengths, int groups) {
    char first = text.charAt(from);
    boolean issuer =
        (first >= '3' && first <= '6')
            || (first == '2' && text.charAt(from + 1) >= '2' && text.charAt(from + 1) <= '7');
    // Cards are written in groups of four to six, not as a row of other numbers.
    boolean grouped = groups == 1 || (lengths >> (4 * (groups - 1)) & 15) == 4;
    return issuer
        && grouped
        && (groups > 1 || total != 13 || first == '4')
        && Checks.luhn(text, from, end);
  }

  private static boolean isNational(
      String text, int from, int end, long lengths, long separators, int groups) {
    if (lengths == 0x324 && separators == 0x22) {
      return (!text.startsWith("000", from) && text.charAt(from) != '9')
          || text.charAt(from) == '9';
    }
    if (lengths == 0x3332 && separators == 0x332) {
      return true;
    }
    if (lengths == 0x3342 && separators == 0x333) {
      return text.startsWith("756", from);
    }
    if (lengths == 0x23342 && separators == 0x3342) {
      return true;
    }
    if (lengths == 0x67 && separators == 0x2) {
      return Checks.isDay(text, from + 4, from + 2);
    }
    if (lengths == 0x64 && separators == 0x2) {
      return (Checks.isDay(text, from + 4, from + 2) && Checks.luhn(text, from, end))
          || Checks.isDay(text, from, from + 2);
    }
    if (lengths == 0x84 && separators == 0x2) {
      return Checks.isDay(text, from + 6, from + 4) && Checks.luhn(text, from + 2, end);
    }
    if (lengths == 0x444 && (separators == 0x11 || separators == 0x22)) {
      return text.charAt(from) >= '2' && Checks.verhoeff(text, from, end);
    }
    if (lengths == 0x4444 && separators == 0x222) {
      return Checks.mod11x2(text, from, end);
    }
    if ((lengths == 0x1222332 || lengths == 0x122233)
        && separators >> 4 == (lengths == 0x1222332 ? 0x11111 : 0x1111)) {
      return text.charAt(from) <= '2' && text.charAt(from) >= '1';
    }
    if (lengths == 0x334 && separators == 0x11 && groups == 3) {
      return Checks.nhs(text, from, end);
    }
    return lengths == 0x2333 && separators == 0x111 && Checks.steuerId(text, from, end);
  }

  private static boolean isPhone(
      String text, int from, long lengths, long separators, int groups, int total) {
    char first = text.charAt(from);
    boolean bracket = from > 0 && text.charAt(from - 1) == '(';
    int last = (int) (lengths & 15);
    if (groups == 3 && (lengths == 0x334)) {
      boolean same = separators == 0x22 || separators == 0x33;
      boolean bracketed = bracket && (separators >> 4 & 15) != 0;
      return ((same && first >= '2') || bracketed || separators == 0x12) && last == 4;
    }
    if (groups == 4 && lengths == 0x1334 && first == '1' && uniform(separators, groups) > 0) {
      return true;
    }
    if (first == '0' && total >= 9 && total <= 15 && uniformOrBracket(separators)) {
      long head = lengths >> (4 * (groups - 1)) & 15;
      boolean pairs = lengths == 0x22222;
      boolean international = text.startsWith("00", from) && groups >= 3;
      boolean area =
          head >= (bracket ? 2 : 3) && head <= 6 && (separators >> (4 * (groups - 2)) & 15) != DOT;
      return (pairs && text.charAt(from + 1) != '0')
          || international
          || (area && last >= 2 && !isCounter(text, from, lengths, groups));
    }
    return false;
  }

  /** Frame and file numbers such as {@code 0001 0002 0003} are no telephone. */
  private static boolean isCounter(String text, int from, long lengths, int groups) {
    return text.startsWith("00", from)
        || (groups == 2
            && (lengths >> 4 & 15) == (lengths & 15)
            && text.charAt(from + (int) (lengths >> 4 & 15) + 1) == '0');
  }

  private static boolean uniformOrBracket(long separators) {
    long rest = separators;
    while (rest != 0) {
      long code = rest & 15;
      if (code == 0) {
        return false;
      }
      rest >>= 4;
    }
    return true;
  }

  private static boolean isChinese(String text, int from, int end) {
    return Checks.isDay(text, from + 12, from + 10) && Checks.chinese(text, from, end);
  }
}
