package dev.candor.telemetry.scrub;

/** The parameters of {@code Digest username="x", nonce="y", response="z"}, however quoted. */
final class Digests {
  private static final int MAX_PARAMETERS = 16;
  private static final int MAX_VALUE = 400;

  private Digests() {}

  /** The end of the parameters that start here, or {@code from} if none do. */
  static int end(String text, int from) {
    int end = from;
    int at = from;
    for (int i = 0; i < MAX_PARAMETERS && at < text.length(); i++) {
      int sign = at;
      while (sign < text.length() && sign - at < 24 && isNamePart(text.charAt(sign))) {
        sign++;
      }
      if (sign == at || !text.startsWith("=", sign)) {
        break;
      }
      end = valueEnd(text, sign + 1);
      at = end;
      while (at < text.length() && at - end < 8 && ", \t\r\n".indexOf(text.charAt(at)) >= 0) {
        at++;
      }
    }
    return end;
  }

  /** Where the parameters of the scheme behind a header start, or -1 if it is another scheme. */
  static int start(String text, int from) {
    return text.regionMatches(true, from, "digest ", 0, 7) ? from + 7 : -1;
  }

  private static int valueEnd(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) == '\\') {
      at++;
    }
    char quote = at < text.length() ? text.charAt(at) : 0;
    if (quote == '"' || quote == '\'') {
      int close = Extents.indexOf(text, quote, at + 1, MAX_VALUE);
      return close < 0 ? at + 1 : close + 1;
    }
    while (at < text.length()
        && at - from < MAX_VALUE
        && ",; \"'\n<}".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return at;
  }

  private static boolean isNamePart(char c) {
    return Chars.isLetter(c) || c == '-' || c == '*' || c == '_';
  }
}
