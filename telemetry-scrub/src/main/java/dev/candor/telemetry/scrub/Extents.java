package dev.candor.telemetry.scrub;

/** Where a value ends, by what kind of value it is. */
final class Extents {
  private static final int MAX_VALUE = 4_096;
  private static final int MAX_TAIL = 32;
  private static final AsciiSet CLOSING = AsciiSet.of(".,:;!?)]}'");
  private static final AsciiSet AFTER_ADDRESS = AsciiSet.of("\n\r\";|<}]&=");
  private static final AsciiSet AFTER_TOKEN = AsciiSet.of(",;&\"'<>|)]}`");

  private Extents() {}

  /** A passphrase goes on behind blanks if it stands alone to the end of its line. */
  static int secretEnd(String text, int label, int from, int word, int quoted) {
    if (quoted >= 0) {
      return quoted;
    }
    int end = SecretLists.textEnd(text, label, from);
    if (end > from) {
      return end;
    }
    end = word;
    // In "Server=a;Password=b c;" the next semicolon ends the value, whatever it holds.
    boolean pairs = label > 0 && text.charAt(label - 1) == ';';
    while (pairs && end < text.length() && end - from < 200 && text.charAt(end) >= ' ') {
      if (";\"<".indexOf(text.charAt(end)) >= 0) {
        return end;
      }
      end++;
    }
    end = word;
    while (end < text.length() && end - from < MAX_VALUE && isSecretChar(text, end)) {
      end++;
    }
    return phraseEnd(text, from, end);
  }

  /** {@code correct horse battery staple}: words follow that are no common ones. */
  static int phraseEnd(String text, int from, int word) {
    int end = word;
    for (int i = from; i < word; i++) {
      if (!Character.isLetter(text.charAt(i))) {
        return word;
      }
    }
    for (int words = 0; words < 6 && end + 1 < text.length(); words++) {
      int stop = end + 1;
      while (stop < text.length() && stop - end < 24 && Character.isLetter(text.charAt(stop))) {
        stop++;
      }
      boolean closed = stop == text.length() || "=:(/@_".indexOf(text.charAt(stop)) < 0;
      if (text.charAt(end) != ' '
          || stop - end < 4
          || !closed
          || Words.isEnglish(text, end + 1, stop)) {
        break;
      }
      end = stop;
    }
    return end;
  }

