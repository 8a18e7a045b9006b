package dev.candor.telemetry.scrub;

/** Decides by the class of a label what its value is and where it ends. */
final class LabelValues {
  private static final int MAX_VALUE = 4_096;
  private static final int MAX_WORDS = 5;

  private static final WordSet PARTICLES =
      WordSet.of(
          "von van de der den da di du dos del della la le bin ibn al el ter ten zu af av y e");

  private LabelValues() {}

  static void verify(
      String text,
      int label,
      int from,
      char quote,
      boolean sign,
      boolean filler,
      boolean glued,
      Label kind,
      Findings out) {
    int quoted = quote == 0 ? -1 : closing(text, from, quote);
    int word = quoted >= 0 ? quoted : tokenEnd(text, from);
    if (word <= from || Placeholders.at(text, from)) {
      return;
    }
    boolean strong = sign || quoted >= 0;
    boolean nothing = Words.isNoValue(text, from, trimmed(text, from, word));
    switch (kind) {
      case PASSWORD -> {
        if (!nothing && (strong || isSecretWord(text, from, word, filler))) {
          out.add(from, secretEnd(text, from, word, quoted), Kind.SECRET);
        }
      }
      case TOKEN -> {
        if (!nothing && (strong || filler) && isKey(text, from, word, sign)) {
          out.add(from, word, Kind.SECRET);
        }
      }
      case HEADER -> {
        if (sign && !nothing) {
          out.add(from, quoted >= 0 ? quoted : lineEnd(text, from), Kind.SECRET);
        }
      }
      case SCHEME -> {
        if (isCredential(text, from, word)) {
          out.add(from, word, Kind.SECRET);
        }
      }
      case USER, HOST -> login(text, label, from, word, strong, filler, nothing, kind, out);
      case PERSON, INSTITUTION -> {
        int end = quoted >= 0 ? quoted : nameEnd(text, from, word);
        if (!nothing
            && !isNumber(text, from, end)
            && (strong ? !Words.isNoValue(text, from, end) : isName(text, from, end))) {
          out.add(from, end, Kind.NAME);
        }
      }
      case NAME -> {
        int end = quoted >= 0 ? quoted : nameEnd(text, from, word);
        if (isName(text, from, end)
            && (sign || filler || quoted < 0)
            && words(text, from, end) >= 2) {
          out.add(from, end, Kind.NAME);
        }
      }
      case SUBJECT, SAMPLE -> subject(text, label, from, quoted, strong, filler, glued, kind, out);
      case PERSONAL_ID, SERIAL -> {
        int end = quoted >= 0 ? quoted : groupsEnd(text, from, word);
        if (!nothing && (digits(text, from, end) >= (strong || filler ? 1 : 4))) {
          out.add(from, end, Kind.ID);
        } else if (strong
            && kind == Label.SERIAL
            && !nothing
            && !Words.isCommon(text, from, word)) {
          out.add(from, word, Kind.ID);
        }
      }
      case PHONE -> {
        int end = quoted >= 0 ? quoted : phoneEnd(text, from);
        if (digits(text, from, end) >= 5) {
          out.add(from, end, Kind.ID);
        }
      }
      case BIRTH -> {
        int end = quoted >= 0 ? quoted : dateEnd(text, from);
        if (digits(text, from, end) >= 2) {
          out.add(from, end, Kind.ID);
        }
      }
      case COORDINATES -> coordinates(text, from, strong, out);
      case ADDRESS -> {
        int end = quoted >= 0 ? quoted : addressEnd(text, from);
        if ((strong || filler) && isAddress(text, from, end)) {
          out.add(from, end, Kind.NAME);
        }
      }
      case MAC -> {
        if (hexDigits(text, from, word) >= 12) {
          out.add(from, word, Kind.MAC);
        }
      }
      case ADDRESS_IP -> {
        if (digits(text, from, word) > 0 && Chars.isHex(text.charAt(from)) && word - from >= 7) {
          out.add(from, word, Kind.IP);
        }
      }
      case NETWORK -> {
        int end = quoted >= 0 ? quoted : nameEnd(text, from, word);
        if (strong && !nothing && !Words.isCommon(text, from, word) && !isNumber(text, from, end)) {
          out.add(from, end, Kind.NAME);
        }
      }
    }
  }

