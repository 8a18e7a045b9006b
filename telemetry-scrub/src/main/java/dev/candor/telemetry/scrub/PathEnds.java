package dev.candor.telemetry.scrub;

/** Where a path ends: blanks, brackets and marks of a sentence may belong to it. */
final class PathEnds {
  private static final int MAX_PATH = 4_096;

  private static final int MAX_BRIDGE = 40;

  private static final AsciiSet MARKS = AsciiSet.of(".,;:!'");
  private static final AsciiSet NAME = AsciiSet.alnumAnd("._-~+=@%#$^!");

  private PathEnds() {}

  /** Where a path ends: at its closing quote, else behind blanks that lead on to a separator. */
  static int end(String text, int from, char separator, char quote) {
    if (quote != 0) {
      int limit = Math.min(text.length(), from + MAX_PATH);
      for (int i = from; i < limit && text.charAt(i) != '\n'; i++) {
        if (text.charAt(i) == quote) {
          return text.charAt(i - 1) == '\\' && i - 1 > from ? i - 1 : i;
        }
      }
    }
    int end = plainEnd(text, from, separator);
    while (end - from < MAX_PATH) {
      int bridge = bridge(text, from, end, separator);
      if (bridge == end) {
        return end;
      }
      end = bridge;
    }
    return end;
  }

  /**
   * The end of the next part if the blank at {@code end} stands inside a name; else {@code end}.
   */
  private static int bridge(String text, int from, int end, char separator) {
    if (end >= text.length() || text.charAt(end) != ' ' || end + 1 >= text.length()) {
      return end;
    }
    int segment = end;
    while (segment > from && !isSeparator(text.charAt(segment - 1), separator)) {
      segment--;
    }
    boolean extension = hasExtension(text, segment, end);
    int at = end + 1;
    int words = 0;
    while (at < text.length() && at - end < MAX_BRIDGE && words < 5) {
      char c = text.charAt(at);
      if (isSeparator(c, separator)) {
        boolean inside = text.charAt(at - 1) != ' ' && !extension;
        return inside ? plainEnd(text, at, separator) : end;
      }
      if (c == ' ') {
        words++;
        if (text.charAt(at - 1) == ' ') {
          break;
        }
      } else if (!isNameChar(text, at)) {
        break;
      }
      at++;
    }
    if (extension) {
      return end;
    }
    return fileBehind(text, segment, end);
  }

  /** {@code …/Smith Lab} and {@code …/My file (2).tif}: capitals, or words up to an extension. */
  private static int fileBehind(String text, int segment, int end) {
    int at = end;
    for (int words = 0; words < 5 && at < text.length() && text.charAt(at) == ' '; words++) {
      int stop = at + 1;
      while (stop < text.length()
          && (isNameChar(text, stop) || text.charAt(stop) == '(' || text.charAt(stop) == ')')) {
        stop++;
      }
      if (stop == at + 1) {
        break;
      }
      int bare = stop;
      while (bare > at && ".,:;)".indexOf(text.charAt(bare - 1)) >= 0) {
        bare--;
      }
      if (hasExtension(text, at + 1, bare)) {
        return bare;
      }
      at = stop;
    }
    boolean capital =
        segment < end && (Chars.isUpper(text.charAt(segment)) || text.charAt(segment) >= 128);
    int next = end + 1;
    if (capital
        && (Chars.isUpper(text.charAt(next))
            || (text.charAt(next) >= 128 && Character.isLetter(text.charAt(next))))) {
      int stop = next;
      while (stop < text.length()
          && (Character.isLetterOrDigit(text.charAt(stop))
              || text.charAt(stop) == '_'
              || text.charAt(stop) == '-')) {
        stop++;
      }
      return stop;
    }
    return end;
  }

  private static boolean hasExtension(String text, int from, int end) {
    int dot = end - 1;
    while (dot > from && end - dot <= 6 && Chars.isAlnum(text.charAt(dot))) {
      dot--;
    }
    return dot > from
        && text.charAt(dot) == '.'
        && end - dot >= 2
        && Chars.isLetter(text.charAt(dot + 1));
  }

  static boolean isSeparator(char c, char separator) {
    return c == '/' || (c == '\\' && separator == '\\');
  }

  /** The end of the run of name characters and separators, without marks of the sentence. */
  static int plainEnd(String text, int from, char separator) {
    int end = from;
    int limit = Math.min(text.length(), from + MAX_PATH);
    while (end < limit && (isSeparator(text.charAt(end), separator) || isNameChar(text, end))) {
      end++;
    }
    while (end > from + 1 && MARKS.has(text.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  static int segmentEnd(String text, int from, int limit, char separator) {
    int end = from;
    while (end < limit && !isSeparator(text.charAt(end), separator)) {
      end++;
    }
    return end;
  }

  private static boolean isNameChar(String text, int at) {
    char c = text.charAt(at);
    if (NAME.has(c)) {
      return true;
    }
    if (c >= 128) {
      return Character.isLetterOrDigit(c)
          || Character.getType(c) == Character.NON_SPACING_MARK
          || Character.isSurrogate(c);
    }
    char next = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
    if (c == '\'' || c == ',' || c == '&') {
      return at > 0 && Chars.isAlnum(text.charAt(at - 1)) && Chars.isAlnum(next) && c != ',';
    }
    if (c == '(' || c == '[') {
      int close = at + 1;
      while (close < text.length() && close - at < 32 && Chars.isAlnum(text.charAt(close))) {
        close++;
      }
      return close > at + 1
          && close < text.length()
          && text.charAt(close) == (c == '(' ? ')' : ']')
          && at > 0
          && text.charAt(at - 1) != ' ';
    }
    return (c == ')' || c == ']') && isClosing(text, at, c == ')' ? '(' : '[');
  }

  private static boolean isClosing(String text, int at, char open) {
    int start = at - 1;
    while (start > 0 && at - start < 32 && Chars.isAlnum(text.charAt(start))) {
      start--;
    }
    return start > 0
        && start < at - 1
        && text.charAt(start) == open
        && text.charAt(start - 1) != ' '
        && !Labels.isQuote(text.charAt(start - 1));
  }
}
