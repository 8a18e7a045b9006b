package dev.candor.telemetry.scrub;

/** Keys that tell by their prefix who issued them, keys in armour, and runs that look random. */
final class Secrets {
  private static final int AWS_TAIL = 16;
  private static final int MIN_ACCESS_TAIL = 8;
  private static final int MIN_CLIENT = 10;
  private static final int MIN_MESSENGER = 30;
  // A key of letters alone has both cases and this many.
  private static final int MIN_LETTERS = 24;
  private static final int MIN_TAIL = 10;
  private static final int MIN_GENERIC_TAIL = 16;
  private static final int MIN_RANDOM = 20;
  private static final int MAX_ARMOUR = 64;
  private static final int MAX_LOOK = 64;
  private static final int MAX_HALF = 128;
  // What ends a sentence or goes on behind a key more often than it belongs to one.
  private static final AsciiSet AT_END = AsciiSet.of(".-_/+");
  private static final int MAX_HASH = 256;
  private static final int ACCOUNT = 20;
  private static final AsciiSet HASH = AsciiSet.alnumAnd("$./+=,-*}");
  private static final AsciiSet KEY = AsciiSet.alnumAnd("_-.+/=~:");

  private Secrets() {}

  /** Verifies what follows a prefix. */
  static void prefixed(String text, int start, int end, Findings out) {
    if (start > 0 && Chars.isAlnum(text.charAt(start - 1)) && !escaped(text, start)) {
      return;
    }
    if ("${".indexOf(text.charAt(start)) >= 0) {
      hash(text, start, end, out);
      return;
    }
    int to = end;
    int digits = 0;
    int upper = 0;
    int lower = 0;
    // Enough to tell, and the text may be one run with prefixes all over.
    int limit = Math.min(text.length(), end + MAX_LOOK);
    while (to < limit && isKeyChar(text.charAt(to))) {
      char c = text.charAt(to);
      digits += Chars.isDigit(c) ? 1 : 0;
      upper += Chars.isUpper(c) ? 1 : 0;
      lower += Chars.isLower(c) ? 1 : 0;
      to++;
    }
    int letters = upper + lower;
    boolean mixed = upper > 0 && lower > 0;
    boolean longer = to == limit && to < text.length();
    to = longer ? to : trimmed(text, end, to);
    boolean generic = KeyPrefixes.isGeneric(text, start, end);
    int tail = to - end;
    if ((tail == AWS_TAIL && isCapitals(text, start, to)) || isAccessKey(text, start, end, to)) {
      out.add(start, longer ? keyEnd(text, to) : pairEnd(text, to), Kind.SECRET);
    } else if (generic) {
      boolean recased = tail >= MIN_RANDOM && !mixed && SecretShapes.isChance(text, end, to);
      boolean random =
          recased
              || (digits > 1 && letters > 1)
              || (tail >= MIN_LETTERS && mixed && digits + letters == tail);
      if (tail >= MIN_GENERIC_TAIL && random && segments(text, end, to) < 4) {
        out.add(start, longer ? keyEnd(text, to) : to, Kind.SECRET);
      }
    } else if (tail >= MIN_TAIL
        && (digits > 0
            || (tail >= MIN_RANDOM && mixed)
            || (tail >= MIN_GENERIC_TAIL && digits + letters == tail))) {
      out.add(start, longer ? keyEnd(text, to) : to, Kind.SECRET);
    }
  }

  /** {@code $6$salt$x}, {@code {SSHA}x}: what is stored of a password. */
  private static void hash(String text, int start, int end, Findings out) {
    int to = end;
    while (to < text.length() && to - end < MAX_HASH && HASH.has(text.charAt(to))) {
      to++;
    }
    if (to - end >= MIN_RANDOM && mixed(text, end, to) && Extents.digits(text, end, to) > 0) {
      out.add(start, to, Kind.SECRET);
    }
  }