  private static void login(
      String text,
      int label,
      int from,
      int word,
      boolean strong,
      boolean filler,
      boolean nothing,
      Label kind,
      Findings out) {
    int end = trimmed(text, from, word);
    if (nothing || end <= from || (isNumber(text, from, end) && end - from < 4)) {
      return;
    }
    if (isCall(text, end) || text.charAt(from) == '/' || isAcronym(text, label, from, end)) {
      return;
    }
    boolean identity =
        strong
            ? !(Words.isCommon(text, from, end) && kind == Label.HOST)
            : end - from >= 3
                && !Words.isEnglish(text, from, end)
                && isLoginLike(text, from, end, kind, filler);
    if (identity) {
      out.add(from, Math.max(word, nameEnd(text, from, word)), kind.kind());
    }
  }

  /** Behind a mere blank, a host has a digit, dash or dot; a login is no sentence. */
  private static boolean isLoginLike(String text, int from, int end, Label kind, boolean filler) {
    boolean marked = false;
    for (int i = from; i < end; i++) {
      char c = text.charAt(i);
      if (!Chars.isAlnum(c) && c < 128 && "._-$@\\".indexOf(c) < 0) {
        return false;
      }
      marked |= Chars.isDigit(c) || (i > from && (c == '-' || c == '.' || c == '_'));
    }
    if (marked && kind == Label.HOST) {
      return !allDigits(text, from, end);
    }
    return kind == Label.USER || filler;
  }

  /** {@code operator=GLVA}; where all is in capitals, so are names. */
  private static boolean isAcronym(String text, int label, int from, int end) {
    return end - from <= 6
        && allUpper(text, from, end)
        && !Chars.isUpper(text.charAt(label))
        && Chars.isUpper(text.charAt(from))
        && digits(text, from, end) == 0
        && label < from - 1;
  }

  private static boolean isCall(String text, int end) {
    return text.startsWith("()", end)
        || (text.startsWith("(", end)
            && end + 1 < text.length()
            && Chars.isLetter(text.charAt(end + 1))
            && text.charAt(end - 1) != ' ');
  }

  private static void subject(
      String text,
      int label,
      int from,
      int quoted,
      boolean strong,
      boolean filler,
      boolean glued,
      Label kind,
      Findings out) {
    int end = quoted >= 0 ? quoted : nameTokenEnd(text, from);
    if (quoted < 0) {
      end = trimmed(text, from, end);
    }
    int digits = digits(text, from, end);
    if (end <= from || Words.isNoValue(text, from, end)) {
      return;
    }
    boolean whole = isNumber(text, from, end);
    boolean value;
    if (strong) {
      value =
          kind == Label.SUBJECT
              ? !Words.isCommon(text, from, end)
              : (digits > 0 || quoted >= 0 || !Words.isEnglish(text, from, end))
                  && !(whole && digits < 3);
    } else if (kind == Label.SUBJECT) {
      value =
          (digits > 0 && firstWordHasDigit(text, from, end))
              || (filler && !Words.isEnglish(text, from, end));
    } else {
      value = digits >= (whole ? 3 : 2) && firstWordHasDigit(text, from, end);
    }
    if (!value) {
      return;
    }
    int start = glued ? tokenStart(text, label) : from;
    if (!glued && quoted < 0) {
      end = Math.max(end, strong ? nameEnd(text, from, end) : end);
    }
    out.add(start, end, Kind.ID);
  }

