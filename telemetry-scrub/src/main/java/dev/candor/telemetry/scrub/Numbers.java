package dev.candor.telemetry.scrub;

/** Numbers that name someone by their shape and check digits, and addresses of networks. */
final class Numbers {
  private static final int MAX_GROUPS = 8;
  // No shape has fewer digits.
  private static final int MIN_DIGITS = 8;
  // Fewer in one group need others beside them.
  private static final int MIN_ALONE = 6;
  // Of the longest hardware address.
  private static final int MAX_LETTERS = 23;
  // Of a card in one group, which is told also in front of an underscore.
  private static final int CARD = 16;

  // In front of a group, they make it the rest of a longer number or of a date.
  private static final AsciiSet REST = AsciiSet.of("-./:");
  private static final AsciiSet INSIDE = AsciiSet.of("-./:+(");

  // From the blank to the slash: blank 1, dash 2, dot 3, slash 4, brackets 5 and 6.
  private static final byte[] SEPARATORS = {1, 0, 0, 0, 0, 0, 0, 0, 5, 6, 0, 0, 0, 2, 3, 4};

  private static final WordSet BAUDS =
      WordSet.of(
          """
          1200 2400 4800 9600 14400 19200 28800 31250 38400 57600 115200 230400 250000 256000 460800
          500000 921600 1000000 1500000 2000000 3000000 4000000
          """);

  private Numbers() {}

  /** Looks at the marked positions: groups of digits, and colons. */
  static void scan(String text, Marks marks, Marks digits, Findings out) {
    int floor = 0;
    for (int at = marks.next(0); at >= 0; at = marks.next(floor)) {
      int found = addressBefore(text, at, floor, out);
      floor = found > at ? found : startAt(text, at, digits.nextClear(at), out);
    }
  }

  /** An address whose first characters are the letters {@code a} to {@code f}. */
  private static int addressBefore(String text, int at, int floor, Findings out) {
    int start = at;
    while (start > floor && at - start < MAX_LETTERS && isAddressLetter(text.charAt(start - 1))) {
      start--;
    }
    for (int i = start; i < at; i++) {
      if (Chars.isHex(text.charAt(i)) && isBound(text, i)) {
        int found = Addresses.verify(text, i, out);
        if (found > i) {
          return found;
        }
      }
    }
    return 0;
  }

  private static boolean isAddressLetter(char c) {
    return c == '-' || c == '.' || (!Chars.isDigit(c) && Chars.isHex(c));
  }

  /**
   * Verifies an address or a number that starts at a mark; returns where to go on.
   *
   * @param groupEnd where its digits end, or the mark itself if it is a colon
   */
  private static int startAt(String text, int at, int groupEnd, Findings out) {
    boolean bound = isBound(text, at);
    boolean digit = groupEnd > at;
    int end = digit ? groupEnd : at + 1;
    if (digit && at > 3 && text.charAt(at - 1) == ':' && Chars.isAlnum(text.charAt(at - 2))) {
      Beside.port(text, at - 1, end, out);
    }
    if (digit && bound && end - at == 6 && isCompactClock(text, at, end)) {
      return end + 7;
    }
    if (digit && bound && end - at < MIN_ALONE) {
      int alone = aloneEnd(text, at, end);
      if (alone > 0) {
        return alone;
      }
      int time = timeEnd(text, at, end);
      if (time > end) {
        Machines.syslog(text, time, out);
        return time;
      }
    }
    if (bound && end < text.length() && isAddressMark(text.charAt(end), digit)) {
      int found = Addresses.verify(text, at, out);
      if (found > at) {
        return found;
      }
    }
    return digit ? digits(text, at, end, bound, out) : end;
  }

  /** The end of a short number, or of a short fraction such as {@code 12.25}; else 0. */
  private static int aloneEnd(String text, int from, int end) {
    if (isAlone(text, from, end)) {
      return end;
    }
    if (end + 1 >= text.length()
        || text.charAt(end) != '.'
        || !Chars.isDigit(text.charAt(end + 1))
        || (from > 0 && INSIDE.has(text.charAt(from - 1)))) {
      return 0;
    }
    int fraction = groupEnd(text, end + 1);
    boolean letter = fraction < text.length() && Chars.isLetter(text.charAt(fraction));
    return fraction - from <= MIN_ALONE && !letter && isAlone(text, from, fraction) ? fraction : 0;
  }

