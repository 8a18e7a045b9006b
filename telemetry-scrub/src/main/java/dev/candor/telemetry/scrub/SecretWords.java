package dev.candor.telemetry.scrub;

/** Tells passwords, keys and credentials behind a label from words that only talk of them. */
final class SecretWords {
  private SecretWords() {}

  /** {@code curl -u alice:secret}. */
  static void option(String text, int from, Findings out) {
    int end = Extents.tokenEnd(text, from);
    int colon = text.indexOf(':', from);
    if (colon > from && colon < end - 1) {
      out.add(from, end, Kind.SECRET);
    }
  }

  /** {@code pass=3}: short labels also count things. */
  static boolean isCount(String text, int label, int from, int word) {
    boolean brief = text.regionMatches(true, label, "pw", 0, 2) || isPass(text, label);
    int end = Extents.trimmed(text, from, word);
    return brief
        && (Words.isEnglish(text, from, end)
            || (Extents.isNumber(text, from, end) && end - from < 4));
  }

  private static boolean isPass(String text, int label) {
    return text.regionMatches(true, label, "pass", 0, 4)
        && label + 4 < text.length()
        && !Character.isLetter(text.charAt(label + 4));
  }

  /** {@code HF_TOKEN: abcdefghij}: a word that is none, behind the label {@code token}. */
  static boolean isToken(String text, int label, int from, int word) {
    int end = Extents.trimmed(text, from, word);
    if (!text.regionMatches(true, label, "token", 0, 5)
        || end - from < 8
        || Words.isEnglish(text, from, end)
        || Names.allUpper(text, from, end)
        || Grammars.isUuid(text, from, end)) {
      return false;
    }
    for (int i = from; i < end; i++) {
      char c = text.charAt(i);
      if (!Chars.isAlnum(c) && c != '-' && c != '=') {
        return false;
      }
    }
    return true;
  }

  static boolean isSecretWord(String text, int label, int from, int word, boolean filler) {
    int end = Extents.trimmed(text, from, word);
    if (end - from < 3 || Words.isEnglish(text, from, end)) {
      return false;
    }
    boolean odd = false;
    for (int i = from; i < end; i++) {
      char c = text.charAt(i);
      odd |= !Chars.isLetter(c) && c != '\'' && c != '-';
    }
    boolean password = text.regionMatches(true, label, "passw", 0, 5) && end - from >= 5;
    return odd || filler || password || mixedCase(text, from, end);
  }

  /** Behind {@code key=}: F5, a name or a number is no key; sixteen mixed characters are. */
  static boolean isKey(String text, int from, int word, boolean sign) {
    int end = Extents.trimmed(text, from, word);
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

  static boolean isCredential(String text, int from, int word) {
    int end = Extents.trimmed(text, from, word);
    int length = end - from;
    if (length < 8) {
      return false;
    }
    boolean digit = Extents.digits(text, from, end) > 0;
    boolean mark = text.charAt(end - 1) == '=';
    return digit
        || mark
        || length >= 16
        || (mixedCase(text, from, end) && !Words.isEnglish(text, from, end));
  }

  static boolean mixedCase(String text, int from, int end) {
    boolean lower = false;
    boolean inner = false;
    for (int i = from; i < end; i++) {
      char c = text.charAt(i);
      lower |= Chars.isLower(c);
      inner |= i > from && Chars.isUpper(c);
    }
    return lower && inner;
  }
}