  /** Whether nothing else stands on the line, or in the cell, behind a word. */
  static boolean isAlone(String text, int end) {
    int at = end;
    while (at < text.length() && at - end < 8 && " \t.,;!\"')]}`*".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at == text.length() || text.charAt(at) < ' ' || text.charAt(at) == '<';
  }

  static boolean isSecretChar(String text, int at) {
    char c = text.charAt(at);
    if (c <= ' ' || c == '"' || c == '\'' || c == '<' || c == '>') {
      return false;
    }
    if ((c == ',' || c == ';' || c == '&') && isTail(text, at + 1)) {
      return true;
    }
    if (c == ',' || c == ';' || c == '&' || c == ')' || c == ']' || c == '}') {
      char after = next(text, at);
      return after > ' '
          && after != '"'
          && after != '\''
          && c != ';'
          && c != '&'
          && after != ')'
          && after != '}'
          && after != ']'
          && c != ',';
    }
    return true;
  }

  /** The rest of a password behind a comma: letters and digits to the end, and no pair. */
  private static boolean isTail(String text, int from) {
    int end = from;
    boolean letter = false;
    while (end < text.length() && end - from < MAX_TAIL && Chars.isAlnum(text.charAt(end))) {
      letter |= Chars.isLetter(text.charAt(end));
      end++;
    }
    boolean closed = end == text.length() || " \n\r\"'<)".indexOf(text.charAt(end)) >= 0;
    return closed && letter && digits(text, from, end) > 0;
  }

  static int addressEnd(String text, int from) {
    int end = from;
    while (end < text.length() && end - from < 120) {
      char c = text.charAt(end);
      if (AFTER_ADDRESS.has(c)) {
        break;
      }
      if (c == '.'
          && (end + 1 == text.length() || text.charAt(end + 1) == ' ')
          && end - from > 3
          && !isAbbreviation(text, end)) {
        break;
      }
      end++;
    }
    return trimmed(text, from, end);
  }

  static boolean isAbbreviation(String text, int dot) {
    int at = dot;
    while (at > 0 && Character.isLetter(text.charAt(at - 1))) {
      at--;
    }
    return dot - at <= 4 && dot > at;
  }

  static int dateEnd(String text, int from) {
    int end = from;
    int at = from;
    int groups = 0;
    while (at < text.length() && at - from < 40) {
      char c = text.charAt(at);
      if (Character.isDigit(c)) {
        while (at < text.length() && Character.isDigit(text.charAt(at))) {
          at++;
        }
        groups++;
        end = at;
        if (groups == 3) {
          boolean day = at < text.length() && "\u65e5\uc77c".indexOf(text.charAt(at)) >= 0;
          return day ? at + 1 : at;
        }
      } else if (Character.isLetter(c)) {
        int stop = Names.wordStop(text, at);
        if (c < 128 && !Names.startsName(text, at) && stop - at > 4 && groups == 0) {
          break;
        }
        at = Math.max(stop, at + 1);
        if (c >= 128) {
          end = at;
        }
      } else if (" -./,'\u2019".indexOf(c) >= 0) {
        at++;
      } else {
        break;
      }
    }
    return end;
  }

  static int phoneEnd(String text, int from) {
    int end = from;
    for (int at = from; at < text.length() && at - from < 40; at++) {
      char c = text.charAt(at);
      if (Character.isDigit(c)) {
        end = at + 1;
      } else if ("+-./() \u2011\u2013\u00a0".indexOf(c) < 0) {
        if ((c == 'x' && end == at - 1) || (c == 'e' && text.startsWith("ext", at))) {
          continue;
        }
        break;
      }
    }
    return end;
  }

  /** Groups of capitals and digits in a row: {@code AB 12 34 56 C}. */
  static int groupsEnd(String text, int from, int word) {
    int end = word;
    int at = word;
    while (at + 1 < text.length() && at - from < 48 && text.charAt(at) == ' ') {
      int stop = at + 1;
      boolean digit = false;
      boolean lower = false;
      while (stop < text.length()
          && (Chars.isAlnum(text.charAt(stop)) || text.charAt(stop) == '-')) {
        digit |= Chars.isDigit(text.charAt(stop));
        lower |= Chars.isLower(text.charAt(stop));
        stop++;
      }
      if (stop == at + 1 || lower || (!digit && stop - at > 2)) {
        break;
      }
      end = stop;
      at = stop;
    }
    return trimmed(text, from, end);
  }

  static int tokenStart(String text, int at) {
    int start = at;
    while (start > 0 && at - start < 200) {
      char c = text.charAt(start - 1);
      if (!Chars.isAlnum(c)
          && c != '_'
          && c != '-'
          && !(c >= 128 && Character.isLetterOrDigit(c))) {
        break;
      }
      start--;
    }
    return start;
  }

  /** The end of a typed name: like a token, but {@code .} and {@code -} belong to it. */
  static int nameTokenEnd(String text, int from) {
    int end = from;
    while (end < text.length() && end - from < MAX_VALUE) {
      char c = text.charAt(end);
      if (!Chars.isAlnum(c)
          && c != '_'
          && c != '-'
          && c != '.'
          && c != '/'
          && c != '+'
          && !(c >= 128 && Character.isLetterOrDigit(c))) {
        break;
      }
      end++;
    }
    return end;
  }

  static int tokenEnd(String text, int from) {
    int end = from;
    while (end < text.length() && end - from < MAX_VALUE && isTokenChar(text.charAt(end))) {
      end++;
    }
    return end;
  }

  static boolean isTokenChar(char c) {
    return c < 128
        ? c > ' ' && !AFTER_TOKEN.has(c)
        : "\u201d\u2019\u00bb\u300d\u3002\uff0c\uff1b\u3001\u00a0\u3000".indexOf(c) < 0;
  }

  /** The closing quote, or -1 if the line ends before it. */
  static int closing(String text, int from, char open) {
    char close =
        switch (open) {
          case '\u201c' -> '\u201d';
          case '\u201e' -> '\u201c';
          case '\u2018' -> '\u2019';
          case '\u00ab' -> '\u00bb';
          case '\u300c' -> '\u300d';
          default -> open;
        };
    // A quote that was opened by a backslash is closed by one.
    boolean escaped = from > 1 && text.charAt(from - 1) == open && text.charAt(from - 2) == '\\';
    for (int i = from; i < text.length() && i - from < MAX_VALUE; i++) {
      char c = text.charAt(i);
      if (c == '\n') {
        return -1;
      }
      if (c == '\\' && !escaped) {
        i++;
        continue;
      }
      if (c == '\\' && i + 1 < text.length() && text.charAt(i + 1) == close && i > from) {
        return i;
      }
      if (c == close && close == '\'' && isDoubled(text, i)) {
        i++; // a quote that is part of the value, as SQL writes it
        continue;
      }
      if (c == close) {
        return i;
      }
    }
    return -1;
  }

  /** {@code 'it''s'}: a quote twice, between letters or digits. */
  private static boolean isDoubled(String text, int at) {
    return at + 2 < text.length()
        && text.charAt(at + 1) == text.charAt(at)
        && Chars.isAlnum(text.charAt(at - 1))
        && Chars.isAlnum(text.charAt(at + 2));
  }

  static int lineEnd(String text, int label, int from) {
    // A header inside of quotes ends with them; one without may hold quotes itself.
    char open = label > 0 ? text.charAt(label - 1) : 0;
    char quote = open == '"' || open == '\'' ? open : '\n';
    int end = from;
    while (end < text.length()
        && text.charAt(end) != '\n'
        && text.charAt(end) != '\r'
        && text.charAt(end) != quote) {
      end++;
    }
    return end;
  }

  static int trimmed(String text, int from, int end) {
    int to = end;
    while (to > from && isClosing(text.charAt(to - 1))) {
      to--;
    }
    return to;
  }

  private static boolean isClosing(char c) {
    return CLOSING.has(c) || c == '\u3002';
  }

  /** Whether a word is the label of a value: a sign or a bracket stands behind it. */
  static boolean isPair(String text, int end) {
    return end < text.length() && "=:(_".indexOf(text.charAt(end)) >= 0;
  }

  static boolean isNumber(String text, int from, int end) {
    for (int i = from; i < end; i++) {
      char c = text.charAt(i);
      if (!Chars.isDigit(c) && c != '.' && c != '-' && c != '+') {
        return false;
      }
    }
    return true;
  }

  static boolean allDigits(String text, int from, int end) {
    return digits(text, from, end) == end - from;
  }

  static int digits(String text, int from, int end) {
    int digits = 0;
    for (int i = from; i < end; i++) {
      digits += Character.isDigit(text.charAt(i)) ? 1 : 0;
    }
    return digits;
  }

  static int hexDigits(String text, int from, int end) {
    int digits = 0;
    for (int i = from; i < end; i++) {
      digits += Chars.isHex(text.charAt(i)) ? 1 : 0;
    }
    return digits;
  }

  /** Where a character stands at most {@code max} characters on, or -1. */
  static int indexOf(String text, char c, int from, int max) {
    int limit = Math.min(text.length(), from + max);
    for (int i = from; i < limit; i++) {
      if (text.charAt(i) == c) {
        return i;
      }
    }
    return -1;
  }

  static char next(String text, int at) {
    return at + 1 < text.length() ? text.charAt(at + 1) : 0;
  }
}
