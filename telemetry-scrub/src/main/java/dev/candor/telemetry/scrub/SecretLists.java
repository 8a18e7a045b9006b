package dev.candor.telemetry.scrub;

/** Secrets of more than one word, and more than one secret behind a label. */
final class SecretLists {
  private static final int MAX_ITEMS = 32;
  private static final int MAX_LINE = 200;
  private static final int MAX_WORDS = 5;

  private SecretLists() {}

  /**
   * The other members of a list that starts with the secret between {@code from} and {@code to}.
   */
  static void rest(String text, int from, int to, Findings out) {
    int open = from - 1;
    while (open > 0 && from - open < 4 && "\\\"' ".indexOf(text.charAt(open)) >= 0) {
      open--;
    }
    char kind = open > 0 ? text.charAt(open) : 0;
    if (kind != '[' && (kind != '-' || text.charAt(open + 1) != ' ')) {
      return;
    }
    int at = to;
    for (int items = 0; items < MAX_ITEMS; items++) {
      at = kind == '[' ? behindComma(text, at) : nextLine(text, at);
      if (at < 0) {
        return;
      }
      char quote = text.charAt(at);
      int start = Labels.isQuote(quote) ? at + 1 : at;
      int close = start > at ? Extents.closing(text, start, quote) : Extents.tokenEnd(text, at);
      if (close <= start) {
        return;
      }
      if (!Placeholders.at(text, start)) {
        out.add(start, close, Kind.SECRET);
      }
      at = close;
    }
  }

  private static int behindComma(String text, int from) {
    int at = skip(text, from, "\\\"'> ");
    return at < text.length() && text.charAt(at) == ','
        ? start(text, skip(text, at + 1, "\\ \n\r\t"))
        : -1;
  }

  private static int nextLine(String text, int from) {
    int at = skip(text, from, "\"'> \r");
    int dash =
        at < text.length() && text.charAt(at) == '\n' ? skip(text, at + 1, " ") : text.length();
    int end = Extents.indexOf(text, '\n', dash, MAX_LINE);
    int pair = Extents.indexOf(text, ':', dash, (end < 0 ? text.length() : end) - dash);
    return pair < 0 && text.startsWith("- ", dash) ? start(text, dash + 2) : -1;
  }

  private static int start(String text, int at) {
    return at < text.length() ? at : -1;
  }

  private static int skip(String text, int from, String marks) {
    int at = from;
    while (at < text.length() && at - from < 24 && marks.indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at;
  }

  /**
   * The end of a secret of several words: all that an element of markup holds, or all behind a
   * label and a colon that stand alone on their line; {@code from} if there is no such.
   */
  static int textEnd(String text, int label, int from) {
    if (text.charAt(from - 1) == '>') {
      int end = Extents.indexOf(text, '<', from, MAX_LINE);
      return end > 0 && text.startsWith("</", end) ? end : from;
    }
    boolean colon = text.charAt(from - 1) == ' ' && text.charAt(from - 2) == ':';
    return colon && Cells.isCell(text, label, '\n') ? phraseEnd(text, from) : from;
  }

  private static int phraseEnd(String text, int from) {
    int at = from;
    for (int words = 0; words < MAX_WORDS; words++) {
      int end = at;
      while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
        end++;
      }
      if (end == at || Words.isEnglish(text, at, end)) {
        return from;
      }
      if (end == text.length() || text.charAt(end) == '\n') {
        return words > 0 ? end : from;
      }
      if (text.charAt(end) != ' ') {
        return from;
      }
      at = end + 1;
    }
    return from;
  }
}
