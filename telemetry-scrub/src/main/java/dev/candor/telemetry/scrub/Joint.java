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
  private static final int MAX_SECRET_GAP = 96;

  /** Words that belong to a label when a dash, dot or underscore joins them to it. */
  private static final WordSet SUFFIXES = WordSet.of("no nr number num id value val");

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
    boolean found = walk();
    text = "";
    return found;
  }

  private boolean walk() {
    int limit = Math.min(text.length(), end + (isSecret() ? MAX_SECRET_GAP : MAX_GAP));
    while (at >= 0 && at < limit && step(text.charAt(at))) {
      limit = below ? text.length() : limit;
    }
    if (at < 0 || at >= text.length()) {
      return false;
    }
    join = join == NONE && gap ? BLANK : join;
    boolean digit = Chars.isDigit(text.charAt(at));
    if ((join == NONE && !(Labels.isSubject(label) && digit)) || (bracket && join == BLANK)) {
      return bracketed();
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

  /** {@code (password) x}: a label of its own in brackets. */
  private boolean bracketed() {
    if (!Cells.isBracketed(text, start) || join != BLANK || label.kind() == Kind.NAME) {
      return false;
    }
    join = isSecret() ? FILLER : BLANK;
    return text.charAt(at) != '<';
  }

  /** Takes in one part; false where the value starts. A negative position means that none does. */
  private boolean step(char c) {
    if (c == ' ' || c == '\t' || c == '\u00a0' || c == '\u3000') {
      return blank(c);
    }
    int sign = Signs.end(text, at);
    if (sign > at) {
      return sign(c, sign);
    }
    if (leads()) {
      return true;
    }
    if (c == '#') {
      at++;
      join = Math.max(join, FILLER);
      return true;
    }
    if (Labels.isQuote(c) || (c == '\\' && Labels.isQuote(next()))) {
      at = Literals.open(text, at, quote);
      if (at < 0) {
        return false;
      }
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
      return goOn(Cells.mark(text, at, join == NONE && !gap));
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
      value(Pairs.value(text, at));
    }
    return true;
  }

  /** What stands in front of a value behind a sign, and a dash between blanks. */
  private boolean leads() {
    if (join == SIGN && quote == 0) {
      return goOn(Literals.skip(text, at, isSecret()));
    }
    int dash = join == NONE && gap ? Signs.dashEnd(text, at) : at;
    dash = join == NONE && dash == at ? Fillers.particle(text, end, at) : dash;
    join = dash > at ? FILLER : join;
    return goOn(dash);
  }

  private boolean goOn(int to) {
    boolean more = to > at;
    at = to;
    return more;
  }

  private boolean sign(char c, int to) {
    if (c == ':' && next() == '/') {
      at = -1;
      return false;
    }
    at = to;
    join = SIGN;
    quote = 0;
    return true;
  }

  /** Behind a sign, a value may stand on the line below: alone, and no pair of its own. */
  private boolean lineBreak() {
    if (join == NONE && !gap) {
      return value(Pairs.value(text, at)) || (label == Label.PASSWORD && alone());
    }
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

  /** A password on the line below a label that has one of its own. */
  private boolean alone() {
    int from = Cells.isCell(text, start, '\n') ? Cells.below(text, at, label) : -1;
    if (from < 0) {
      return false;
    }
    at = from;
    below = true;
    join = COLUMN;
    return true;
  }

  private boolean tag(char c) {
    if (c == '>') {
      if (!Labels.isElement(text, start, end, at)) {
        return greater();
      }
      at++;
      join = SIGN;
      element = true;
      return true;
    }
    if (next() == '/' && !element && (join == SIGN || Cells.isContent(text, start))) {
      int cell = Pairs.cell(text, at, join == SIGN);
      below |= cell > at;
      value(cell);
      return false;
    }
    boolean open =
        next() != '/' && (join == SIGN || gap) && !Placeholders.at(text, at) && quote == 0;
    at += open ? 1 : 0;
    return open;
  }

  /** {@code password>x}, as a tag looks that has lost its escapes. */
  private boolean greater() {
    boolean glued = join == NONE && !gap && !closed && next() > ' ';
    at += glued ? 1 : 0;
    join = glued ? isSecret() ? FILLER : BLANK : join;
    return glued;
  }

  private boolean bracket(char c) {
    if (c == ')' || c == ']') {
      bracket = join != SIGN && !gap;
      closed |= bracket;
      at += bracket ? 1 : 0;
      return bracket;
    }
    if ((c == '(' || c == '[') && join == NONE && !gap && Chars.isAlnum(next())) {
      at++;
      join = isSecret() ? FILLER : join;
      gap = true;
      return true;
    }
    boolean open =
        (join == SIGN || gap)
            && !(c == '{' && Labels.isQuote(next()))
            && !Placeholders.at(text, at)
            && quote == 0;
    at += open ? 1 : 0;
    return open;
  }

  private boolean column(char c) {
    if (join != NONE) {
      return false;
    }
    if (closed && c == ',' && value(Pairs.value(text, at))) {
      return true;
    }
    if (isSecret() && !gap && next() > ' ') {
      at++;
      join = COLUMN;
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

  /** Goes on at a value that a sign joins, if there is one. */
  private boolean value(int from) {
    if (from == at) {
      return false;
    }
    at = from;
    join = SIGN;
    quote = 0;
    return true;
  }

  private boolean word() {
    if (join >= COLUMN && join != FILLER) {
      return false;
    }
    int filler = gap ? Fillers.end(text, at, label) : at;
    if (filler == at) {
      boolean tag = gap && join == NONE && (closed || Cells.isTag(text, start));
      return tag && goOn(Pairs.tag(text, at));
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
    boolean brief =
        c == '.' && next() == ' ' && (end - start <= 4 || LabelEnds.isNumberSign(text, end));
    if (brief || (c != '/' && "=:\"'".indexOf(next()) >= 0)) {
      // "geb. 1970", and "geb_" where a dot had no place.
      at++;
      return true;
    }
    if (c == '/'
        && Chars.isAlnum(next())
        && Cells.isFirst(text, start)
        && LabelEnds.isSlashed(label)) {
      at++;
      join = isSecret() ? FILLER : BLANK;
      return true;
    }
    if (c != '/' && label != Label.HOST && SUFFIXES.contains(text, at + 1, word)) {
      at = word;
      return true;
    }
    if (Labels.isSubject(label) && (c != '/' || label == Label.SUBJECT)) {
      at++;
      join = GLUED;
    }
    return false;
  }

  private boolean isSecret() {
    return label.kind() == Kind.SECRET;
  }

  private char next() {
    return Extents.next(text, at);
  }
}