  /** {@code patient_0042} names one, {@code patient_list_2} names a thing. */
  private static boolean firstWordHasDigit(String text, int from, int end) {
    int letters = 0;
    for (int i = from; i < end; i++) {
      char c = text.charAt(i);
      if (Chars.isDigit(c)) {
        return letters <= 4 || !Words.isEnglish(text, from, i);
      }
      if (c == '_' || c == '.') {
        if (Words.isEnglish(text, from, i)) {
          return false;
        }
        letters = 0;
      } else {
        letters++;
      }
    }
    return false;
  }

  private static void coordinates(String text, int from, boolean strong, Findings out) {
    int at = from;
    int end = from;
    int numbers = 0;
    boolean fraction = false;
    while (at < text.length() && at - from < 120) {
      char c = text.charAt(at);
      if (Chars.isDigit(c)) {
        numbers++;
        while (at < text.length() && (Chars.isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
          fraction |= text.charAt(at) == '.';
          at++;
        }
        end = at;
      } else if ("+-, ;/([)]".indexOf(c) >= 0) {
        at++;
      } else if ("\u00b0\u2032\u2033'\"NSEWnsew\u00ba".indexOf(c) >= 0
          && !Chars.isLetter(next(text, at))) {
        fraction |= c == '\u00b0';
        at++;
        end = at;
      } else {
        break;
      }
    }
    if (fraction && numbers > 0 && (strong || numbers > 1)) {
      out.add(from, end, Kind.ID);
    }
  }

  private static boolean isSecretWord(String text, int from, int word, boolean filler) {
    int end = trimmed(text, from, word);
    if (end - from < 3 || Words.isEnglish(text, from, end)) {
      return false;
    }
    boolean odd = false;
    for (int i = from; i < end; i++) {
      char c = text.charAt(i);
      odd |= !Chars.isLetter(c) && c != '\'' && c != '-';
    }
    return odd || filler || mixedCase(text, from, end);
  }

  /** A passphrase goes on behind blanks if it stands alone to the end of its line. */
  private static int secretEnd(String text, int from, int word, int quoted) {
    if (quoted >= 0) {
      return quoted;
    }
    int end = word;
    while (end < text.length() && end - from < MAX_VALUE && isSecretChar(text, end)) {
      end++;
    }
    return end;
  }

  private static boolean isSecretChar(String text, int at) {
    char c = text.charAt(at);
    if (c <= ' ' || c == '"' || c == '\'' || c == '<' || c == '>') {
      return false;
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
          && c != ',';
    }
    return true;
  }

  /** Behind {@code key=}: F5, a name or a number is no key; sixteen mixed characters are. */
  private static boolean isKey(String text, int from, int word, boolean sign) {
    int end = trimmed(text, from, word);
    int length = end - from;
    if (length < 6 || (!sign && length < 12) || Grammars.isUuid(text, from, end)) {
      return false;
    }
    int digits = 0;
    int letters = 0;
    int others = 0;
    for (int i = from; i < end; i++) {
      char c = text.charAt(i);
      if (Chars.isDigit(c)) {
        digits++;
      } else if (Chars.isLetter(c)) {
        letters++;
      } else if (c == '.' || c == '/' || c == '(' || c == ':') {
        others += length < 20 ? 4 : 1;
      }
    }
    if (others > 3 && digits < 4) {
      return false;
    }
    return (digits > 1 && letters > 1)
        || (length >= 20 && letters > 0 && mixedCase(text, from, end) && digits > 0)
        || (length >= 24 && digits > 0)
        || (digits >= 6 && digits == length);
  }

  private static boolean isCredential(String text, int from, int word) {
    int end = trimmed(text, from, word);
    int length = end - from;
    if (length < 8) {
      return false;
    }
    boolean digit = digits(text, from, end) > 0;
    boolean mark = text.charAt(end - 1) == '=';
    return digit
        || mark
        || length >= 16
        || (mixedCase(text, from, end) && !Words.isEnglish(text, from, end));
  }

  private static boolean mixedCase(String text, int from, int end) {
    boolean lower = false;
    boolean inner = false;
    for (int i = from; i < end; i++) {
      char c = text.charAt(i);
      lower |= Chars.isLower(c);
      inner |= i > from && Chars.isUpper(c);
    }
    return lower && inner;
  }

  /** Capitalised words in a row, with the particles of names between them. */
  static int nameEnd(String text, int from, int word) {
    int end = word;
    int words = 1;
    if ((end > 0 && ",;".indexOf(text.charAt(end - 1)) >= 0) || !startsName(text, from)) {
      return trimmed(text, from, end);
    }
    while (words < MAX_WORDS && end + 1 < text.length()) {
      int next = end;
      if (text.charAt(next) == ','
          && words == 1
          && next + 2 < text.length()
          && text.charAt(next + 1) == ' '
          && startsName(text, next + 2)) {
        next++;
      }
      if (text.charAt(next) != ' ') {
        break;
      }
      next++;
      int stop = wordStop(text, next);
      if (stop == next) {
        break;
      }
      boolean particle = PARTICLES.contains(text, next, stop);
      if ((!startsName(text, next) && !particle)
          || (Words.isCommon(text, next, trimmed(text, next, stop)) && !isPlace(text, next))) {
        break;
      }
      int after = stop;
      if (particle && (after + 1 >= text.length() || !startsName(text, after + 1))) {
        break;
      }
      end = after;
      words++;
    }
    return trimmed(text, from, end);
  }

  private static boolean isPlace(String text, int from) {
    return text.regionMatches(true, from, "lab", 0, 3)
        || text.regionMatches(true, from, "group", 0, 5)
        || text.regionMatches(true, from, "center", 0, 6);
  }

  private static boolean startsName(String text, int at) {
    char c = text.charAt(at);
    return Chars.isUpper(c) || (c >= 128 && Character.isLetter(c) && !Character.isLowerCase(c));
  }

  private static int wordStop(String text, int from) {
    int end = from;
    while (end < text.length() && end - from < 40) {
      char c = text.charAt(end);
      boolean inner = (c == '\'' || c == '-' || c == '.' || c == '\u2019') && end > from;
      if (!Character.isLetter(c) && !inner) {
        break;
      }
      end++;
    }
    return end;
  }

  /** Whether a range reads like a person's name: capitalised words that are no common ones. */
  static boolean isName(String text, int from, int end) {
    int at = from;
    int names = 0;
    while (at < end) {
      int stop = wordStop(text, at);
      if (stop == at) {
        at++;
        continue;
      }
      stop = Math.min(stop, end);
      int bare = trimmed(text, at, stop);
      if (startsName(text, at) && !Words.isCommon(text, at, bare)) {
        names++;
      } else if (!PARTICLES.contains(text, at, bare)) {
        return false;
      }
      at = stop;
    }
    return names > 0 && !allUpper(text, from, end);
  }

  private static boolean allUpper(String text, int from, int end) {
    for (int i = from; i < end; i++) {
      if (Chars.isLower(text.charAt(i)) || text.charAt(i) >= 128) {
        return false;
      }
    }
    return true;
  }

  private static int words(String text, int from, int end) {
    int words = 1;
    for (int i = from; i < end; i++) {
      words += text.charAt(i) == ' ' ? 1 : 0;
      if (text.charAt(i) >= 0x2e80) {
        words++;
      }
    }
    return words;
  }

  private static boolean isAddress(String text, int from, int end) {
    int letters = 0;
    int digits = 0;
    int words = 0;
    for (int i = from; i < end; i++) {
      char c = text.charAt(i);
      letters += Character.isLetter(c) ? 1 : 0;
      digits += Chars.isDigit(c) ? 1 : 0;
      words += c == ' ' || c >= 0x2e80 ? 1 : 0;
    }
    if (text.startsWith("0x", from)) {
      return false;
    }
    return (digits >= 4 && end - from <= 10 && words <= 1)
        || (letters >= 3 && ((digits > 0 && words > 0) || isName(text, from, end)));
  }

  private static int addressEnd(String text, int from) {
    int end = from;
    while (end < text.length() && end - from < 120) {
      char c = text.charAt(end);
      if (c == '\n' || c == '\r' || c == '"' || c == ';' || c == '|' || c == '<' || c == '}'
          || c == ']' || c == '&' || c == '=') {
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

  private static boolean isAbbreviation(String text, int dot) {
    int at = dot;
    while (at > 0 && Character.isLetter(text.charAt(at - 1))) {
      at--;
    }
    return dot - at <= 4 && dot > at;
  }

  private static int dateEnd(String text, int from) {
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
          break;
        }
      } else if (Character.isLetter(c)) {
        int stop = wordStop(text, at);
        if (c < 128 && !startsName(text, at) && stop - at > 4 && groups == 0) {
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

  private static int phoneEnd(String text, int from) {
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
  private static int groupsEnd(String text, int from, int word) {
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

  private static int tokenStart(String text, int at) {
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
  private static int nameTokenEnd(String text, int from) {
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

  private static int tokenEnd(String text, int from) {
    int end = from;
    while (end < text.length() && end - from < MAX_VALUE && isTokenChar(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isTokenChar(char c) {
    return c > ' '
        && ",;&\"'<>|)]}`\u201d\u2019\u00bb\u300d\u3002\uff0c\uff1b\u3001".indexOf(c) < 0
        && c != '\u00a0'
        && c != '\u3000';
  }

  /** The closing quote, or -1 if the line ends before it. */
  private static int closing(String text, int from, char open) {
    char close =
        switch (open) {
          case '\u201c' -> '\u201d';
          case '\u201e' -> '\u201c';
          case '\u2018' -> '\u2019';
          case '\u00ab' -> '\u00bb';
          case '\u300c' -> '\u300d';
          default -> open;
        };
    for (int i = from; i < text.length() && i - from < MAX_VALUE; i++) {
      char c = text.charAt(i);
      if (c == '\n') {
        return -1;
      }
      if (c == '\\' && i + 1 < text.length() && text.charAt(i + 1) == close && i > from) {
        return i;
      }
      if (c == close) {
        return i;
      }
    }
    return -1;
  }

  private static int lineEnd(String text, int from) {
    int end = from;
    while (end < text.length()
        && text.charAt(end) != '\n'
        && text.charAt(end) != '\r'
        && text.charAt(end) != '"') {
      end++;
    }
    return end;
  }

  private static int trimmed(String text, int from, int end) {
    int to = end;
    while (to > from && ".,:;!?)]}'\u3002".indexOf(text.charAt(to - 1)) >= 0) {
      to--;
    }
    return to;
  }

  private static boolean isNumber(String text, int from, int end) {
    for (int i = from; i < end; i++) {
      char c = text.charAt(i);
      if (!Chars.isDigit(c) && c != '.' && c != '-' && c != '+') {
        return false;
      }
    }
    return true;
  }

  private static boolean allDigits(String text, int from, int end) {
    return digits(text, from, end) == end - from;
  }

  private static int digits(String text, int from, int end) {
    int digits = 0;
    for (int i = from; i < end; i++) {
      digits += Character.isDigit(text.charAt(i)) ? 1 : 0;
    }
    return digits;
  }

  private static int hexDigits(String text, int from, int end) {
    int digits = 0;
    for (int i = from; i < end; i++) {
      digits += Chars.isHex(text.charAt(i)) ? 1 : 0;
    }
    return digits;
  }

  private static char next(String text, int at) {
    return at + 1 < text.length() ? text.charAt(at + 1) : 0;
  }
}
