package dev.candor.telemetry.scrub;

/** The one table of the marks that join any label to its value, raw and decoded. */
final class Signs {
  // Longer ones first: "=>" is no "=" in front of a ">".
  private static final String[] SIGNS = {
    "===", "==", "=>", ":=", "?=", "+=", "->", "<-", "=", "\uff1a", ":", "\uff1d", "\u2192",
    "\u21d2", "\u2190", "\u279c", "\u2794", "\u2254"
  };

  private Signs() {}

  /** Where the sign that stands here ends, or {@code at} if none does. */
  static int end(String text, int at) {
    char c = text.charAt(at);
    if (Chars.isAlnum(c) || c == ' ') {
      return at;
    }
    for (String sign : SIGNS) {
      if (text.startsWith(sign, at)) {
        return at + sign.length();
      }
    }
    return at;
  }

  /** {@code label - value}, with a dash of any length or a tilde between blanks; or {@code at}. */
  static int dashEnd(String text, int at) {
    int end = at;
    while (end < text.length() && end - at < 3 && isDash(text.charAt(end))) {
      end++;
    }
    boolean apart = end > at && end < text.length() && text.charAt(end) == ' ';
    return apart && at > 0 && text.charAt(at - 1) == ' ' ? end : at;
  }

  private static boolean isDash(char c) {
    return c == '-' || c == '~' || (c >= '\u2010' && c <= '\u2015');
  }

  /** Whether a sign follows, perhaps behind a quote, a bracket or blanks. */
  static boolean follows(String text, int from) {
    int at = from;
    while (at < text.length() && at - from < 6 && " \t\\\"'`]".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at < text.length() && end(text, at) > at;
  }
}