  /** The id of an access key, also cut off: no word goes on in capitals and digits like that. */
  private static boolean isAccessKey(String text, int start, int end, int to) {
    if (to - end < MIN_ACCESS_TAIL || to - end > AWS_TAIL || !isCapitals(text, start, to)) {
      return false;
    }
    return text.startsWith("AKIA", start)
        || (text.startsWith("ASIA", start) && Extents.digits(text, end, to) > 0);
  }

  /** The end of the secret half of a pair, which stands behind a mark and may be cut off. */
  private static int pairEnd(String text, int from) {
    int at = from;
    boolean mark = false;
    while (at < text.length() && at - from < 4 && " /:,;|".indexOf(text.charAt(at)) >= 0) {
      mark |= text.charAt(at) != ' ';
      at++;
    }
    int limit = Math.min(text.length(), at + MAX_HALF);
    int end = at;
    while (end < limit && isKeyChar(text.charAt(end)) && text.charAt(end) != ':') {
      end++;
    }
    int capitals = 0;
    for (int i = at; i < end; i++) {
      capitals += Chars.isUpper(text.charAt(i)) ? 1 : 0;
    }
    boolean key = end - at >= MIN_ACCESS_TAIL && mixed(text, at, end);
    return mark && key && (capitals > 3 || Extents.digits(text, at, end) > 0) ? end : from;
  }

  private static int keyEnd(String text, int from) {
    int end = from;
    while (end < text.length() && isKeyChar(text.charAt(end))) {
      end++;
    }
    return trimmed(text, from, end);
  }

  private static int trimmed(String text, int from, int end) {
    int to = end;
    while (to > from && AT_END.has(text.charAt(to - 1))) {
      to--;
    }
    return to;
  }

  /** Capitals and digits only: an access key id. */
  private static boolean isCapitals(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!Chars.isUpper(text.charAt(i)) && !Chars.isDigit(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean escaped(String text, int start) {
    return start > 1 && text.charAt(start - 2) == '\\';
  }

  private static boolean mixed(String text, int from, int to) {
    boolean lower = false;
    boolean upper = false;
    for (int i = from; i < to; i++) {
      lower |= Chars.isLower(text.charAt(i));
      upper |= Chars.isUpper(text.charAt(i));
    }
    return lower && upper;
  }

  private static int segments(String text, int from, int to) {
    int segments = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      segments += c == '-' || c == '.' || c == '/' || c == '_' ? 1 : 0;
    }
    return segments;
  }

  /** Whether a value is a key in armour: its quotes and line breaks end nothing. */
  static boolean isArmour(String text, int from) {
    int at = from;
    while (at < text.length() && at - from < 6 && text.charAt(at) == '-') {
      at++;
    }
    return at - from > 1 && text.regionMatches(true, at, "begin ", 0, 6);
  }

  /**
   * {@code -----BEGIN …}: all up to the end mark, or to the end of the text if that was cut off.
   */
  static void armour(String text, int start, int end, Findings out) {
    if (text.charAt(start) != '-' && text.charAt(start + 1) != '-') {
      return; // a name such as "vi._begin_of_sentence"
    }
    int from = start;
    while (from > 0 && text.charAt(from - 1) == '-') {
      from--;
    }
    int close = text.indexOf("END ", end);
    while (close > 0 && !text.startsWith("--", close - 2)) {
      close = text.indexOf("END ", close + 4);
    }
    int to = text.length();
    if (close > 0) {
      to = close + 4;
      while (to < text.length()
          && to - close < MAX_ARMOUR
          && text.charAt(to) != '-'
          && text.charAt(to) != '\n') {
        to++;
      }
      while (to < text.length() && text.charAt(to) == '-') {
        to++;
      }
    }
    out.add(from, to, Kind.SECRET);
  }

  /** Whether a run mixes cases and digits as names, ids, paths and versions do not. */
  static boolean isRandom(String text, int from, int to) {
    if (to - from < MIN_RANDOM) {
      return false;
    }
    int lower = 0;
    int upper = 0;
    int digits = 0;
    int changes = 0;
    int separators = 0;
    char before = '-';
    boolean hex = true;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (Chars.isLower(c)) {
        lower++;
        changes += Chars.isDigit(before) ? 1 : 0;
      } else if (Chars.isUpper(c)) {
        upper++;
        // A capital that starts a word, as in camel case, is no sign of chance.
        boolean word =
            i + 2 < to && Chars.isLower(text.charAt(i + 1)) && Chars.isLower(text.charAt(i + 2));
        changes += (Chars.isDigit(before) || Chars.isLower(before)) && !word ? 1 : 0;
      } else if (Chars.isDigit(c)) {
        digits++;
        changes += Chars.isLetter(before) ? 1 : 0;
      } else {
        separators++;
      }
      hex &= Chars.isHex(c) || c == '-';
      before = c;
    }
    if (isAccount(text, from, to)) {
      return true;
    }
    if (hex || lower < 3 || upper < 3 || digits == 0) {
      return false;
    }
    int length = to - from;
    if (length >= 32 && longestLower(text, from, to) < 5) {
      return changes * 8 >= length;
    }
    return changes * 6 >= length && separators * 6 <= length;
  }

