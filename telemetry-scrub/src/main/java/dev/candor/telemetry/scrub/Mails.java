package dev.candor.telemetry.scrub;

/** Mail addresses and logins of the form {@code user@host}. */
final class Mails {
  private static final int MAX_PART = 255;
  private static final int MAX_LITERAL = 50;
  private static final AsciiSet LOCAL = AsciiSet.alnumAnd("._%+'-!#$&*/=?^`{|}~");

  /** What stands for the at sign, with the blanks or brackets around it. */
  static final String[] MARKS = {
    " at ",
    "(at)",
    "[at]",
    "{at}",
    "<at>",
    "( at )",
    "[ at ]",
    "(a)",
    "[a]",
    "(ät)",
    "[ät]",
    "{a}",
    " ät ",
    " arroba ",
    "(arroba)",
    "[arroba]",
    " chiocciola ",
    "(chiocciola)",
    "(małpa)",
    "[małpa]",
    " małpa ",
    "(apenstaartje)",
    "(snabel-a)",
    " snabel-a ",
    "[arobase]",
    "(arobase)",
    " arobase ",
    " aet "
  };

  /** Words that stand for a dot. */
  private static final WordSet DOTS = WordSet.of("dot punkt punto ponto point kropka punt dt");

  /** What may stand around a written-out mark. */
  private static final int MAX_JUNK = 3;

  private Mails() {}

  static void scan(String text, Findings out) {
    int at = text.indexOf('@');
    int before = 0;
    while (at >= 0) {
      int end = verify(text, before, at, at + 1, out);
      before = Math.max(at + 1, end);
      at = text.indexOf('@', before);
    }
  }

  /**
   * Verifies a written-out {@code at} such as {@code (at)}, {@code [at]} or {@code AT} between
   * blanks.
   */
  static void obfuscated(String text, int from, int to, Findings out) {
    int left = from;
    while (left > 0 && from - left < 3 && isJunk(text.charAt(left - 1))) {
      left--;
    }
    int right = to;
    while (right < text.length() && right - to < 3 && isJunk(text.charAt(right))) {
      right++;
    }
    boolean spaced = left < from && right > to;
    boolean bracketed =
        left < from && right > to && text.charAt(from - 1) != ' ' && text.charAt(to) != ' ';
    int start = localStart(text, 0, left);
    if (!spaced || start == left) {
      return;
    }
    start = dottedStart(text, start);
    int end = obfuscatedDomain(text, right);
    int plain = domainEnd(text, right);
    if (end > 0) {
      out.add(start, end, Kind.EMAIL);
    } else if (bracketed && isDotted(text, right, plain)) {
      out.add(start, plain, Kind.EMAIL);
    } else if (hasTopLevel(text, right, plain)
        && (bracketed || isPlainMail(text, start, left, plain))) {
      out.add(start, plain, Kind.EMAIL);
    }
  }

  /** A dot and letters of any case: behind a mark in brackets nothing else stands. */
  private static boolean isDotted(String text, int from, int end) {
    int dot = Chars.last(text, '.', from, end);
    return dot > from + 1 && end - dot > 2 && Labels.wordEnd(text, dot + 1) == end;
  }

  /** {@code jane(dot)doe}: words in front that a written-out dot joins. */
  private static int dottedStart(String text, int from) {
    int start = from;
    for (int i = 0; i < 3; i++) {
      int at = start;
      while (at > 0 && start - at < MAX_JUNK && isJunk(text.charAt(at - 1))) {
        at--;
      }
      int left = at;
      while (left > 0 && at - left < 7 && Chars.isLetter(text.charAt(left - 1))) {
        left--;
      }
      if (at == start || !DOTS.contains(text, left, at)) {
        break;
      }
      int word = left;
      while (word > 0 && left - word < MAX_JUNK && isJunk(text.charAt(word - 1))) {
        word--;
      }
      int local = localStart(text, 0, word);
      if (local == word || word == left) {
        break;
      }
      start = local;
    }
    return start;
  }

  /** {@code jane at example.org}, not {@code listening at example.org} or a stack frame. */
  private static boolean isPlainMail(String text, int start, int left, int end) {
    char after = end < text.length() ? text.charAt(end) : ' ';
    return !Words.isEnglish(text, start, left)
        && "/(:".indexOf(after) < 0
        && Chars.isLower(text.charAt(end - 1))
        && Chars.isLower(text.charAt(end - 2));
  }

