package dev.candor.telemetry.scrub;

/** Rows below the names of their columns: {@code id,user} and {@code insert into t (id, user)}. */
final class Tables {
  private static final int MAX_LINE = 400;
  private static final int MAX_ROWS = 32;
  private static final int MAX_LIST = 300;
  private static final AsciiSet BEFORE = AsciiSet.of("\n,;|\t(>");
  private static final AsciiSet AFTER = AsciiSet.of("\r\n,;|\t)");
  private static final AsciiSet WRAPPING = AsciiSet.of(" \"'`");

  private Tables() {}

  /** Verifies the cells of the column that a label between {@code start} and {@code end} names. */
  static void verify(String text, int start, int end, Label label, Findings out) {
    int name = start;
    while (name > 0 && start - name < 40 && isNamePart(text.charAt(name - 1))) {
      name--;
    }
    int left = edge(text, name - 1, -1);
    int right = edge(text, end, 1);
    char before = left < 0 ? '\n' : text.charAt(left);
    char after = right >= text.length() ? '\n' : text.charAt(right);
    if (!BEFORE.has(before) || !AFTER.has(after)) {
      return;
    }
    if ((before == ',' || before == '(') && (after == ',' || after == ')')) {
      list(text, start, right, label, out);
    }
    if (before != '(' && after != ')') {
      rows(text, start, before == '\n' || before == '>' ? after : before, label, out);
    }
  }

  private static boolean isNamePart(char c) {
    return Chars.isAlnum(c) || c == '_' || c == '.' || c == '-';
  }

  /** Beyond a quote and blanks around a cell. */
  private static int edge(String text, int from, int step) {
    int at = from;
    while (at >= 0
        && at < text.length()
        && Math.abs(at - from) < 3
        && WRAPPING.has(text.charAt(at))) {
      at += step;
    }
    return at;
  }

  /** {@code (id, user) values (7, 'jdoe'), (8, 'asmith')}. */
  private static void list(String text, int start, int right, Label label, Findings out) {
    // What costs least is asked first: a row of names may be long.
    int close = out.bracketEnd(text, right);
    int at = skipBlanks(text, close + 1);
    if (close - right >= MAX_LIST || !text.regionMatches(true, at, "values", 0, 6)) {
      return;
    }
    int open = start - 1;
    int column = 0;
    while (open >= 0 && start - open < MAX_LIST && text.charAt(open) != '(') {
      column += text.charAt(open) == ',' ? 1 : 0;
      if (text.charAt(open) == ')' || text.charAt(open) == '\n') {
        return;
      }
      open--;
    }
    if (open < 0 || text.charAt(open) != '(') {
      return;
    }
    at = skipBlanks(text, at + 6);
    for (int row = 0; row < MAX_ROWS && at < text.length() && text.charAt(at) == '('; row++) {
      int end = cells(text, start, at + 1, ',', column, label, out);
      at = skipBlanks(text, end + 1);
      at = at < text.length() && text.charAt(at) == ',' ? skipBlanks(text, at + 1) : at;
    }
  }

  private static int skipBlanks(String text, int from) {
    int at = from;
    while (at < text.length() && at - from < 8 && text.charAt(at) <= ' ') {
      at++;
    }
    return at;
  }

  /** The lines below a line of names; the line above that one must be no row. */
  private static void rows(String text, int start, char separator, Label label, Findings out) {
    int end = out.lineEnd(text, start);
    if (end == text.length() || end - start >= MAX_LINE) {
      return;
    }
    int from = start;
    int column = 0;
    while (from > 0 && start - from < MAX_LINE && text.charAt(from - 1) != '\n') {
      from--;
      column += text.charAt(from) == separator ? 1 : 0;
    }
    if ((from > 0 && text.charAt(from - 1) != '\n')
        || (from > 1 && hasSeparator(text, from - 1, separator))) {
      return;
    }
    boolean single = Extents.indexOf(text, separator, from, end - from) < 0;
    int at = end + 1;
    for (int row = 0; !single && row < MAX_ROWS && at < text.length(); row++) {
      int stop = Extents.indexOf(text, '\n', at, MAX_LINE);
      stop = stop < 0 ? Math.min(text.length(), at + MAX_LINE) : stop;
      if (Extents.indexOf(text, separator, at, stop - at) < 0) {
        return;
      }
      cells(text, start, at, separator, column, label, out);
      at = stop + 1;
    }
  }

  /** Whether the line that ends here has a separator too, other than to say which it is. */
  private static boolean hasSeparator(String text, int lineEnd, char separator) {
    int end = lineEnd;
    if (end > 4 && text.regionMatches(true, end - 5, "sep=", 0, 4)) {
      end -= 6;
    }
    for (int i = end - 1; i >= 0 && end - i < MAX_LINE && text.charAt(i) != '\n'; i--) {
      if (text.charAt(i) == separator) {
        return true;
      }
    }
    return false;
  }

  /** Verifies the wanted cell of a row; returns where the row ends. */
  private static int cells(
      String text, int start, int from, char separator, int wanted, Label label, Findings out) {
    int column = 0;
    int at = from;
    while (at < text.length() && at - from < MAX_LINE) {
      at = column == 0 && separator != '\t' ? skipBlanks(text, at) : at;
      at = Chars.blanksEnd(text, at);
      char c = at < text.length() ? text.charAt(at) : 0;
      boolean quoted = c == '"' || c == '\'';
      int cell = quoted ? at + 1 : at;
      int close = quoted ? Extents.closing(text, cell, c) : -1;
      int end = close < 0 ? cell : close;
      while (end < text.length() && "\n)".indexOf(text.charAt(end)) < 0) {
        if (text.charAt(end) == separator) {
          break;
        }
        end++;
      }
      if (column == wanted) {
        out.joint().sign(cell, quoted && close > 0 ? c : 0);
        LabelValues.verify(text, start, out.joint(), label, out);
      }
      if (end >= text.length() || text.charAt(end) != separator) {
        return end;
      }
      column++;
      at = end + 1;
    }
    return at;
  }
}