  /** {@code 110201543:AA…}: digits, a colon and a long key; the same with a key of a sender. */
  static void messenger(String text, int start, int end, Findings out) {
    if (text.charAt(end - 1) == '~') {
      clientSecret(text, start, end, out);
      return;
    }
    int from = start;
    while (from > 0 && start - from < 64 && isIdChar(text.charAt(from - 1))) {
      from--;
    }
    if (end - start > ACCOUNT) {
      // The id of an application is the name of a host: 7060-abc.apps.googleusercontent.com
      if (start - from > ACCOUNT && Chars.isDigit(text.charAt(from))) {
        out.add(from, end, Kind.SECRET);
      }
      return;
    }
    int to = end;
    while (to < text.length() && isIdChar(text.charAt(to))) {
      to++;
    }
    boolean bot = start - from >= 8 && Extents.allDigits(text, from, start);
    if (from < start && to - end >= MIN_MESSENGER && (bot || end - start > 3)) {
      out.add(from, to, Kind.SECRET);
    }
  }

  /** {@code abc8Q~…}: three characters, a digit, the mark, then the key of an application. */
  private static void clientSecret(String text, int start, int end, Findings out) {
    int from = start - 4;
    int to = end;
    while (to < text.length() && isClientChar(text.charAt(to))) {
      to++;
    }
    if (from < 0 || to - end < MIN_CLIENT || !Chars.isDigit(text.charAt(start - 1))) {
      return;
    }
    for (int i = from; i < start; i++) {
      if (!isClientChar(text.charAt(i))) {
        return;
      }
    }
    out.add(from, to, Kind.SECRET);
  }

  private static boolean isClientChar(char c) {
    return isIdChar(c) || c == '.' || c == '~';
  }

  private static boolean isIdChar(char c) {
    return Chars.isAlnum(c) || c == '_' || c == '-';
  }

  /** Two capitals and up to 32 hexadecimal digits: an account of a telephone service. */
  private static boolean isAccount(String text, int from, int to) {
    if (to - from < 26
        || to - from > 34
        || !Chars.isUpper(text.charAt(from))
        || !Chars.isUpper(text.charAt(from + 1))) {
      return false;
    }
    for (int i = from + 2; i < to; i++) {
      if (!Chars.isLowerHex(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** Names hold words: five small letters in a row, sooner or later. */
  private static int longestLower(String text, int from, int to) {
    int longest = 0;
    int run = 0;
    for (int i = from; i < to; i++) {
      run = Chars.isLower(text.charAt(i)) ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return longest;
  }

  static boolean isKeyChar(char c) {
    return KEY.has(c);
  }
}
