package dev.candor.telemetry.scrub;

/**
 * Reads what stands between a label and its value: signs, quotes, brackets, words such as {@code
 * is}, tags, columns of a table, a line break. One object serves label after label, so that clean
 * text allocates nothing.
 */
final class Joint {
  /** How a value is joined to its label, from none to a sign. */
  static final int NONE = 0;

  static final int GLUED = 1;
  static final int BLANK = 2;

  /** The next column of a row. */
  static final int COLUMN = 3;

  static final int FILLER = 4;
  static final int SIGN = 5;

  private static final int MAX_GAP = 32;
  private static final int MAX_TAG = 48;

  /** Words between a label and its value. */
  private static final WordSet FILLERS =
      WordSet.of(
          """
          is was are has id no nr number num code named called name equals value ist ref with of for
          lautet est es era lauten fix
          """);

  /** Words that belong to a label when a dash, dot or underscore joins them to it. */
  private static final WordSet SUFFIXES = WordSet.of("no nr number num id value val");

  private static final WordSet VALUES = WordSet.of("value val content v text default");

  private String text = "";
  private int start;
  private int end;
  private Label label = Label.NAME;
  private int at;
  private int join;
  private char quote;
  private boolean gap;
  private boolean closed;
  private boolean bracket;
  private boolean below;
  private boolean element;

  /** Where the value starts. */
  int at() {
    return at;
  }

  /** The quote in front of the value, or 0. */
  char quote() {
    return quote;
  }

  boolean isSign() {
    return join == SIGN;
  }

  /** A word such as {@code is}, or the border of a column. */
  boolean isFiller() {
    return join == FILLER || join == COLUMN;
  }

  boolean isColumn() {
    return join == COLUMN;
  }

  boolean isGlued() {
    return join <= GLUED;
  }

  /** Whether the value stands on the line below, or in a cell of its own. */
  boolean isBelow() {
    return below;
  }

  /** The joint of a key and the whole of its value. */
  void sign(int from, char open) {
    at = from;
    quote = open;
    join = SIGN;
    below = false;
  }

  /** Reads what follows a label; false if that is no value. */
  boolean read(String source, int from, int to, Label kind) {
    text = source;
    start = from;
    end = to;
    label = kind;
    at = to;
    join = NONE;
    quote = 0;
    gap = false;
    closed = false;
    bracket = false;
    below = false;
    element = false;
    boolean value = walk();
    text = "";
    return value;
  }

  private boolean walk() {
    int limit = Math.min(text.length(), end + MAX_GAP);
    while (at >= 0 && at < limit && step(text.charAt(at))) {
      limit = below ? text.length() : limit;
    }
    if (at < 0 || at >= text.length()) {
      return false;
    }
    join = join == NONE && gap ? BLANK : join;
    boolean digit = Chars.isDigit(text.charAt(at));
    if ((join == NONE && !(isSubject(label) && digit)) || (bracket && join == BLANK)) {
      return false;
    }
    if (join == BLANK && Cells.isOption(text, start)) {
      join = SIGN;
    }
    if (join == BLANK && text.charAt(end - 1) >= 0x2e80 && text.charAt(at) < 128) {
      // No language of such characters puts a blank between its words.
      join = FILLER;
    }
    return text.charAt(at) != '<' && !Placeholders.at(text, at) && !Placeholders.at(text, at - 1);
  }

  /** Takes in one part; false where the value starts. A negative position means that none does. */
  private boolean step(char c) {
    if (c == ' ' || c == '\t' || c == '\u00a0' || c == '\u3000') {
      return blank(c);
    }
    if (c == '=' || c == ':' || c == '\uff1a' || c == '\u2192' || isArrow(c)) {
      return sign(c);
    }
    if (c == '#') {
      at++;
      join = Math.max(join, FILLER);
      return true;
    }
    if (isQuote(c) || (c == '\\' && isQuote(next()))) {
      at += c == '\\' ? 2 : 1;
      quote = text.charAt(at - 1);
      if (join == NONE && !gap) {
        closed = true;
        quote = 0;
      }
      return true;
    }
    if (c == '\n' || c == '\r') {
      return lineBreak();
    }
    if (c == '*' || c == '\u001b') {
      return mark(c);
    }
    if (c == '<' || c == '>') {
      return tag(c);
    }
    if (c == ')' || c == ']' || c == '(' || c == '[' || c == '{') {
      return bracket(c);
    }
    if (c == '|' || c == ',' || c == ';') {
      return column(c);
    }
    if (Chars.isLetter(c)) {
      return word();
    }
    return (c == '_' || c == '-' || c == '.' || c == '/') && suffix(c);
  }

  private boolean blank(char c) {
    if (c == '\t' && join == NONE && !gap && Cells.isCell(text, start, '\t')) {
      join = COLUMN;
    }
    gap = true;
    at++;
    if (closed && join == NONE) {
      pairedValue();
    }
    return true;
  }

  private boolean isArrow(char c) {
    return c == '-' && next() == '>';
  }

  private boolean sign(char c) {
    if (c == ':' && next() == '/') {
      at = -1;
      return false;
    }
    at += next() == '>' || next() == '=' ? 2 : 1;
    join = SIGN;
    quote = 0;
    return true;
  }