  private static boolean isJunk(char c) {
    return " ([{<)]}>_-".indexOf(c) >= 0;
  }

  /** {@code example [dot] org}: words joined by a written-out dot; 0 if there is none. */
  private static int obfuscatedDomain(String text, int from) {
    int at = labelEnd(text, from);
    int dots = 0;
    boolean written = false;
    while (at > from && dots < 5) {
      int mark = junkEnd(text, at);
      int dot = dotEnd(text, mark);
      if (dot == mark) {
        break;
      }
      int word = junkEnd(text, dot);
      boolean plain = dot == mark + 1;
      // "example.org" is written out only around it, "example . org" in itself.
      written |= !plain || mark > at;
      int end = labelEnd(text, word);
      if (end == word || ((mark == at || word == dot) && (!plain || word > dot))) {
        break;
      }
      at = end;
      dots++;
    }
    return written && dots > 0 ? at : 0;
  }

  private static int junkEnd(String text, int from) {
    int at = from;
    while (at < text.length() && at - from < MAX_JUNK && isJunk(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /** Behind a dot, or a word that stands for one. */
  private static int dotEnd(String text, int from) {
    if (from < text.length() && text.charAt(from) == '.') {
      return from + 1;
    }
    int word = Labels.wordEnd(text, from);
    return DOTS.contains(text, from, word) ? word : from;
  }

  /** A label of a domain; a dash inside belongs to it, one around a word for a dot does not. */
  private static int labelEnd(String text, int from) {
    int at = from;
    while (at < text.length() && at - from < 63) {
      char c = text.charAt(at);
      boolean dash =
          c == '-'
              && at > from
              && at + 1 < text.length()
              && isDomainChar(text.charAt(at + 1))
              && dotEnd(text, at + 1) == at + 1;
      if (!isDomainChar(c) && !dash) {
        break;
      }
      at++;
    }
    return at;
  }

  private static int verify(String text, int floor, int at, int after, Findings out) {
    int left = at;
    int right = after;
    int start = localStart(text, floor, left);
    int end = domainEnd(text, right);
    if (start == left || end == right) {
      if (text.startsWith("//", after)) {
        // "jdbc:oracle:thin:scott/tiger@//db"
        out.add(credentials(text, floor, at), at, Kind.SECRET);
        return after;
      }
      obfuscated(text, at, after, out);
      if (out.lastCovers(after)) {
        return after;
      }
      // "alice @ example.org"
      while (left > floor && at - left < 2 && text.charAt(left - 1) == ' ') {
        left--;
      }
      while (right < text.length() && right - after < 2 && text.charAt(right) == ' ') {
        right++;
      }
      start = localStart(text, floor, left);
      end = domainEnd(text, right);
      if (start < left && left < at && right > after && hasTopLevel(text, right, end)) {
        out.add(start, end, Kind.EMAIL);
        return end;
      }
      return after;
    }
    if (hasTopLevel(text, right, end) || isAddressLiteral(text, right)) {
      int remote = remoteEnd(text, end);
      if (remote > end) {
        out.add(start, remote, Kind.EMAIL);
        return remote;
      }
      out.add(start, Math.max(end, literalEnd(text, right)), Kind.EMAIL);
      return end;
    }
    if (isLogin(text, start, at, right, end)) {
      out.add(start, end, Kind.EMAIL);
      return end;
    }
    return after;
  }

  private static int credentials(String text, int floor, int at) {
    int start = at;
    while (start > floor && at - start < MAX_PART && isLocalChar(text.charAt(start - 1))) {
      start--;
    }
    return start;
  }

  /** {@code git@example.org:jane/repo.git}: the path behind the colon belongs to it. */
  private static int remoteEnd(String text, int from) {
    if (!text.startsWith(":", from)) {
      return from;
    }
    int end = from + 1;
    boolean slash = false;
    while (end < text.length() && end - from < MAX_PART && LOCAL.has(text.charAt(end))) {
      slash |= text.charAt(end) == '/' && end > from + 1;
      end++;
    }
    return slash ? end : from;
  }

  private static boolean isAddressLiteral(String text, int from) {
    return text.startsWith("[", from) && literalEnd(text, from) > from;
  }

  private static int literalEnd(String text, int from) {
    if (!text.startsWith("[", from)) {
      return from;
    }
    int close = Chars.first(text, ']', from, Math.min(text.length(), from + MAX_LITERAL));
    return close > 0 ? close + 1 : from;
  }

  /** {@code alice@scope3}: not {@code Object@1a2b3c}, {@code pkg@1.2.3}, {@code action@v4}. */
  private static boolean isLogin(String text, int start, int at, int from, int end) {
    char first = text.charAt(from);
    if (!Chars.isLetter(first) || end - from < 3 || at - start < 2) {
      return false;
    }
    boolean hex = true;
    for (int i = from; i < end; i++) {
      hex &= Chars.isHex(text.charAt(i));
    }
    boolean version = (first == 'v' || first == 'V') && Chars.isDigit(text.charAt(from + 1));
    if (hex || version || Words.isCommon(text, from, end)) {
      return false;
    }
    return Chars.isAlnum(text.charAt(start)) && !isCode(text, start, at);
  }

  /** Class names in front of an {@code @} are no people. */
  private static boolean isCode(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c == '$' || c == '/') {
        return true;
      }
    }
    return from > 0 && (text.charAt(from - 1) == '[' || text.charAt(from - 1) == '/');
  }

  private static int localStart(String text, int floor, int at) {
    int start = at;
    if (start > floor + 1 && text.charAt(start - 1) == '"') {
      int open = text.lastIndexOf('"', start - 2);
      if (open >= floor && start - open < 66 && isQuotedLocal(text, open + 1, start - 1)) {
        return open;
      }
    }
    while (start > floor && at - start < MAX_PART && isLocalChar(text.charAt(start - 1))) {
      start--;
    }
    // Marks that may stand in an address, but not in front of one.
    while (start < at && !isWord(text.charAt(start))) {
      start++;
    }
    int slash = lastCut(text, start, at);
    return slash >= 0 ? slash + 1 : start;
  }

  private static boolean isQuotedLocal(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (!isLocalChar(c) && c != ' ') {
        return false;
      }
    }
    return to > from;
  }

