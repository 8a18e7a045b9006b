package dev.candor.telemetry.scrub;

/** Logins and names of machines behind their labels. */
final class Logins {
  private static final WordSet DOMAINS =
      WordSet.of("com org net io de edu gov java javax kotlin sun");

  private Logins() {}

  static void verify(
      String text,
      int label,
      int from,
      int word,
      boolean strong,
      boolean filler,
      Label kind,
      Findings out) {
    int numbered = Extents.indexOf(text, '(', from, word - from);
    if (numbered > from && text.regionMatches(true, numbered, "(uid=", 0, 5)) {
      verify(text, label, from, numbered, strong, filler, kind, out);
      return;
    }
    int end = Extents.trimmed(text, from, word);
    if (end <= from
        || isNumber(text, label, from, end, kind)
        || isObjectId(text, from, end)
        || (kind == Label.USER && Accounts.isSystem(text, from, end))) {
      return;
    }
    if (isCall(text, end)
        || text.charAt(from) == '/'
        || isModule(text, label, from, end)
        || isAcronym(text, label, from, end)
        || isPackage(text, from, end)) {
      return;
    }
    if (isServer(text, label) && (!strong || !isMarked(text, from, end))) {
      return;
    }
    boolean identity =
        strong
            ? !(kind == Label.HOST && Words.isCommon(text, from, end))
            : end - from >= 3
                && !Words.isEnglish(text, from, end)
                && isLoginLike(text, label, from, end, kind, filler);
    if (identity) {
      int name =
          Math.max(Names.nameEnd(text, from, word), Names.secondEnd(text, from, end, strong));
      int lower = strong ? Names.lowerNameEnd(text, from) : from;
      if (lower > name && Extents.isAlone(text, lower)) {
        name = lower;
      }
      out.add(from, Math.max(word, name), kind.kind());
    }
  }

  /** Small numbers count users; {@code uid=1000} names a role of one machine, not a person. */
  private static boolean isNumber(String text, int label, int from, int end, Label kind) {
    if (text.startsWith("0x", from)) {
      return true;
    }
    if (!Extents.isNumber(text, from, end)) {
      return false;
    }
    char third = Chars.lower(text.charAt(Math.min(label + 2, text.length() - 1)));
    boolean system = third == 'd' && Chars.lower(text.charAt(label + 1)) == 'i';
    return end - from < 4
        || kind == Label.HOST
        || (system && end - from < 6 && !text.startsWith("(", end));
  }

  /** {@code 1.2.840.10008.1.2}: four numbers or more that dots join; an address has no more. */
  private static boolean isObjectId(String text, int from, int end) {
    int dots = 0;
    for (int i = from; i < end; i++) {
      char c = text.charAt(i);
      if (c != '.' && !Chars.isDigit(c)) {
        return false;
      }
      dots += c == '.' ? 1 : 0;
    }
    return dots > 3;
  }

  /** {@code thread-3}, {@code worker2}: one of several things. */
  private static boolean isCounted(String text, int from, int end) {
    int stop = from;
    while (stop < end && Chars.isLetter(text.charAt(stop))) {
      stop++;
    }
    return stop < end
        && stop > from
        && Words.isEnglish(text, from, stop)
        && Extents.isNumber(text, stop, end);
  }

  /** Behind a mere blank, a host has a digit, dash or dot; a login is no sentence. */
  private static boolean isLoginLike(
      String text, int label, int from, int end, Label kind, boolean filler) {
    boolean marked = false;
    if (Chars.lower(text.charAt(from)) == 'v' && Chars.isDigit(text.charAt(from + 1))) {
      return false;
    }
    if (text.charAt(end - 1) >= 128 && text.charAt(end - 1) < 0x2e80) {
      // A verb of another language: no login ends with a mark on a letter.
      return false;
    }
    for (int i = from; i < end; i++) {
      char c = text.charAt(i);
      if (!Chars.isAlnum(c) && c < 128 && "._-$@\\".indexOf(c) < 0) {
        return false;
      }
      marked |= Chars.isDigit(c) || (i > from && (c == '-' || c == '.' || c == '_'));
    }
    if (marked && kind == Label.HOST) {
      return !Extents.allDigits(text, from, end) && !isTypeName(text, from, end);
    }
    if (kind == Label.USER) {
      return !isCounted(text, from, end);
    }
    // "host is zeus", but not "node is leaf".
    return filler
        && (!text.regionMatches(true, label, "node", 0, 4)
            || Chars.isLetter(text.charAt(label + 4)));
  }

  /** {@code node:internal/timers:610:7}: a file of the runtime's own. */
  private static boolean isModule(String text, int label, int from, int end) {
    return text.regionMatches(true, label, "node:", 0, 5)
        && from == label + 5
        && Extents.indexOf(text, '/', from, end - from) > 0;
  }

  private static boolean isServer(String text, int label) {
    return text.regionMatches(true, label, "serv", 0, 4)
        && !text.regionMatches(true, label + 6, "name", 0, 4)
        && !text.regionMatches(true, label + 7, "name", 0, 4)
        && !text.regionMatches(true, label + 7, "addr", 0, 4);
  }

  /** {@code Server: nginx/1.18} names a program, {@code server=pc-17} a machine. */
  private static boolean isMarked(String text, int from, int end) {
    boolean marked = false;
    for (int i = from; i < end; i++) {
      char c = text.charAt(i);
      if (c == '/') {
        return false;
      }
      marked |= Chars.isDigit(c) || c == '-' || c == '.';
    }
    return marked && !(end - from > 36 && Grammars.isUuid(text, end - 36, end));
  }

  /** {@code operator=GLVA}; where all is in capitals, so are names. */
  private static boolean isAcronym(String text, int label, int from, int end) {
    return end - from <= 6
        && Extents.indexOf(text, '_', from, end - from) < 0
        && Names.allUpper(text, from, end)
        && !Chars.isUpper(text.charAt(label))
        && Chars.isUpper(text.charAt(from))
        && Extents.digits(text, from, end) == 0
        && label < from - 1;
  }

  /** {@code com.apple.iokit.Family}: the name of a package or service, not of a person. */
  private static boolean isPackage(String text, int from, int end) {
    int dot = Extents.indexOf(text, '.', from, end - from);
    return dot > 0
        && DOMAINS.contains(text, from, dot)
        && Extents.indexOf(text, '.', dot + 1, end - dot - 1) > 0;
  }

  /** {@code java.sql.Driver}: the last word of a class's name has a capital. */
  private static boolean isTypeName(String text, int from, int end) {
    int dot = end - 1;
    while (dot > from && text.charAt(dot) != '.') {
      dot--;
    }
    return dot > from && Chars.isUpper(text.charAt(dot + 1)) && Chars.isLower(text.charAt(from));
  }

  private static boolean isCall(String text, int end) {
    return text.startsWith("()", end)
        || (text.startsWith("(", end)
            && end + 1 < text.length()
            && Chars.isLetter(text.charAt(end + 1))
            && text.charAt(end - 1) != ' '
            && !text.regionMatches(true, end, "(uid=", 0, 5));
  }
}
