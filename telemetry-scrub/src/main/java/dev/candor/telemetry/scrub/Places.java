package dev.candor.telemetry.scrub;

/** Places on earth: coordinates and postal addresses behind a label, degrees with a direction. */
final class Places {
  private Places() {}

  /** {@code 48.1371° N, 11.5754° E} and {@code 48°08'13"N}: a degree with a direction. */
  static void degrees(String text, int degree, Findings out) {
    int from = degree;
    while (from > 0
        && degree - from < 12
        && (Chars.isDigit(text.charAt(from - 1)) || ".-".indexOf(text.charAt(from - 1)) >= 0)) {
      from--;
    }
    int at = degree + 1;
    while (at < text.length()
        && at - degree < 16
        && (Chars.isDigit(text.charAt(at))
            || " .'\"\u2032\u2033\u2019\u201d".indexOf(text.charAt(at)) >= 0)) {
      at++;
    }
    boolean direction =
        at < text.length()
            && "NSEWOnsewo".indexOf(text.charAt(at)) >= 0
            && (at + 1 == text.length() || !Chars.isAlnum(text.charAt(at + 1)));
    if (from < degree && direction) {
      out.add(from, at + 1, Kind.ID);
    }
  }

  /**
   * {@code POINT(11.57549 48.13743)}, {@code position: 48.13743, 11.57549}: the digits of a map.
   */
  static void point(String text, int from, Findings out) {
    int at = from;
    for (int number = 0; number < 2; number++) {
      while (at < text.length() && at - from < 40 && "+- ,;(".indexOf(text.charAt(at)) >= 0) {
        at++;
      }
      int whole = Numbers.groupEnd(text, at);
      boolean dot =
          whole > at && whole - at < 4 && whole < text.length() && text.charAt(whole) == '.';
      int end = dot ? Numbers.groupEnd(text, whole + 1) : whole;
      if (!dot || end - whole < 6 || end - whole > 8) {
        return;
      }
      at = end;
    }
    if (at >= text.length() || !Chars.isAlnum(text.charAt(at))) {
      out.add(from, at, Kind.ID);
    }
  }

  static void coordinates(String text, int start, boolean strong, Findings out) {
    int word = Labels.wordEnd(text, start);
    boolean point = text.startsWith("(", word) && word > start;
    int from = point ? word + 1 : start;
    int at = from;
    int end = from;
    int numbers = 0;
    boolean fraction = false;
    // Quotes are minutes and seconds only behind degrees.
    boolean degree = false;
    while (at < text.length() && at - from < 120) {
      char c = text.charAt(at);
      if (Chars.isDigit(c)) {
        numbers++;
        while (at < text.length() && (Chars.isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
          fraction |= text.charAt(at) == '.';
          at++;
        }
        end = at;
      } else if (c == '-' && at > from && Chars.isDigit(text.charAt(at - 1))) {
        // A date or a range.
        return;
      } else if ("+-, ;/([)]".indexOf(c) >= 0) {
        at++;
      } else if ("\u00b0\u2032\u2033'\"NSEWnsew\u00ba".indexOf(c) >= 0
          && !Chars.isLetter(Extents.next(text, at))
          && (degree || "\"'".indexOf(c) < 0)) {
        fraction |= c == '\u00b0';
        degree |= c == '\u00b0' || c == '\u00ba';
        at++;
        end = at;
      } else {
        break;
      }
    }
    if (fraction && numbers > 0 && (strong || numbers > 1 || end - from >= 7)) {
      out.add(from, end, Kind.ID);
    }
  }

  /** Whether text behind a label reads like a place: a number and words, or a code alone. */
  /**
   * {@code Zwanenburgwal 145, 88395 Hoogkarspel}: a word and a number, a code and a town. Answers
   * the end of what was found at the code that starts at {@code from}, or 0.
   */
  static int postal(String text, int from, int groupEnd, Findings out) {
    if (from < 8 || text.charAt(from - 1) != ' ' || text.charAt(from - 2) != ',') {
      return 0;
    }
    int end = codeEnd(text, from, groupEnd);
    if (end < 0 || end + 3 >= text.length() || text.charAt(end) != ' ') {
      return 0;
    }
    int town = end + 1;
    int townEnd = Names.wordStop(text, town);
    if (!isPlaceWord(text, town, townEnd)) {
      return 0;
    }
    int house = from - 2;
    while (house > 0 && from - 2 - house < 6 && Chars.isAlnum(text.charAt(house - 1))) {
      house--;
    }
    int street = house - 1;
    while (street > 0 && Character.isLetter(text.charAt(street - 1)) && house - street < 40) {
      street--;
    }
    if (house < 2
        || !Chars.isDigit(text.charAt(house))
        || text.charAt(house - 1) != ' '
        || !isPlaceWord(text, street, house - 1)) {
      return 0;
    }
    int place = Names.nameEnd(text, town, townEnd);
    out.add(street, place, Kind.NAME);
    return place;
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

  private static boolean isPlaceWord(String text, int from, int end) {
    int bare = Extents.trimmed(text, from, end);
    return bare - from >= 3
        && Names.startsName(text, from)
        && !Words.isCommon(text, from, bare)
        && !Names.allUpper(text, from, bare);
  }

  /** Digits and a few capitals. */
  static boolean isCode(String text, int from, int end) {
    return Extents.digits(text, from, end) >= 3 && end - from < 40 && !text.startsWith("0x", from);
  }

  static boolean isAddress(String text, int from, int end, boolean strong) {
    int letters = 0;
    int digits = 0;
    int words = 0;
    for (int i = from; i < end; i++) {
      char c = text.charAt(i);
      letters += Character.isLetter(c) ? 1 : 0;
      digits += Chars.isDigit(c) ? 1 : 0;
      words += c == ' ' || c >= 0x2e80 ? 1 : 0;
    }
    if (text.startsWith("0x", from)) {
      return false;
    }
    if (!strong) {
      return letters >= 3 && digits > 0 && words > 0 && Names.startsName(text, from);
    }
    return letters >= 3 && words > 0 && (digits > 0 || Names.isName(text, from, end));
  }
}
