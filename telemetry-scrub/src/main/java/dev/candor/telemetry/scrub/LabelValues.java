package dev.candor.telemetry.scrub;

/** Decides by the class of a label what its value is and where it ends. */
final class LabelValues {
  private LabelValues() {}

  /** Verifies the value that {@code joint} leads to. */
  static void verify(String text, int label, Joint joint, Label kind, Findings out) {
    int from = joint.at();
    int quoted = joint.quote() == 0 ? -1 : Extents.closing(text, from, joint.quote());
    int word = quoted >= 0 ? quoted : Extents.tokenEnd(text, from);
    if (word <= from || text.charAt(from) == '{' || Placeholders.at(text, from)) {
      return;
    }
    if (Secrets.isArmour(text, from)) {
      Secrets.armour(text, from, from, out);
      return;
    }
    if (quoted < 0 && out.isRowOfLabels(from, word)) {
      out.add(from, word, Kind.SECRET);
      return;
    }
    boolean column = joint.isColumn();
    if (column && isLabelItself(text, from, word)) {
      return;
    }
    boolean strong = joint.isSign() || (quoted >= 0 && !column);
    if (!strong && isFlag(text, from)) {
      return;
    }
    if (kind == Label.NAME && !strong && quoted < 0 && !mayStartName(text, from)) {
      return;
    }
    boolean nothing = Words.isNoValue(text, from, Extents.trimmed(text, from, word));
    if (joint.isBelow() && quoted < 0 && isToken(kind)) {
      int bare = Extents.trimmed(text, from, word);
      int name = Names.nameEnd(text, from, Names.wordStop(text, from));
      boolean person = kind == Label.USER && name > word && Names.isName(text, from, name);
      nothing |=
          !Extents.isAlone(text, person ? name : word)
              || (!person && Words.isEnglish(text, from, bare));
    }
    int before = out.size();
    byKind(text, label, joint, word, quoted, nothing, kind, out);
    if (out.size() == before && strong && !nothing && isEncoded(text, from, word, kind)) {
      out.add(from, word, kind.kind());
    }
  }

  /** {@code login --with-token}: the next option of a command. */
  private static boolean isFlag(String text, int from) {
    return text.startsWith("--", from)
        && from + 2 < text.length()
        && Chars.isLetter(text.charAt(from + 2));
  }

  /** Behind a mere blank a name has a capital, or a particle in front. */
  private static boolean mayStartName(String text, int from) {
    return Names.startsName(text, from) || Names.isParticle(text, from, Names.wordStop(text, from));
  }

  /** A value that is only one as what it stands for: a date of birth in base64. */
  private static boolean isEncoded(String text, int from, int word, Label kind) {
    if (word - from < 8 || kind == Label.NAME || kind == Label.TOKEN) {
      return false;
    }
    String plain = Runs.plain(text, from, word);
    if (plain == null || plain.isEmpty()) {
      return false;
    }
    Findings inner = new Findings();
    inner.joint().sign(1, '\u201c');
    verify("\u201c" + plain + "\u201d", 0, inner.joint(), kind, inner);
    return !inner.isEmpty();
  }

  private static void byKind(
      String text,
      int label,
      Joint joint,
      int word,
      int quoted,
      boolean nothing,
      Label kind,
      Findings out) {
    int from = joint.at();
    boolean strong = joint.isSign() || (quoted >= 0 && !joint.isColumn());
    boolean filler = joint.isFiller();
    switch (kind) {
      case PASSWORD, TOKEN, HEADER, SCHEME -> {
        if (!nothing) {
          secret(text, label, joint, word, quoted, kind, out);
        }
      }
      case USER, HOST -> {
        if (!nothing) {
          Logins.verify(text, label, from, word, strong, filler, kind, out);
        }
      }
      case PERSON, INSTITUTION -> {
        if (!nothing) {
          named(text, label, from, quoted, strong, kind, out);
        }
      }
      case NAME -> {
        if (Labels.isPlaceWord(text, label) && joint.isSign()) {
          int house = quoted >= 0 ? quoted : Names.placeEnd(text, from);
          if (Names.isPlaceName(text, from, house)) {
            out.add(from, house, Kind.NAME);
            return;
          }
        }
        int stop = Names.wordStop(text, from);
        int end = quoted >= 0 ? quoted : Names.nameEnd(text, from, stop);
        boolean upper = strong && Names.isUpperName(text, label, from, end);
        boolean person = strong && Labels.isNameWord(text, label);
        int lower = quoted >= 0 ? quoted : person ? Names.lowerNameEnd(text, from) : from;
        lower = person && quoted < 0 ? Names.secondEnd(text, from, lower, true) : lower;
        // "name" is used of things too, but not with a comma: doe, jane
        person |= quoted >= 0 && Extents.indexOf(text, ',', from, quoted - from) > 0;
        if (strong && EastNames.isName(text, label, from, quoted >= 0 ? quoted : word)) {
          out.add(from, quoted >= 0 ? quoted : word, Kind.NAME);
        } else if (person && Names.isLowerFullName(text, from, lower)) {
          out.add(from, lower, Kind.NAME);
        } else if ((upper || Names.isName(text, from, end))
            && Extents.indexOf(text, ' ', from, end - from) > 0) {
          out.add(from, end, Kind.NAME);
        }
      }
      case SUBJECT, SAMPLE -> Subjects.verify(text, label, joint, quoted, strong, kind, out);
      case PERSONAL_ID, SERIAL -> {
        if (!nothing) {
          number(text, from, word, quoted, strong, filler, kind, out);
        }
      }
      default -> other(text, from, word, quoted, strong, filler, nothing, kind, out);
    }
  }

