package dev.candor.telemetry.scrub;

/** Cards of contacts: lines whose word at the start says what they hold, without a label. */
final class ContactCards {
  /** Name, birthday, address, invited persons. */
  static final String[] STARTS = {
    "n:", "n;", "bday:", "bday;", "adr:", "adr;", "deathdate:", "fn:", "fn;", "org:", "org;"
  };

  private static final int MAX_CARD_LINE = 400;

  private ContactCards() {}

  static void verify(String text, int start, int end, Findings out) {
    boolean first = start == 0 || text.charAt(start - 1) == '\n' || isEscapedBreak(text, start);
    if (!first) {
      return;
    }
    int stop = lineEnd(text, end);
    int value = end;
    if (text.charAt(end - 1) == ';') {
      // Parameters stand in front of the colon.
      int colon = Extents.indexOf(text, ':', end, Math.min(80, stop - end));
      value = colon < 0 ? stop : colon + 1;
    }
    char kind = Chars.lower(text.charAt(start));
    if (kind == 'f' || kind == 'o') {
      words(text, value, stop, out);
      return;
    }
    int second = Extents.indexOf(text, ';', value, stop - value);
    boolean list = second >= 0 && Extents.indexOf(text, ';', second + 1, stop - second - 1) >= 0;
    list &= Extents.indexOf(text, ':', value, stop - value) < 0;
    list &= Extents.indexOf(text, '=', value, stop - value) < 0;
    if (stop <= value || Placeholders.at(text, value)) {
      return;
    }
    if (kind == 'b' || kind == 'd') {
      if (Extents.digits(text, value, stop) >= 4) {
        out.add(value, stop, Kind.ID);
      }
    } else if (list) {
      out.add(value, stop, Kind.NAME);
    }
  }

  /** The full name of a person or a house: two words or more, and no numbers. */
  private static void words(String text, int from, int end, Findings out) {
    int blank = Extents.indexOf(text, ' ', from + 1, end - from - 1);
    if (end - from > 3
        && blank > 0
        && blank < end - 1
        && Character.isLetter(text.charAt(from))
        && Extents.digits(text, from, end) == 0
        && !Placeholders.at(text, blank + 1)
        && !Words.isCommon(text, from, blank)) {
      out.add(from, end, Kind.NAME);
    }
  }

  private static boolean isEscapedBreak(String text, int at) {
    return text.startsWith("\\n", at - 2);
  }

  /** A line ends with its break, also where that is written as an escape. */
  private static int lineEnd(String text, int from) {
    int end = from;
    int limit = Math.min(text.length(), from + MAX_CARD_LINE);
    while (end < limit && text.charAt(end) >= ' ' && text.charAt(end) != '"') {
      if (text.charAt(end) == '\\'
          && end + 1 < limit
          && "nr\\".indexOf(text.charAt(end + 1)) >= 0) {
        break;
      }
      end++;
    }
    return end;
  }
}
