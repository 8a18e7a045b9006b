package dev.candor.telemetry.scrub;

/** Decides by the class of a label what its value is and where it ends. */
final class LabelValues {

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
    int quoted = quote == 0 ? -1 : Extents.closing(text, from, quote);
    int word = quoted >= 0 ? quoted : Extents.tokenEnd(text, from);
    if (word <= from || text.charAt(from) == '{' || Placeholders.at(text, from)) {
      return;
    }
    boolean strong = sign || quoted >= 0;
    boolean nothing = Words.isNoValue(text, from, Extents.trimmed(text, from, word));
    switch (kind) {
      case PASSWORD -> {
        if (!nothing
            && !SecretWords.isCount(text, label, from, word)
            && (strong || SecretWords.isSecretWord(text, label, from, word, filler))) {
          out.add(from, Extents.secretEnd(text, label, from, word, quoted), Kind.SECRET);
        }
      }
      case TOKEN -> {
        if (!nothing
            && (strong || filler)
            && (SecretWords.isKey(text, from, word, sign)
                || (strong && SecretWords.isToken(text, label, from, word)))) {
          out.add(from, word, Kind.SECRET);
        }
      }
      case HEADER -> {
        if (sign && !nothing) {
          out.add(from, quoted >= 0 ? quoted : Extents.lineEnd(text, label, from), Kind.SECRET);
        }
      }
      case SCHEME -> {
        if (SecretWords.isCredential(text, from, word)) {
          out.add(from, word, Kind.SECRET);
        }
      }
      case USER, HOST -> login(text, label, from, word, strong, filler, nothing, kind, out);
      case PERSON, INSTITUTION -> {
        int end = quoted >= 0 ? quoted : Names.nameEnd(text, from, word);
        if (!nothing
            && !Extents.isNumber(text, from, end)
            && (strong ? !Words.isNoValue(text, from, end) : Names.isName(text, from, end))) {
          out.add(from, end, Kind.NAME);
        }
      }
      case NAME -> {
        int end = quoted >= 0 ? quoted : Names.nameEnd(text, from, word);
        if (Names.isName(text, from, end)
            && (sign || filler || quoted < 0)
            && Names.words(text, from, end) >= 2) {
          out.add(from, end, Kind.NAME);
        }
      }
      case SUBJECT, SAMPLE -> subject(text, label, from, quoted, strong, filler, glued, kind, out);
      case PERSONAL_ID, SERIAL -> {
        int end = quoted >= 0 ? quoted : Extents.groupsEnd(text, from, word);
        if (!nothing && (Extents.digits(text, from, end) >= (strong || filler ? 1 : 4))) {
          out.add(from, end, Kind.ID);
        } else if (kind == Label.SERIAL && isSerial(text, from, word)) {
          out.add(from, end, Kind.ID);
        } else if (strong
            && kind == Label.SERIAL
            && !nothing
            && !Words.isCommon(text, from, word)) {
          out.add(from, word, Kind.ID);
        }
      }
      case PHONE -> {
        int end = quoted >= 0 ? quoted : Extents.phoneEnd(text, from);
        if (Extents.digits(text, from, end) >= 5) {
          out.add(from, end, Kind.ID);
        }
      }
      case BIRTH -> {
        int end = quoted >= 0 ? quoted : Extents.dateEnd(text, from);
        if (Extents.digits(text, from, end) >= 2) {
          out.add(from, end, Kind.ID);
        }
      }
      case COORDINATES -> Places.coordinates(text, from, strong, out);
      case ADDRESS -> {
        int end = quoted >= 0 ? quoted : Extents.addressEnd(text, from);
        if ((strong || filler) && Places.isAddress(text, from, end)) {
          out.add(from, end, Kind.NAME);
        }
      }
      case MAC -> {
        if (Extents.hexDigits(text, from, word) >= 12) {
          out.add(from, word, Kind.MAC);
        }
      }
      case ADDRESS_IP -> {
        if (Extents.digits(text, from, word) > 0
            && Chars.isHex(text.charAt(from))
            && word - from >= 7) {
          out.add(from, word, Kind.IP);
        }
      }
      case NETWORK -> {
        int end = quoted >= 0 ? quoted : Names.nameEnd(text, from, word);
        if (strong
            && !nothing
            && !Words.isCommon(text, from, word)
            && !Extents.isNumber(text, from, end)) {
          out.add(from, end, Kind.NAME);
        }
      }
    }
  }

  /** Capitals and digits mixed. */
  private static boolean isSerial(String text, int from, int end) {
    int upper = 0;
    for (int i = from; i < end; i++) {
      upper += Chars.isUpper(text.charAt(i)) ? 1 : 0;
    }
    return upper > 1 && Extents.digits(text, from, end) > 0 && end - from >= 5;
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
    int end = Extents.trimmed(text, from, word);
    if (nothing || end <= from || (Extents.isNumber(text, from, end) && end - from < 4)) {
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
      out.add(from, Math.max(word, Names.nameEnd(text, from, word)), kind.kind());
    }
  }

  /** Behind a mere blank, a host has a digit, dash or dot; a login is no sentence. */
  private static boolean isLoginLike(String text, int from, int end, Label kind, boolean filler) {
    boolean marked = false;
    if (Chars.lower(text.charAt(from)) == 'v' && Chars.isDigit(text.charAt(from + 1))) {
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
    return kind == Label.USER || filler;
  }

  /** {@code operator=GLVA}; where all is in capitals, so are names. */
  private static boolean isAcronym(String text, int label, int from, int end) {
    return end - from <= 6
        && Names.allUpper(text, from, end)
        && !Chars.isUpper(text.charAt(label))
        && Chars.isUpper(text.charAt(from))
        && Extents.digits(text, from, end) == 0
        && label < from - 1;
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
    int end = quoted >= 0 ? quoted : Extents.nameTokenEnd(text, from);
    if (quoted < 0) {
      end = Extents.trimmed(text, from, end);
    }
    int digits = Extents.digits(text, from, end);
    if (end <= from || Words.isNoValue(text, from, end)) {
      return;
    }
    boolean whole = Extents.isNumber(text, from, end);
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
      int name = Names.nameEnd(text, from, Extents.tokenEnd(text, from));
      if (kind == Label.SUBJECT && !glued && Names.isName(text, from, name)) {
        out.add(from, name, Kind.NAME);
      }
      return;
    }
    int start = glued ? Extents.tokenStart(text, label) : from;
    if (!glued && quoted < 0) {
      int name = Names.nameEnd(text, from, Extents.tokenEnd(text, from));
      end = Math.max(end, strong ? name : end);
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
}