  /**
   * Few digits with no more behind them, no letters in front: a count, a size, a version's part.
   */
  private static boolean isAlone(String text, int from, int end) {
    char before = from > 2 && text.charAt(from - 1) == ' ' ? text.charAt(from - 2) : 0;
    if (before == ',' || Chars.isUpper(before) || isState(text, from)) {
      return false;
    }
    if (end == text.length()) {
      return true;
    }
    char after = text.charAt(end);
    if (Chars.isLetter(after)) {
      return !Chars.isHex(after);
    }
    if (after == ':' || after == '[') {
      return false;
    }
    int next = separatorEnd(text, end);
    if (next >= text.length()) {
      return true;
    }
    boolean pairs = after == '-' || after == '.';
    return pairs ? !Chars.isAlnum(text.charAt(next)) : !Chars.isDigit(text.charAt(next));
  }

  /** Behind two letters and a comma, such as {@code springfield, ny 84054}. */
  private static boolean isState(String text, int from) {
    return from > 5
        && text.charAt(from - 5) == ','
        && text.charAt(from - 4) == ' '
        && Chars.isLetter(text.charAt(from - 3))
        && Chars.isLetter(text.charAt(from - 2));
  }

  /**
   * Behind {@code 2026-11-20 10:17:28}, {@code 26/11/20 10:17:28} or {@code 10:17:28}, the start of
   * most lines of logs; else 0. Six pairs in a row may be an address.
   */
  private static int timeEnd(String text, int from, int end) {
    if (from > 0 && REST.has(text.charAt(from - 1))) {
      return 0;
    }
    int length = end - from;
    char separator = end < text.length() ? text.charAt(end) : 0;
    if (length == 2 && separator == ':') {
      return clockEnd(text, from);
    }
    boolean date =
        (length == 4 || (length == 2 && separator == '/'))
            && (separator == '-' || separator == '/')
            && isPair(text, end + 1)
            && end + 3 < text.length()
            && text.charAt(end + 3) == separator
            && isPair(text, end + 4)
            && end + 6 < text.length()
            && (text.charAt(end + 6) == ' ' || text.charAt(end + 6) == 'T');
    return date ? clockEnd(text, end + 7) : 0;
  }

  /**
   * {@code 081109 203615}: a day and a time without marks, in front of the rest of a log's line.
   */
  private static boolean isCompactClock(String text, int from, int end) {
    int clock = end + 1;
    return Numbers.groupEnd(text, clock) == clock + 6
        && text.charAt(end) == ' '
        && text.startsWith(" ", clock + 6)
        && (from == 0 || text.charAt(from - 1) == '\n')
        && Checks.isDay(text, from + 4, from + 2)
        && text.charAt(clock) <= '2'
        && text.charAt(clock + 2) <= '5'
        && text.charAt(clock + 4) <= '5';
  }

  private static int clockEnd(String text, int from) {
    int end = from + 8;
    boolean clock =
        isPair(text, from)
            && isPair(text, from + 3)
            && isPair(text, from + 6)
            && text.charAt(from + 2) == ':'
            && text.charAt(from + 5) == ':';
    if (!clock || (end < text.length() && isAfterClock(text.charAt(end)))) {
      return 0;
    }
    return end;
  }

  /** What would make a clock the beginning of something else. */
  private static boolean isAfterClock(char c) {
    return c == ':' || c == '-' || Chars.isAlnum(c);
  }

  private static boolean isPair(String text, int at) {
    return at + 1 < text.length()
        && Chars.isDigit(text.charAt(at))
        && Chars.isDigit(text.charAt(at + 1));
  }

  /** Behind its first digits an address goes on with one of these, behind a colon with another. */
  private static boolean isAddressMark(char c, boolean digit) {
    return digit ? c == ':' || c == '.' || c == '-' || c == '[' || Chars.isHex(c) : c == ':';
  }

  private static boolean isBound(String text, int at) {
    return at == 0 || !Chars.isAlnum(text.charAt(at - 1));
  }

