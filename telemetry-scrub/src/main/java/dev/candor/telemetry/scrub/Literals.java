package dev.candor.telemetry.scrub;

/** What stands in front of a value behind its sign: a prefix, a type, an object, a block. */
final class Literals {
  private static final int MAX_OBJECT = 200;
  private static final int MAX_DEPTH = 2;
  private static final int MAX_TYPE = 40;
  private static final WordSet PREFIXES = WordSet.of("u b r f l n x e rb br ur u8 $ @ $@ @$ s q");

  /** In an object they hold the value of its name. */
  private static final WordSet VALUES =
      WordSet.of("value val v text content data default current plain raw string secret");

  private Literals() {}

  /** Where the value starts, or {@code at} if nothing stands in front of it. */
  static int skip(String text, int at, boolean secret) {
    char c = text.charAt(at);
    if (c == '{') {
      return object(text, at);
    }
    if (c == '<') {
      return text.startsWith("<![CDATA[", at) ? at + 9 : at;
    }
    if (c == '|' || c == '>' || c == '\\') {
      return lineBreak(text, at);
    }
    if (c == '!') {
      return yamlTag(text, at);
    }
    int word = at;
    while (word < text.length() && word - at < 3 && isPrefixChar(text.charAt(word))) {
      word++;
    }
    if (word > at && isQuoted(text, word) && PREFIXES.contains(text, at, word)) {
      return word;
    }
    return secret && (Chars.isLetter(c) || "[&*".indexOf(c) >= 0) ? declared(text, at) : at;
  }

  /** Behind the quote that stands here, or -1 if it closes an empty value. */
  static int open(String text, int at, char before) {
    int end = text.charAt(at) == '\\' ? at + 2 : at + 1;
    if (before != text.charAt(end - 1) || end != at + 1) {
      return end;
    }
    // Three of them open a text of several lines.
    return Extents.next(text, at) == before ? end + 1 : -1;
  }

  private static boolean isPrefixChar(char c) {
    return Chars.isAlnum(c) || c == '@' || c == '$';
  }

  private static boolean isQuoted(String text, int at) {
    return at < text.length()
        && (Labels.isQuote(text.charAt(at))
            || (text.charAt(at) == '\\'
                && at + 1 < text.length()
                && Labels.isQuote(text.charAt(at + 1))));
  }

  /** {@code password: string = "x"} and {@code password=Some("x")}: beyond the type. */
  private static int declared(String text, int at) {
    int to = at;
    while (to < text.length() && to - at < MAX_TYPE && isTypeChar(text.charAt(to))) {
      to++;
    }
    boolean call = to > at && text.startsWith("(", to) && Chars.isUpper(text.charAt(at));
    if (call && isQuoted(text, to + 1)) {
      return to + 1;
    }
    int sign = to;
    while (sign < text.length() && sign - to < 4 && text.charAt(sign) == ' ') {
      sign++;
    }
    int value = sign < text.length() ? Signs.end(text, sign) : sign;
    boolean assigned = value > sign && text.charAt(sign) != ':';
    while (value < text.length() && value - sign < 6 && text.charAt(value) == ' ') {
      value++;
    }
    return assigned && isQuoted(text, value) && text.charAt(at - 1) <= ' ' ? value : at;
  }

  private static boolean isTypeChar(char c) {
    return Chars.isIdentifierPart(c) || ".<>[]?&*:|".indexOf(c) >= 0;
  }

  /** A block below a bar, or a line that goes on below a backslash: the break of the line. */
  private static int lineBreak(String text, int at) {
    int to = at + 1;
    while (to < text.length() && to - at < 6 && " \t+-0123456789".indexOf(text.charAt(to)) >= 0) {
      to++;
    }
    return to < text.length() && (text.charAt(to) == '\n' || text.charAt(to) == '\r') ? to : at;
  }

  /** {@code !vault |}, {@code !!str x}. */
  private static int yamlTag(String text, int at) {
    int to = at;
    while (to < text.length()
        && to - at < 16
        && (text.charAt(to) == '!' || Chars.isLetter(text.charAt(to)))) {
      to++;
    }
    boolean tag = to > at + 2 && to < text.length() && text.charAt(to) == ' ';
    return tag && at > 0 && text.charAt(at - 1) == ' ' ? to + 1 : at;
  }

  /** {@code {"type": "string", "value": "x"}}: in front of the string that is the value. */
  private static int object(String text, int at) {
    int limit = Math.min(text.length(), at + MAX_OBJECT);
    int word = at + 1;
    int depth = 0;
    for (int i = at + 1; i < limit && text.charAt(i) != '}' && depth < MAX_DEPTH; i++) {
      char c = text.charAt(i);
      if (Chars.isAlnum(c) || c == '_') {
        continue;
      }
      depth += c == '{' ? 1 : 0;
      int sign = i;
      while (sign < limit && "\\\"' ".indexOf(text.charAt(sign)) >= 0) {
        sign++;
      }
      int value = sign < limit ? Signs.end(text, sign) : sign;
      if (value > sign && VALUES.contains(text, word, i)) {
        while (value < limit && text.charAt(value) == ' ') {
          value++;
        }
        return isQuoted(text, value) || text.charAt(at + 1) != '"' ? value : at;
      }
      word = i + 1;
    }
    return at;
  }
}
