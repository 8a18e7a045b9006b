package dev.candor.telemetry.scrub;

/** Numbers that name someone by their shape and check digits, and addresses of networks. */
final class Numbers {
  private static final int MAX_GROUPS = 8;

  private Numbers() {}

  static void scan(String text, Findings out) {
    int length = text.length();
    int at = 0;
    while (at < length) {
      char c = text.charAt(at);
      if (Chars.isHex(c) || c == ':') {
        int end = Addresses.runEnd(text, at);
        boolean bound = at == 0 || !Chars.isAlnum(text.charAt(at - 1));
        if (bound && end > at) {
          int found = Addresses.verify(text, at, end, out);
          if (found > at) {
            at = found;
            continue;
          }
        }
        if (Chars.isDigit(c)) {
          at = digits(text, at, bound, out);
          continue;
        }
        at = c == ':' ? at + 1 : Math.max(at + 1, lettersEnd(text, at));
      } else {
        at++;
      }
    }
  }

  private static int lettersEnd(String text, int from) {
    int at = from;
    while (at < text.length() && Chars.isLetter(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /** Verifies what starts at a group of digits; returns where to go on. */
  private static int digits(String text, int from, boolean bound, Findings out) {
    int end = groupEnd(text, from);
    int lettersBefore = 0;
    while (lettersBefore < 7
        && from - lettersBefore > 0
        && Chars.isLetter(text.charAt(from - lettersBefore - 1))) {
      lettersBefore++;
    }
    int found = 0;
    boolean apart = lettersBefore == 0 && from > 2 && text.charAt(from - 1) == ' ';
    if (apart && Chars.isUpper(text.charAt(from - 2)) && Chars.isUpper(text.charAt(from - 3))) {
      found = PersonalIds.insuranceApart(text, from - 3, from, out);
      if (found > 0) {
        return found;
      }
    }
    if (lettersBefore > 0 && end - from >= 15 && end - from <= 16) {
      // "card4111111111111111"
      found = groups(text, from, end, out);
    } else if (lettersBefore > 0 && lettersBefore < 7) {
      found = PersonalIds.verify(text, from - lettersBefore, from, end, out);
    } else if (bound) {
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
          end == text.length() || (!Chars.isAlnum(text.charAt(end)) && text.charAt(end) != '_');
      if (closed
          && !fraction
          && Shapes.fits(text, from, end, lengths, separators, group + 1, total)) {
        found = end;
      }
      int next = separatorEnd(text, end);
      if (next == end || next >= text.length() || !Chars.isDigit(text.charAt(next)) || total > 22) {
        break;
      }
      separators = separators << 4 | separatorCode(text.charAt(end));
      at = next;
      end = groupEnd(text, at);
    }
    if (found > 0) {
      int start = from;
      while (start > 0 && from - start < 3 && "+(".indexOf(text.charAt(start - 1)) >= 0) {
        start--;
      }
      out.add(start, found, Kind.ID);
    }
    return found;
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
    return switch (c) {
      case ' ', '\u00a0', '\u202f' -> 1;
      case '-', '\u2011', '\u2010', '\u2013' -> 2;
      case '.' -> 3;
      case '/' -> 4;
      case '(' -> 5;
      case ')' -> 6;
      default -> 0;
    };
  }
}