  /** {@code WWW-Authenticate: Bearer realm="lab"}: what a server asks for. */
  private static boolean isChallenge(String text, int label, int from, int word) {
    return Chars.lower(text.charAt(label)) == 'w'
        && (text.regionMatches(true, from, "bearer", 0, 6)
            || text.regionMatches(true, from, "basic", 0, 5))
        && (text.regionMatches(true, word, " realm=", 0, 7)
            || text.regionMatches(true, word, " error=", 0, 7));
  }

  /** Classes whose values are one word. */
  private static boolean isToken(Label kind) {
    return switch (kind) {
      case PASSWORD, TOKEN, USER, HOST, SCHEME, NETWORK, SUBJECT, SAMPLE -> true;
      default -> false;
    };
  }

  /** In a row of names such as {@code user,host,time}, the next one is a label again. */
  private static boolean isLabelItself(String text, int from, int word) {
    return word - from < 40 && KeyWords.of(text.substring(from, word)) != null;
  }

  private static void secret(
      String text, int label, Joint joint, int word, int quoted, Label kind, Findings out) {
    int from = joint.at();
    boolean sign = joint.isSign();
    boolean strong = sign || (quoted >= 0 && !joint.isColumn());
    switch (kind) {
      case PASSWORD -> {
        if (strong
            ? !SecretWords.isCount(text, label, from, word)
                && !SecretWords.isStatement(text, from, word, quoted)
            : SecretWords.isSecretWord(text, label, from, word, joint)) {
          int end = Extents.secretEnd(text, label, from, word, quoted);
          out.add(from, end, Kind.SECRET);
          SecretLists.rest(text, from, end, out);
        }
      }
      case TOKEN -> {
        if ((strong || joint.isFiller())
            && (SecretWords.isKey(text, label, from, word, sign)
                || (strong && SecretWords.isToken(text, label, from, word)))) {
          out.add(from, word, Kind.SECRET);
        }
      }
      case HEADER -> {
        int bare = Extents.trimmed(text, from, word);
        boolean setting = Words.isCommon(text, from, bare) && Extents.isAlone(text, word);
        setting |= isChallenge(text, label, from, word);
        if ((sign || joint.isColumn()) && !setting) {
          // What an earlier header covers is not walked through again for each that stands in it.
          int seen = out.lastCovers(from) ? out.end(out.size() - 1) : from;
          int end = joint.isColumn() ? word : Extents.lineEnd(text, label, seen);
          end = quoted >= 0 ? quoted : end;
          int digest = Digests.start(text, from);
          out.add(from, digest < 0 ? end : Math.max(end, Digests.end(text, digest)), Kind.SECRET);
        }
      }
      default -> {
        boolean digest = Digests.start(text, label) >= 0;
        if (digest && Digests.end(text, from) > from) {
          out.add(from, Digests.end(text, from), Kind.SECRET);
        } else if (SecretWords.isCredential(text, from, word)
            && !text.regionMatches(true, label, "digest=", 0, 7)) {
          out.add(from, word, Kind.SECRET);
        }
      }
    }
  }

  private static void named(
      String text, int label, int from, int quoted, boolean strong, Label kind, Findings out) {
    boolean place = kind == Label.INSTITUTION;
    int word = Extents.tokenEnd(text, from);
    int end =
        quoted >= 0 ? quoted : place ? Names.placeEnd(text, from) : namedEnd(text, from, word);
    end = quoted < 0 ? Names.secondEnd(text, from, end, strong) : end;
    if (end <= from || Extents.isNumber(text, from, end)) {
      return;
    }
    boolean name =
        strong
            ? !Words.isNoValue(text, from, end)
                && (Names.startsName(text, from) || !Words.isCommon(text, from, end))
            : Names.isName(text, from, place ? Math.min(end, Names.wordStop(text, from)) : end)
                || Names.isUpperName(text, label, from, end)
                || (!place && Names.isLowerName(text, from, end));
    boolean granted = place && quoted < 0 && text.regionMatches(true, from - 3, "to ", 0, 3);
    int house = granted ? Names.houseEnd(text, from) : from;
    if (name || house > from) {
      out.add(from, Math.max(end, house), Kind.NAME);
    }
  }

