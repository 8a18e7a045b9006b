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

  /** Digits and a few capitals. */
  static boolean isCode(String text, int from, int end) {
    return Extents.digits(text, from, end) >= 3 && end - from < 40 && !text.startsWith("0x", from);
  }

  /**
   * Whether text behind a label reads like a place: a number and words.
   *
   * @param strong whether words that read like names are enough
   */
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
      return letters >= 3 && digits > 0 && words > 0;
    }
    return letters >= 3 && words > 0 && (digits > 0 || Names.isName(text, from, end));
  }
}
