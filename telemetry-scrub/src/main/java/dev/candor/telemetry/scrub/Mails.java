package dev.candor.telemetry.scrub;

/** Mail addresses and logins of the form {@code user@host}. */
final class Mails {
  private static final int MAX_PART = 255;
  private static final int MAX_LITERAL = 50;
  private static final AsciiSet LOCAL = AsciiSet.alnumAnd("._%+'-!#$&*/=?^`{|}~");

  /** Tags of packages, and what code writes behind the mark. */
  private static final WordSet CODE =
      WordSet.of(
          "latest stable beta alpha canary nightly rc patch override property param decorator");

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
      WrittenMails.obfuscated(text, at, after, out);
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
    if (isScale(text, right, end)) {
      return end;
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

  /** {@code icon@3x.png}: a picture for screens with more pixels. */
  private static boolean isScale(String text, int from, int end) {
    int stop = Numbers.groupEnd(text, from);
    return stop > from
        && stop - from < 3
        && text.startsWith("x", stop)
        && (stop + 1 == end || text.charAt(stop + 1) == '.');
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
    if (CODE.contains(text, from, end)) {
      return false;
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

  static int localStart(String text, int floor, int at) {
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

  static boolean isDomainChar(char c) {
    return Chars.isAlnum(c) || (c >= 128 && Character.isLetterOrDigit(c));
  }
}
