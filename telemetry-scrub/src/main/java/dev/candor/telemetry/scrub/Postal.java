package dev.candor.telemetry.scrub;

/**
 * Postal addresses without a label: a street with its number, a comma, a code and a town, in any
 * case of letters. The code is what a text is searched for; all else is read from there.
 */
final class Postal {
  private static final int MAX_WORDS = 4;
  private static final int MAX_HOUSE = 5;

  private Postal() {}

  /**
   * {@code Zwanenburgwal 145, 88395 Hoogkarspel}, {@code 9 avenue Montcalm, 20450 Valcourt}, {@code
   * 69 Marlowe Street, Pembrook, NY 84054}. Answers the end of what was found at the code that
   * starts at {@code from}, or 0.
   */
  static int verify(String text, int from, int groupEnd, Findings out) {
    if (from < 8 || text.charAt(from - 1) != ' ') {
      return 0;
    }
    int end = codeEnd(text, from, groupEnd);
    if (end < 0) {
      return 0;
    }
    int town = end + 1;
    if (text.charAt(from - 2) == ',' && end + 3 < text.length() && text.charAt(end) == ' ') {
      int townEnd = townEnd(text, town);
      int street = townEnd > town ? streetStart(text, from - 2) : -1;
      if (street >= 0) {
        out.add(street, townEnd, Kind.NAME);
        return townEnd;
      }
    }
    int state = from - 4;
    boolean stated =
        groupEnd - from == 5
            && state > 8
            && text.startsWith(", ", state - 1)
            && Chars.isLetter(text.charAt(from - 3))
            && Chars.isLetter(text.charAt(from - 2));
    int street = stated ? townAndStreet(text, state - 1) : -1;
    if (street < 0) {
      return 0;
    }
    out.add(street, end, Kind.NAME);
    return end;
  }

  /** {@code 88395}, {@code 00-238}, {@code 114 55}; negative if it is no code of a place. */
  private static int codeEnd(String text, int from, int end) {
    int length = end - from;
    if (length >= 4 && length <= 6) {
      return end;
    }
    boolean joined = end < text.length() && (length == 2 || length == 3);
    int next =
        joined && "- ".indexOf(text.charAt(end)) >= 0 ? Numbers.groupEnd(text, end + 1) : end;
    return next - end - 1 + length == 5 ? next : -1;
  }

  /** The end of the name of a town, or {@code from}. */
  private static int townEnd(String text, int from) {
    int stop = Names.wordStop(text, from);
    if (!isPlaceWord(text, from, stop)) {
      return from;
    }
    return Names.startsName(text, from)
        ? Names.nameEnd(text, from, stop)
        : Math.max(Extents.trimmed(text, from, stop), Names.lowerNameEnd(text, from));
  }

  /** {@code 69 Marlowe Street, Pembrook}: the start of both in front of a comma, or -1. */
  private static int townAndStreet(String text, int comma) {
    int town = comma;
    for (int words = 0; words < 3; words++) {
      int start = wordStart(text, town);
      if (start == town || !isPlaceWord(text, start, town)) {
        return -1;
      }
      if (start > 1 && text.startsWith(", ", start - 2)) {
        return streetStart(text, start - 2);
      }
      if (start == 0 || text.charAt(start - 1) != ' ') {
        return -1;
      }
      town = start - 1;
    }
    return -1;
  }

  /** The start of a street with its number, which stands behind it or in front; or -1. */
  private static int streetStart(String text, int comma) {
    int house = comma;
    while (house > 0 && comma - house < MAX_HOUSE && Chars.isAlnum(text.charAt(house - 1))) {
      house--;
    }
    boolean behind =
        house > 1
            && house < comma
            && Chars.isDigit(text.charAt(house))
            && text.charAt(house - 1) == ' ';
    return behind ? wordsBefore(text, house - 1) : numberBefore(text, comma);
  }

  /** The start of the words of a street's name that end at {@code end}. */
  private static int wordsBefore(String text, int end) {
    int start = -1;
    int at = end;
    boolean name = false;
    for (int words = 0; words < MAX_WORDS && at > 0; words++) {
      int word = wordStart(text, at);
      boolean place = isPlaceWord(text, word, at);
      if (word == at || (!place && (words > 0 || Words.isEnglish(text, word, at)))) {
        break;
      }
      if (words > 0
          && start >= 0
          && isPlain(text, word) != isPlain(text, start)
          && isPlain(text, word)) {
        break;
      }
      name |= place;
      start = word;
      if (word == 0 || text.charAt(word - 1) != ' ') {
        break;
      }
      at = word - 1;
    }
    return name ? start : -1;
  }

  private static boolean isPlain(String text, int at) {
    return !Names.startsName(text, at);
  }

  /** {@code 9 avenue Montcalm}: the start of the number in front of up to five words. */
  private static int numberBefore(String text, int comma) {
    int at = comma;
    boolean name = false;
    for (int words = 0; words <= MAX_WORDS && at > 0; words++) {
      int word = wordStart(text, at);
      if (word == at || word < 2 || text.charAt(word - 1) != ' ') {
        return -1;
      }
      name |= isPlaceWord(text, word, at);
      at = word - 1;
      int digits = at;
      while (digits > 0 && at - digits < MAX_HOUSE && Chars.isAlnum(text.charAt(digits - 1))) {
        digits--;
      }
      boolean bound = digits == 0 || !Chars.isAlnum(text.charAt(digits - 1));
      if (digits < at && bound && Chars.isDigit(text.charAt(digits))) {
        return name ? digits : -1;
      }
    }
    return -1;
  }

  private static int wordStart(String text, int end) {
    int start = end;
    while (start > 0 && end - start < 40 && isWordChar(text.charAt(start - 1))) {
      start--;
    }
    return start;
  }

  private static boolean isWordChar(char c) {
    return Character.isLetter(c) || c == '-' || c == '\'' || c == '.' || c == '\u2019';
  }

  /** A word that names a place: no common one, and no unit. */
  private static boolean isPlaceWord(String text, int from, int end) {
    int bare = Extents.trimmed(text, from, end);
    if (bare - from < 3) {
      return false;
    }
    return Names.startsName(text, from)
        ? !Words.isCommon(text, from, bare)
        : Character.isLetter(text.charAt(from))
            && bare - from >= 4
            && !Words.isEnglish(text, from, bare);
  }
}