  /** {@code **user**: jdoe}, and colours of a terminal. */
  private boolean mark(char c) {
    if (c == '\u001b' && next() == '[') {
      at = Cells.colourEnd(text, at);
      return true;
    }
    if (c == '*' && join == NONE && !gap) {
      at++;
      return true;
    }
    return false;
  }

  /** Behind a sign, a value may stand on the line below: alone, and no pair of its own. */
  private boolean lineBreak() {
    if (join != SIGN || quote != 0 || below) {
      return false;
    }
    int from = Cells.below(text, at, label);
    if (from < 0) {
      return false;
    }
    at = from;
    below = true;
    return true;
  }

  private boolean tag(char c) {
    if (c == '>') {
      if (!Labels.isElement(text, start, end, at)) {
        return false;
      }
      at++;
      join = SIGN;
      element = true;
      return true;
    }
    if (next() == '/' && !element && (join == SIGN || Cells.isContent(text, start))) {
      return cell();
    }
    boolean open =
        next() != '/' && (join == SIGN || gap) && !Placeholders.at(text, at) && quote == 0;
    at += open ? 1 : 0;
    return open;
  }

  /** {@code <td>user</td><td>jdoe</td>}, {@code <b>user:</b> jdoe}: behind the tags. */
  private boolean cell() {
    int to = at;
    for (int tags = 0; tags < 4; tags++) {
      while (to < text.length() && to - at < MAX_TAG && text.charAt(to) <= ' ') {
        to++;
      }
      if (to >= text.length() || text.charAt(to) != '<' || Placeholders.at(text, to)) {
        break;
      }
      int close = Extents.indexOf(text, '>', to, MAX_TAG);
      if (close < 0) {
        return false;
      }
      to = close + 1;
    }
    if (to >= text.length() || (join != SIGN && text.charAt(to - 1) != '>')) {
      return false;
    }
    at = to;
    join = SIGN;
    below = true;
    return false;
  }

  private boolean bracket(char c) {
    if (c == ')' || c == ']') {
      bracket = join != SIGN && !gap;
      closed |= bracket;
      at += bracket ? 1 : 0;
      return bracket;
    }
    if (c == '(' && join == NONE && opensBracket()) {
      at++;
      gap = true;
      return true;
    }
    boolean open =
        (join == SIGN || gap)
            && !(c == '{' && isQuote(next()))
            && !Placeholders.at(text, at)
            && quote == 0;
    at += open ? 1 : 0;
    return open;
  }

  private boolean opensBracket() {
    return label == Label.PASSWORD || label == Label.COORDINATES || label == Label.POINT;
  }

  private boolean column(char c) {
    if (join != NONE) {
      return false;
    }
    if (closed && c == ',' && pairedValue()) {
      return true;
    }
    if (c == '|' && label == Label.PASSWORD && !closed) {
      at++;
      gap = true;
      return true;
    }
    if ((gap && c != '|') || (!closed && !Cells.isCell(text, start, c))) {
      return false;
    }
    at++;
    join = COLUMN;
    return true;
  }

  /** {@code name="user" value="jdoe"} and {@code {"key":"user","value":"jdoe"}}. */
  private boolean pairedValue() {
    int from = at;
    while (from < text.length() && from - at < 6 && " ,\\\"'".indexOf(text.charAt(from)) >= 0) {
      from++;
    }
    int to = Labels.wordEnd(text, from);
    if (!VALUES.contains(text, from, to)) {
      return false;
    }
    while (to < text.length() && to - from < 16 && "\\\"' ".indexOf(text.charAt(to)) >= 0) {
      to++;
    }
    if (to >= text.length() || (text.charAt(to) != '=' && text.charAt(to) != ':')) {
      return false;
    }
    at = to + 1;
    join = SIGN;
    quote = 0;
    return true;
  }

  private boolean word() {
    if (join >= COLUMN && join != FILLER) {
      return false;
    }
    int filler = Labels.wordEnd(text, at);
    if (!gap || !FILLERS.contains(text, at, filler)) {
      return false;
    }
    at = filler;
    join = FILLER;
    if (at < text.length() && text.charAt(at) == '.') {
      at++;
    }
    return true;
  }

  /** {@code passport-no}, and {@code patient_0042}, which is glued to its value. */
  private boolean suffix(char c) {
    if (join != NONE || gap) {
      return false;
    }
    int word = Labels.wordEnd(text, at + 1);
    boolean brief = c == '.' && next() == ' ' && (end - start <= 4 || isNumberSign());
    if (brief || (c != '/' && "=:\"'".indexOf(next()) >= 0)) {
      // "geb. 1970", and "geb_" where a dot had no place.
      at++;
      return true;
    }
    if (c != '/' && label != Label.HOST && SUFFIXES.contains(text, at + 1, word)) {
      at = word;
      return true;
    }
    if (isSubject(label) && (c != '/' || label == Label.SUBJECT)) {
      at++;
      join = GLUED;
    }
    return false;
  }

  /** {@code Serien-Nr.}: the dot belongs to the label. */
  private boolean isNumberSign() {
    return text.regionMatches(true, end - 2, "nr", 0, 2)
        || text.regionMatches(true, end - 2, "no", 0, 2);
  }

  private static boolean isSubject(Label label) {
    return label == Label.SUBJECT || label == Label.SAMPLE;
  }

  private char next() {
    return at + 1 < text.length() ? text.charAt(at + 1) : 0;
  }

  static boolean isQuote(char c) {
    return Labels.isQuote(c);
  }
}