  private static int namedEnd(String text, int from, int word) {
    return Names.startsName(text, from)
        ? Names.nameEnd(text, from, word)
        : Math.max(Names.lowerNameEnd(text, from), Names.nameEnd(text, from, word));
  }

  private static void number(
      String text,
      int from,
      int word,
      int quoted,
      boolean strong,
      boolean filler,
      Label kind,
      Findings out) {
    int end = quoted >= 0 ? quoted : Extents.groupsEnd(text, from, word);
    int digits = Extents.digits(text, from, end);
    boolean value;
    if (strong || filler) {
      boolean brief = digits < 3 && Extents.isNumber(text, from, end);
      value = (digits > 0 && !brief) || (strong && isCode(text, from, word, kind));
    } else {
      value = digits >= 4 || isSerial(text, from, word) || isMixed(text, from, word);
    }
    if (value && !(kind == Label.SERIAL && Numbers.isBaud(text, from, end))) {
      out.add(from, end, Kind.ID);
    }
  }

  /** A value without digits: any word that is no common one is a serial number, capitals are. */
  private static boolean isCode(String text, int from, int word, Label kind) {
    int end = Extents.trimmed(text, from, word);
    if (Words.isCommon(text, from, end)) {
      return false;
    }
    return kind == Label.SERIAL
        ? Extents.digits(text, from, end) == 0
        : isCapitals(text, from, end);
  }

  /** Capitals mixed with digits, or many capitals with a dash. */
  private static boolean isSerial(String text, int from, int end) {
    int upper = 0;
    int dashes = 0;
    for (int i = from; i < end; i++) {
      upper += Chars.isUpper(text.charAt(i)) ? 1 : 0;
      dashes += text.charAt(i) == '-' ? 1 : 0;
    }
    return upper > 1
        && end - from >= 5
        && (Extents.digits(text, from, end) > 0 || (dashes == 1 && isCapitals(text, from, end)));
  }

  /** {@code n50wuur9}: letters and digits that take turns. */
  private static boolean isMixed(String text, int from, int word) {
    int end = Extents.trimmed(text, from, word);
    int turns = 0;
    for (int i = from; i < end; i++) {
      char c = text.charAt(i);
      if (!Chars.isAlnum(c)) {
        return false;
      }
      boolean turn = i > from && Chars.isDigit(c) != Chars.isDigit(text.charAt(i - 1));
      turns += turn ? 1 : 0;
    }
    return end - from >= 6 && turns >= 3;
  }

  private static boolean isCapitals(String text, int from, int end) {
    for (int i = from; i < end; i++) {
      if (!Chars.isUpper(text.charAt(i)) && text.charAt(i) != '-') {
        return false;
      }
    }
    return end - from >= 7;
  }

  private static void other(
      String text,
      int from,
      int word,
      int quoted,
      boolean strong,
      boolean filler,
      boolean nothing,
      Label kind,
      Findings out) {
    switch (kind) {
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
      case POINT -> Places.point(text, from, out);
      case POSTAL_CODE -> {
        int end = quoted >= 0 ? quoted : Extents.addressEnd(text, from);
        if ((strong || filler) && Places.isCode(text, from, end)) {
          out.add(from, end, Kind.NAME);
        }
      }
      case ADDRESS -> {
        // Behind a mere blank an address begins like a name: asked first, as rows of labels do not.
        if (strong || filler || Names.startsName(text, from)) {
          int end = quoted >= 0 ? quoted : Extents.addressEnd(text, from);
          if (Places.isAddress(text, from, end, strong || filler)) {
            out.add(from, end, Kind.NAME);
          }
        }
      }
      case MAC -> {
        if (Extents.hexDigits(text, from, word) >= 12) {
          out.add(from, word, Kind.MAC);
        }
      }
      case ADDRESS_IP -> {
        // "ip 00007f1c2c0b0a08" points to an instruction.
        boolean pointer = !strong && text.startsWith("0000", from);
        if (!pointer
            && Extents.digits(text, from, word) > 0
            && Chars.isHex(text.charAt(from))
            && word - from >= 7) {
          out.add(from, word, Kind.IP);
        }
      }
      default -> {
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
}
