package dev.candor.telemetry.scrub;

/**
 * What stands behind a label: how it is joined, where it ends, and whether it is a value at all.
 */
final class Labels {
  private static final int MAX_VALUE = 4_096;
  private static final int MAX_GAP = 8;

  /** Words between a label and its value. */
  private static final WordSet FILLERS =
      WordSet.of(
          "is was are has id no nr number num code named called name equals value ist ref with of for lautet est es");

  /** Behind a label they make it the label of a harmless thing: {@code user.count}. */
  private static final WordSet NEUTRAL =
      WordSet.of(
          """
          count counts size length len type types enabled disabled timeout port index idx rate limit
          limits version mode status state total agent max min ms sec seconds bytes format width height
          interface input group groups role roles policy required expired interval level set sets
          space scope scopes field fields present valid offset ratio depth num-of quantity bits algorithm alg
          kind encoding locale language theme family found missing
          """);

  private Labels() {}

  /** How a value is joined to its label, from none to a sign. */
  private enum Join {
    NONE,
    GLUED,
    BLANK,
    FILLER,
    SIGN
  }

  /** Verifies the value behind a label that ends at {@code end}. */
  static void verify(String text, int start, int end, Label label, Findings out) {
    if (!isLabel(text, start, end, label)) {
      return;
    }
    int at = end;
    Join join = Join.NONE;
    char quote = 0;
    int limit = Math.min(text.length(), end + 4 * MAX_GAP);
    boolean gap = false;
    boolean closed = false;
    boolean comma = false;
    boolean bracket = false;
    while (at < limit) {
      char c = text.charAt(at);
      if (c == ' ' || c == '\t' || c == '\u00a0') {
        gap = true;
        at++;
      } else if (c == '=' || c == ':' || c == '\uff1a' || (c == '-' && next(text, at) == '>')) {
        if (c == ':' && next(text, at) == '/') {
          return;
        }
        at += next(text, at) == '>' || next(text, at) == '=' ? 2 : 1;
        join = Join.SIGN;
        quote = 0;
      } else if (c == '#') {
        at++;
        join = max(join, Join.FILLER);
      } else if (isQuote(c) || (c == '\\' && isQuote(next(text, at)))) {
        at += c == '\\' ? 2 : 1;
        quote = text.charAt(at - 1);
        if (join == Join.NONE && !gap) {
          closed = true;
          quote = 0;
        }
      } else if (join != Join.SIGN && (c == ')' || c == ']') && !gap) {
        bracket = true;
        at++;
        closed = true;
      } else if (c == '>' && isElement(text, start, end, at)) {
        at++;
        join = Join.SIGN;
      } else if ((c == '(' || c == '[' || c == '{' || (c == '<' && next(text, at) != '/'))
          && (join == Join.SIGN || gap)
          && !(c == '{' && isQuote(next(text, at)))
          && !Placeholders.at(text, at)
          && quote == 0) {
        at++;
      } else if ((c == '|' || c == ',' || c == ';')
          && closed
          && join == Join.NONE
          && start > 0
          && isQuote(text.charAt(start - 1))) {
        comma = true;
        at++;
      } else if (join.compareTo(Join.SIGN) < 0 && gap && Chars.isLetter(c)) {
        int filler = wordEnd(text, at);
        if (!FILLERS.contains(text, at, filler)) {
          break;
        }
        at = filler;
        join = Join.FILLER;
        if (at < text.length() && text.charAt(at) == '.') {
          at++;
        }
      } else if ((c == '(' || c == '|') && label == Label.PASSWORD && join == Join.NONE) {
        at++;
        gap = true;
      } else if ((c == '_' || c == '-' || c == '.' || (c == '/' && label == Label.SUBJECT))
          && join == Join.NONE
          && !gap
          && isSubject(label)) {
        at++;
        join = Join.GLUED;
        break;
      } else {
        break;
      }
    }
    if (join == Join.NONE) {
      join = gap ? Join.BLANK : Join.NONE;
    }
    if (join == Join.NONE
        && !(isSubject(label) && at < text.length() && Chars.isDigit(text.charAt(at)))) {
      return;
    }
    if (bracket && join == Join.BLANK) {
      return;
    }
    if (comma) {
      // A row of names in quotes looks alike: the value has to look like one.
      quote = 0;
    }
    if (join == Join.BLANK && isOption(text, start)) {
      join = Join.SIGN;
    }
    if (at >= text.length()
        || text.charAt(at) == '<'
        || Placeholders.at(text, at)
        || Placeholders.at(text, at - 1)) {
      return;
    }
    LabelValues.verify(
        text,
        start,
        at,
        quote,
        join == Join.SIGN,
        join == Join.FILLER,
        join == Join.GLUED || join == Join.NONE,
        label,
        out);
  }

  /** A label is a word of its own, or part of a compound such as {@code db_password}. */
  private static boolean isLabel(String text, int start, int end, Label label) {
    char first = text.charAt(start);
    if (first < 128 && start > 0) {
      char before = text.charAt(start - 1);
      boolean camel = Chars.isLower(before) && Chars.isUpper(first);
      boolean secret = label == Label.PASSWORD && end - start >= 6;
      if (label == Label.NAME && "_-.".indexOf(before) >= 0) {
        return false;
      }
      if (Chars.isAlnum(before) && !camel && !secret) {
        return false;
      }
      if (before == '<' && text.startsWith(">", end) && !isElement(text, start, end, end)) {
        return false;
      }
    }
    if (end >= text.length()) {
      return false;
    }
    char last = text.charAt(end - 1);
    char after = text.charAt(end);
    if (last >= 128) {
      return true;
    }
    if (Chars.isDigit(after)) {
      return isSubject(label);
    }
    if (Chars.isLetter(after)) {
      return false;
    }
    if ((after == '_' || after == '-' || after == '.') && end + 1 < text.length()) {
      int word = wordEnd(text, end + 1);
      return word == end + 1 || !NEUTRAL.contains(text, end + 1, word);
    }
    return true;
  }

  private static boolean isSubject(Label label) {
    return label == Label.SUBJECT || label == Label.SAMPLE;
  }

  /** {@code --user alice}: an option's value stands behind a blank. */
  private static boolean isOption(String text, int start) {
    int at = start;
    while (at > 0
        && start - at < 24
        && (Chars.isAlnum(text.charAt(at - 1)) || text.charAt(at - 1) == '-')) {
      at--;
    }
    return text.startsWith("--", at);
  }

  /** {@code <user>alice</user>}, unlike the placeholder {@code <user>}. */
  static boolean isElement(String text, int start, int end, int close) {
    if (start == 0 || close >= text.length() || text.charAt(close) != '>') {
      return false;
    }
    int next = text.indexOf('<', close);
    return next > close
        && next - close < MAX_VALUE
        && next + 1 < text.length()
        && text.charAt(next + 1) == '/';
  }

  private static char next(String text, int at) {
    return at + 1 < text.length() ? text.charAt(at + 1) : 0;
  }

  private static Join max(Join a, Join b) {
    return a.compareTo(b) > 0 ? a : b;
  }

  static boolean isQuote(char c) {
    return c == '"'
        || c == '\''
        || c == '`'
        || c == '\u201c'
        || c == '\u201e'
        || c == '\u2018'
        || c == '\u00ab'
        || c == '\u300c';
  }

  static int wordEnd(String text, int from) {
    int end = from;
    while (end < text.length() && end - from < 64 && Chars.isLetter(text.charAt(end))) {
      end++;
    }
    return end;
  }
}
