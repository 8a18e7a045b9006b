package dev.candor.telemetry.scrub;

/** What stands around a label: cells of a row, tags, options, colours of a terminal. */
final class Cells {
  private static final int MAX_GAP = 32;
  private static final int MAX_LINE = 200;
  private static final int MAX_TAG = 48;
  private static final int MAX_COLOUR = 12;

  private Cells() {}

  /** Whether the label fills a cell: a separator or the edge of the line in front of it. */
  static boolean isCell(String text, int start, char separator) {
    int name = nameStart(text, start);
    int from = name;
    while (from > 0 && name - from < 4 && text.charAt(from - 1) == ' ') {
      from--;
    }
    if (from == 0) {
      return true;
    }
    char before = text.charAt(from - 1);
    return before == '\n' || (before == separator && (separator != ',' || from == name));
  }

  static boolean isContent(String text, int start) {
    int from = nameStart(text, start);
    return from > 0 && text.charAt(from - 1) == '>';
  }

  /** An equals sign with something behind it, unlike the padding of base64. */
  private static boolean isAssignment(String text, int at) {
    char after = at + 1 < text.length() ? text.charAt(at + 1) : 0;
    return text.charAt(at) == '=' && after != '=' && after >= ' ';
  }

  /** Whether a compound stands in brackets of its own. */
  static boolean isBracketed(String text, int start) {
    int from = nameStart(text, start);
    return from > 0 && "([".indexOf(text.charAt(from - 1)) >= 0;
  }

  /** {@code <user type="s">}, also with a name space. */
  static boolean isTag(String text, int start) {
    int from = nameStart(text, start);
    from = from > 0 && text.charAt(from - 1) == ':' ? nameStart(text, from - 1) : from;
    return from > 0 && text.charAt(from - 1) == '<';
  }

  /** Whether no part of a path or address stands in front of a compound. */
  static boolean isFirst(String text, int start) {
    int from = nameStart(text, start);
    return from == 0 || "/\\.:".indexOf(text.charAt(from - 1)) < 0;
  }

  /** The start of a compound such as {@code db_password} that the label ends. */
  private static int nameStart(String text, int start) {
    int from = start;
    while (from > 0
        && start - from < MAX_TAG
        && (Chars.isAlnum(text.charAt(from - 1)) || "_-".indexOf(text.charAt(from - 1)) >= 0)) {
      from--;
    }
    return from;
  }

  /** {@code --user alice}: an option's value stands behind a blank. */
  static boolean isOption(String text, int start) {
    int at = start;
    while (at > 0
        && start - at < 24
        && (Chars.isAlnum(text.charAt(at - 1)) || ".-_".indexOf(text.charAt(at - 1)) >= 0)) {
      at--;
    }
    return text.startsWith("--", at);
  }

  /** {@code **user**: jdoe}, and colours of a terminal: behind the mark, or {@code at}. */
  static int mark(String text, int at, boolean plain) {
    if (text.charAt(at) == '*') {
      return plain ? at + 1 : at;
    }
    return Extents.next(text, at) == '[' ? colourEnd(text, at) : at;
  }

  /** Behind the colour code that starts at {@code at}. */
  private static int colourEnd(String text, int at) {
    int to = at + 2;
    while (to < text.length() && to - at < MAX_COLOUR && !Chars.isLetter(text.charAt(to))) {
      to++;
    }
    return Math.min(to + 1, text.length());
  }

  /** The value on the line below {@code at}, or -1: it stands alone and is no pair of its own. */
  static int below(String text, int at, Label label) {
    int from = at;
    while (from < text.length() && from - at < MAX_GAP && text.charAt(from) <= ' ') {
      from++;
    }
    if (label == Label.PASSWORD && text.startsWith("- ", from)) {
      from += 2; // the first of a list
    }
    int to = from;
    while (to < text.length() && to - from < MAX_LINE && text.charAt(to) >= ' ') {
      char c = text.charAt(to);
      boolean pair =
          isAssignment(text, to)
              || (c == ':' && to + 1 < text.length() && text.charAt(to + 1) <= ' ');
      if (pair || (c == '<' && !text.startsWith("</", to))) {
        return -1;
      }
      to++;
    }
    boolean item = to > from && (text.charAt(from) == '-' || text.charAt(to - 1) == ':');
    boolean pairs = label == Label.HEADER && !Extents.isAlone(text, Extents.tokenEnd(text, from));
    return to == from || item || pairs ? -1 : from;
  }
}