  /** {@code user=a@b.org} and {@code x/a@b.org} start behind the mark. */
  private static int lastCut(String text, int from, int to) {
    for (int i = to - 2; i >= from; i--) {
      char c = text.charAt(i);
      if (c == '=' || c == '/' || c == '|' || c == '&' || c == '?' || c == '`' || c == '{') {
        return i;
      }
    }
    return -1;
  }

  static int domainEnd(String text, int from) {
    int end = from;
    while (end < text.length() && end - from < MAX_PART) {
      char c = text.charAt(end);
      boolean inner =
          (c == '.' || c == '-' || c == '_')
              && end > from
              && end + 1 < text.length()
              && isDomainChar(text.charAt(end + 1));
      if (!isDomainChar(c) && !inner) {
        break;
      }
      end++;
    }
    return end;
  }

  /** A dot and at least two letters at the end. */
  static boolean hasTopLevel(String text, int from, int end) {
    int dot = end - 1;
    while (dot > from && text.charAt(dot) != '.') {
      dot--;
    }
    if (dot <= from || end - dot < 3) {
      return false;
    }
    boolean puny = text.regionMatches(true, dot + 1, "xn--", 0, 4);
    boolean upper = Chars.isUpper(text.charAt(dot + 1)) && Chars.isUpper(text.charAt(dot + 2));
    for (int i = dot + 1; i < end && !puny; i++) {
      char c = text.charAt(i);
      // "Nullable" is a type, "org" and "ORG" are domains.
      if (!Character.isLetter(c) || (Chars.isUpper(c) != upper && c < 128)) {
        return false;
      }
    }
    return Character.isLetterOrDigit(text.charAt(from)) && !isUnit(text, from, dot);
  }

  /** {@code 1.88} in front of a unit. */
  private static boolean isUnit(String text, int from, int dot) {
    for (int i = from; i < dot; i++) {
      if (!Chars.isDigit(text.charAt(i)) && text.charAt(i) != '.') {
        return false;
      }
    }
    return true;
  }

  private static boolean isLocalChar(char c) {
    return c < 128 ? LOCAL.has(c) : Character.isLetterOrDigit(c);
  }

  private static boolean isWord(char c) {
    return Chars.isAlnum(c) || c == '_' || (c >= 128 && Character.isLetterOrDigit(c));
  }

  private static boolean isDomainChar(char c) {
    return Chars.isAlnum(c) || (c >= 128 && Character.isLetterOrDigit(c));
  }
}