  /** Verifies what starts at a group of digits; returns where to go on. */
  private static int digits(String text, int from, int end, boolean bound, Findings out) {
    int lettersBefore = 0;
    while (lettersBefore < 7
        && from - lettersBefore > 0
        && Chars.isLetter(text.charAt(from - lettersBefore - 1))) {
      lettersBefore++;
    }
    int found =
        end < text.length() && text.charAt(end) == '.' ? MapPoints.verify(text, from, end, out) : 0;
    found = found > 0 ? found : Postal.verify(text, from, end, out);
    if (found > 0) {
      return found;
    }
    boolean apart = lettersBefore == 0 && from > 2 && text.charAt(from - 1) == ' ';
    if (apart && Chars.isLetter(text.charAt(from - 2)) && Chars.isLetter(text.charAt(from - 3))) {
      found = PersonalIds.insuranceApart(text, from - 3, from, out);
      if (found > 0) {
        return found;
      }
    }
    if (lettersBefore > 0 && end - from >= 15 && end - from <= 16) {
      // "card4111111111111111"
      found = groups(text, from, end, out);
    }
    if (found == 0 && lettersBefore > 0 && lettersBefore < 7) {
      found = PersonalIds.verify(text, from - lettersBefore, from, end, out);
    } else if (found == 0 && bound) {
      found = groups(text, from, end, out);
      if (found == 0) {
        found = PersonalIds.verify(text, from, from, end, out);
      }
    }
    return found > 0 ? found : end;
  }

  static int groupEnd(String text, int from) {
    int end = from;
    while (end < text.length() && Chars.isDigit(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /** Reads up to eight groups of digits, one separator each, and holds them against all shapes. */
  private static int groups(String text, int from, int firstEnd, Findings out) {
    if (isRest(text, from)) {
      return 0;
    }
    // Lengths of the groups, four bits each, first group highest; separators likewise.
    long lengths = 0;
    long separators = 0;
    int total = 0;
    int at = from;
    int end = firstEnd;
    int found = 0;
    boolean fraction =
        from > 1 && text.charAt(from - 1) == '.' && Chars.isDigit(text.charAt(from - 2));
    for (int group = 0; group < MAX_GROUPS; group++) {
      int length = end - at;
      if (length > 19) {
        break;
      }
      total += length;
      lengths = lengths << 4 | Math.min(length, 15);
      boolean closed =
          end == text.length()
              || (!Chars.isAlnum(text.charAt(end))
                  && (text.charAt(end) != '_' || (group == 0 && length == CARD)));
      if (closed
          && !fraction
          && total >= MIN_DIGITS
          && Shapes.fits(text, from, end, lengths, separators, group + 1, total)) {
        found = end;
      }
      if (lengths == 0x11 && (from == 0 || "+(".indexOf(text.charAt(from - 1)) < 0)) {
        // "1 2 3": no shape begins so, and there may be many of them.
        break;
      }
      int next = separatorEnd(text, end);
      if (next == end || next >= text.length() || !Chars.isDigit(text.charAt(next)) || total > 22) {
        break;
      }
      separators = separators << 4 | separatorCode(text.charAt(end));
      at = next;
      end = groupEnd(text, at);
    }
    if (found > 0 && !isInUuid(text, from)) {
      int start = from;
      while (start > 0 && from - start < 3 && "+(".indexOf(text.charAt(start - 1)) >= 0) {
        start--;
      }
      out.add(start, found, Kind.ID);
    }
    return found;
  }

  /** Groups of an identifier that happen to be digits only. */
  private static boolean isInUuid(String text, int from) {
    for (int before = 0; before <= 19; before += before == 0 ? 9 : 5) {
      int start = from - before;
      if (start >= 0 && start + 36 <= text.length() && Grammars.isUuid(text, start, start + 36)) {
        return true;
      }
    }
    return false;
  }

  /**
   * The rest of a date, a time or a longer number fits no shape: asked once, not for each group.
   */
  private static boolean isRest(String text, int from) {
    return from > 1 && REST.has(text.charAt(from - 1)) && Chars.isDigit(text.charAt(from - 2));
  }

  /** {@code 115200}: the speed of a serial line. */
  static boolean isBaud(String text, int from, int end) {
    return BAUDS.contains(text, from, end);
  }

  /** One separator, or one before and after a bracket: {@code (0) 30}. */
  private static int separatorEnd(String text, int from) {
    int at = from;
    while (at < text.length() && at - from < 3 && separatorCode(text.charAt(at)) > 0) {
      if (at > from && text.charAt(at) == ' ' && text.charAt(at - 1) == ' ') {
        return from;
      }
      at++;
    }
    return at;
  }

  static int separatorCode(char c) {
    if (c < 128) {
      return c >= ' ' && c <= '/' ? SEPARATORS[c - ' '] : 0;
    }
    return switch (c) {
      case '\u00a0', '\u202f' -> 1;
      case '\u2011', '\u2010', '\u2013' -> 2;
      default -> 0;
    };
  }
}
