package dev.candor.telemetry.scrub;

/** Tells passwords, keys and credentials behind a label from words that only talk of them. */
final class SecretWords {
  private static final WordSet SOURCES =
      WordSet.of(
          "java kt kts scala groovy py js ts jsx tsx go rs cs cpp cc c h hpp rb php swift m");
  private static final WordSet MODIFIERS =
      WordSet.of(
          "ctrl control shift alt altgr meta cmd command super option opt strg umschalt fn win");

  private static final WordSet STATEMENTS =
      WordSet.of(
          """
          required missing invalid incorrect wrong expired must cannot does is was should not too
          failed accepted rejected changed reset updated empty unset mismatch mismatched provided
          given needed do don include omit unavailable use please enter may has have are will
          """);

  // A code that nothing says the use of is a secret if it is this long.
  private static final int MIN_CODE = 16;

  private SecretWords() {}

  /** {@code pass=3}, {@code PWD=/tmp}: short labels also count and name other things. */
  static boolean isCount(String text, int label, int from, int word) {
    boolean pin = text.regionMatches(true, label, "pin", 0, 3);
    boolean brief = text.regionMatches(true, label, "pw", 0, 2) || isPass(text, label) || pin;
    int end = Extents.trimmed(text, from, word);
    if (text.charAt(from) == '/' && text.regionMatches(true, label, "pwd", 0, 3)) {
      // The working directory of a shell.
      return true;
    }
    return brief
        && (Words.isEnglish(text, from, end)
            || (Extents.isNumber(text, from, end) && end - from < 4)
            || (pin && isPort(text, from, end)));
  }

  /** {@code GPIO17}, {@code A3}: the pin of a chip. */
  private static boolean isPort(String text, int from, int end) {
    int at = from;
    while (at < end && Chars.isUpper(text.charAt(at))) {
      at++;
    }
    return end - from <= 6 && Extents.allDigits(text, at, end) && end - at < 4;
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
        || Names.allUpper(text, from, end)) {
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

  /** {@code Password: must be longer}: a sentence about it, not one. */
  static boolean isStatement(String text, int from, int word, int quoted) {
    boolean spoken = from > 1 && text.charAt(from - 1) == ' ' && text.charAt(from - 2) == ':';
    return quoted < 0
        && spoken
        && STATEMENTS.contains(text, from, Extents.trimmed(text, from, word));
  }

  /** {@code Password.java:147} in a stack frame. */
  private static boolean isFrame(String text, int from, int end) {
    int dot = Extents.indexOf(text, '.', from, end - from);
    int colon = dot < 0 ? -1 : Extents.indexOf(text, ':', dot, end - dot);
    int stop = colon < 0 ? end : colon;
    return dot > 0 && SOURCES.contains(text, dot + 1, stop);
  }

  /** {@code Ctrl+Shift+F10}. */
  private static boolean isKeyBinding(String text, int from, int end) {
    int plus = Extents.indexOf(text, '+', from, end - from);
    return plus > 0 && MODIFIERS.contains(text, from, plus) && end - from < 24;
  }

  static boolean isSecretWord(String text, int label, int from, int word, Joint joint) {
    int end = Extents.trimmed(text, from, word);
    boolean filler = joint.isFiller();
    if (isFrame(text, from, end)) {
      return false;
    }
    if (filler && Extents.phraseEnd(text, from, end) - end > 8) {
      return true;
    }
    if (joint.isColumn()) {
      return (isOdd(text, from, end) && end - from >= 4) || SecretShapes.isKey(text, from, end);
    }
    if (end - from < 3 || Words.isEnglish(text, from, end)) {
      return false;
    }
    boolean named =
        text.regionMatches(true, label, "passw", 0, 5)
            || text.regionMatches(true, label, "pwd", 0, 3);
    boolean password = named && end - from >= 5;
    return isOdd(text, from, end) || filler || password || mixedCase(text, from, end);
  }

  private static boolean isOdd(String text, int from, int end) {
    for (int i = from; i < end; i++) {
      char c = text.charAt(i);
      if (!Chars.isLetter(c) && c != '\'' && c != '-') {
        return true;
      }
    }
    return false;
  }

  /** Behind {@code key=}: F5, a name or a number is no key; sixteen mixed characters are. */
  static boolean isKey(String text, int label, int from, int word, boolean sign) {
    int end = Extents.trimmed(text, from, word);
    int length = end - from;
    boolean code = text.regionMatches(true, label, "code", 0, 4);
    if (length < 6
        || (!sign && length < 12)
        || Compounds.isNeutral(text, label)
        || (code && length < MIN_CODE && !Compounds.opens(text, label))) {
      return false;
    }
    boolean ours = isSession(text, label) && Grammars.isUuid(text, from, end);
    if (ours || SecretShapes.isKey(text, from, end)) {
      return !ours || (sign && !text.startsWith("id"));
    }
    if (sign && text.regionMatches(true, label, "auth", 0, 4) && isPair(text, from, end)) {
      return true;
    }
    if (sign && length >= 8 && isPassword(text, from, end)) {
      return true;
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
    if ((others > 3 && digits < 4)
        || isObject(text, from, end)
        || isFrame(text, from, end)
        || isKeyBinding(text, from, end)) {
      return false;
    }
    return (digits > 1 && letters > 1)
        || (length >= 20 && letters > 0 && mixedCase(text, from, end) && digits > 0)
        || (length >= 24 && digits > 0)
        || (digits >= 6 && digits == length && !isCounter(text, label));
  }

  /** Tokens and keys are also counted, unlike codes. */
  private static boolean isCounter(String text, int label) {
    return text.regionMatches(true, label, "tokens", 0, 6)
        || text.regionMatches(true, label, "keys", 0, 4);
  }

  /** Sessions have ids that tell no secret, and are UUIDs. */
  private static boolean isSession(String text, int label) {
    return text.regionMatches(true, label, "sess", 0, 4)
        || text.regionMatches(true, label, "sid", 0, 3)
        || (label == 0 && text.startsWith("id"));
  }

  /** {@code bob:x}, with a second half that is no common word. */
  private static boolean isPair(String text, int from, int end) {
    int colon = Extents.indexOf(text, ':', from, end - from);
    return colon > from + 1
        && end - colon > 6
        && Chars.isLetter(text.charAt(from))
        && text.charAt(colon + 1) != '/'
        && !Words.isEnglish(text, colon + 1, end);
  }

  /** Letters, a digit and a mark that names and numbers do not have. */
  private static boolean isPassword(String text, int from, int end) {
    boolean letter = false;
    boolean mark = false;
    for (int i = from; i < end; i++) {
      letter |= Chars.isLetter(text.charAt(i));
      mark |= "!$%^*#?~&\u00a7".indexOf(text.charAt(i)) >= 0;
    }
    return letter && mark && Extents.digits(text, from, end) > 0;
  }

  /** {@code Foo@2bd79ce}, or the same with a brace: the name of a type and an identity. */
  private static boolean isObject(String text, int from, int end) {
    int mark = from;
    while (mark < end && (Chars.isIdentifierPart(text.charAt(mark)) || text.charAt(mark) == '.')) {
      mark++;
    }
    if (mark == from || mark == end || "@{".indexOf(text.charAt(mark)) < 0 || end - mark > 9) {
      return false;
    }
    return Extents.hexDigits(text, mark + 1, end) == end - mark - 1;
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
