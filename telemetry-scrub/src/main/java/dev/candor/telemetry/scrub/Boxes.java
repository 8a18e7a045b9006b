package dev.candor.telemetry.scrub;

/** Post-office boxes with the town behind them. */
final class Boxes {
  /** In front of the number. */
  static final String[] WORDS = {
    "p.o. box ",
    "po box ",
    "p.o.box ",
    "post office box ",
    "postfach ",
    "bo\u00eete postale ",
    "boite postale ",
    "apartado de correos ",
    "apartado postal ",
    "casella postale ",
    "caixa postal ",
    "skrytka pocztowa ",
    "postbus ",
    "postboks ",
    "private bag "
  };

  private static final int MAX_WORDS = 6;

  private Boxes() {}

  /** {@code P.O. Box 5608, Cambridge CB2 1TN}: the number, then words and codes of a place. */
  static void verify(String text, int start, int end, Findings out) {
    int number = Numbers.groupEnd(text, end);
    if (number == end || (start > 0 && Chars.isAlnum(text.charAt(start - 1)))) {
      return;
    }
    int to = number;
    int at = number;
    for (int words = 0; words < MAX_WORDS && at < text.length(); words++) {
      int from = at + (text.startsWith(", ", at) ? 2 : text.charAt(at) == ' ' ? 1 : 0);
      int stop = from;
      while (stop < text.length() && stop - from < 30 && isPart(text.charAt(stop))) {
        stop++;
      }
      boolean code = Extents.digits(text, from, stop) > 0;
      if (from == at || stop == from || (!code && Words.isEnglish(text, from, stop))) {
        break;
      }
      if (!code && !text.startsWith(", ", at) && Chars.isLower(text.charAt(from))) {
        break;
      }
      to = stop;
      at = stop;
    }
    out.add(start, to, Kind.NAME);
  }

  private static boolean isPart(char c) {
    return Character.isLetterOrDigit(c) || c == '-' || c == '\'';
  }
}
