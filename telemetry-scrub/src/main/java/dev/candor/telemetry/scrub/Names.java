package dev.candor.telemetry.scrub;

/** Names of people: capitalised words in a row that are no common words. */
final class Names {
  private static final int MAX_WORDS = 7;

  private static final WordSet PARTICLES =
      WordSet.of(
          "von van de der den da di du dos del della la le bin ibn al el ter ten zu af av y e");

  /** Small words inside the name of an institution. */
  private static final WordSet CONNECTORS =
      WordSet.of(
          "of for and the at in de des du di del della la le les da do dos der die und et y e für för på i til voor van dla w");

  /** Words for houses where people work, in any case. */
  private static final WordSet HOUSES =
      WordSet.of(
          """
          university universitet universiteit universidad universidade universita universite uniwersytet
          institute institut instituto istituto instytut hospital hopital ospedale szpital ziekenhuis
          sykehus sjukhus klinikum klinik clinic clinica clinique kliniek college academy laboratory
          laboratorium laboratoire centre center centrum zentrum fakultet faculty inserm gmbh ltd inc
          """);

  private Names() {}

  /** Capitalised words in a row, with the particles of names between them. */
  static int nameEnd(String text, int from, int word) {
    int end = word;
    if ((end > 0 && ",;".indexOf(text.charAt(end - 1)) >= 0)
        || (!startsName(text, from) && !isParticle(text, from, word))) {
      return Extents.trimmed(text, from, end);
    }
    int at = end;
    for (int words = 1; words < MAX_WORDS && at + 1 < text.length(); words++) {
      int next = nextWord(text, at, words == 1);
      int stop = next < 0 ? -1 : wordStop(text, next);
      if (stop <= next || isNextLabel(text, next, stop)) {
        break;
      }
      if (isInitial(text, next, stop)) {
        end = stop;
      } else if (!isParticle(text, next, stop)) {
        if (!startsName(text, behindPrefix(text, next, stop))
            || (Words.isCommon(text, next, Extents.trimmed(text, next, stop))
                && !isPlace(text, next))) {
          break;
        }
        end = stop;
      }
      at = stop;
    }
    return Extents.trimmed(text, from, end);
  }

  /** {@code Name: Jane Doe DOB: …}, {@code StudyDate=…}: a word that has a value of its own. */
  private static boolean isNextLabel(String text, int from, int stop) {
    char after = stop < text.length() ? text.charAt(stop) : 0;
    return after == '=' || (after == ':' && KeyWords.of(text.substring(from, stop)) != null);
  }

  /** The start of the next word behind one blank; {@code Doe, Jane} counts as one name. */
  private static int nextWord(String text, int end, boolean comma) {
    int at = end;
    if (comma
        && text.charAt(at) == ','
        && at + 2 < text.length()
        && text.charAt(at + 1) == ' '
        && startsName(text, at + 2)) {
      at++;
    }
    return at + 1 < text.length() && text.charAt(at) == ' ' ? at + 1 : -1;
  }

  /**
   * {@code University of Freiburg}: capitalised words, common ones too, with small ones between.
   */
  static int placeEnd(String text, int from) {
    int at = from;
    int end = from;
    boolean joined = false;
    for (int words = 0; words < MAX_WORDS + 2; words++) {
      int stop = wordStop(text, at);
      if (stop == at) {
        break;
      }
      boolean small = CONNECTORS.contains(text, at, stop);
      boolean odd = joined ? !Words.isEnglish(text, at, stop) : isOdd(text, at, stop);
      if (words > 0
          && !small
          && !startsName(text, at)
          && !odd
          && !startsLower(text, from, at, stop)) {
        break;
      }
      joined = small && words > 0;
      end = small && words > 0 ? end : stop;
      if (stop >= text.length() || text.charAt(stop) != ' ') {
        break;
      }
      at = stop + 1;
      if (text.startsWith("& ", at)) {
        at += 2;
      }
    }
    return end == from ? Extents.tokenEnd(text, from) : Extents.trimmed(text, from, end);
  }

  /** {@code st. marys oncology centre}: up to the last word for a house, or {@code from}. */
  static int houseEnd(String text, int from) {
    int end = from;
    int at = from;
    for (int words = 0; words < MAX_WORDS && at < text.length(); words++) {
      int stop = wordStop(text, at);
      if (stop == at || Words.isNoValue(text, at, stop)) {
        break;
      }
      end = words > 0 && HOUSES.contains(text, at, stop) ? stop : end;
      if (!text.startsWith(" ", stop)) {
        break;
      }
      at = stop + 1;
    }
    return end;
  }

  /** Two capitals or more inside, in no order of their own: letters whose case was mixed. */
  private static boolean isOdd(String text, int from, int stop) {
    int upper = 0;
    for (int i = from + 1; i < stop; i++) {
      upper += Chars.isUpper(text.charAt(i)) ? 1 : 0;
    }
    return upper > 1 && !Extents.isPair(text, stop);
  }

  /** Where the first word is small, so are the others. */
  private static boolean startsLower(String text, int from, int at, int stop) {
    // Neither are the other words of a name in another script capitals: "Харитоновский институт".
    boolean script = text.charAt(from) >= 0x370 && text.charAt(at) >= 0x370;
    return (script || Chars.isLower(text.charAt(from))) && !Words.isEnglish(text, at, stop);
  }

  /** Two words or more, the first of them capitalised and no common one, the last capitalised. */
  static boolean isPlaceName(String text, int from, int end) {
    int stop = wordStop(text, from);
    int last = end;
    while (last > from && text.charAt(last - 1) != ' ') {
      last--;
    }
    return last > stop
        && last < end
        && startsName(text, from)
        && (startsName(text, last) || text.charAt(last) >= 0x370)
        && !Words.isCommon(text, from, stop);
  }

  static boolean isPlace(String text, int from) {
    return text.regionMatches(true, from, "lab", 0, 3)
        || text.regionMatches(true, from, "group", 0, 5)
        || text.regionMatches(true, from, "center", 0, 6);
  }

  static boolean isParticle(String text, int from, int stop) {
    return PARTICLES.contains(text, from, stop);
  }

  /** {@code A.}: a letter and a dot. */
  private static boolean isInitial(String text, int from, int stop) {
    return stop - from == 2
        && text.charAt(stop - 1) == '.'
        && Character.isLetter(text.charAt(from));
  }

  /** {@code al-Hashimani}, {@code d'Angelo}: behind the particle that is joined to a name. */
  private static int behindPrefix(String text, int from, int stop) {
    int at = from;
    while (at < stop && at - from < 4 && Chars.isLower(text.charAt(at))) {
      at++;
    }
    boolean joined = at > from && at + 1 < stop && "-'\u2019".indexOf(text.charAt(at)) >= 0;
    return joined ? at + 1 : from;
  }

  static boolean startsName(String text, int at) {
    char c = text.charAt(at);
    return Chars.isUpper(c) || (c >= 128 && Character.isLetter(c) && !Character.isLowerCase(c));
  }

  static int wordStop(String text, int from) {
    int end = from;
    while (end < text.length() && end - from < 40) {
      char c = text.charAt(end);
      boolean inner = (c == '\'' || c == '-' || c == '.' || c == '\u2019') && end > from;
      if (!Character.isLetter(c) && !inner) {
        break;
      }
      end++;
    }
    return end;
  }

  /** Whether a range reads like a person's name: capitalised words that are no common ones. */
  static boolean isName(String text, int from, int end) {
    int at = from;
    int names = 0;
    while (at < end) {
      int stop = wordStop(text, at);
      if (stop == at) {
        at++;
        continue;
      }
      stop = Math.min(stop, end);
      int bare = Extents.trimmed(text, at, stop);
      if (startsName(text, behindPrefix(text, at, stop)) && !Words.isCommon(text, at, bare)) {
        names++;
      } else if (isInitial(text, at, stop) && names > 0) {
        // "A." in the middle of a name.
      } else if (!isParticle(text, at, bare)) {
        return false;
      }
      at = stop;
    }
    return names > 0 && !allUpper(text, from, end);
  }

  /** {@code SIGNED BY JANE DOE}: where the label is in capitals, the name is too. */
  static boolean isUpperName(String text, int label, int from, int end) {
    if (!allUpper(text, label, from) || end - from < 3) {
      return false;
    }
    int at = from;
    while (at < end) {
      int stop = Math.min(wordStop(text, at), end);
      if (stop == at) {
        if (" ,".indexOf(text.charAt(at)) < 0) {
          return false;
        }
        stop = at + 1;
      } else if (Words.isEnglish(text, at, Extents.trimmed(text, at, stop))) {
        return false;
      }
      at = stop;
    }
    return true;
  }

  /** {@code signed by jane doe}: words in a row that are no common ones, two at least. */
  static boolean isLowerName(String text, int from, int end) {
    return startsLowerName(text, from)
        && end == lowerNameEnd(text, from)
        && words(text, from, end) > 1;
  }

  /** Up to three words in small letters that are not common ones. */
  static int lowerNameEnd(String text, int from) {
    int end = from;
    int at = from;
    int names = 0;
    for (int words = 0; words < MAX_WORDS && names < 3; words++) {
      int stop = wordStop(text, at);
      if (names > 0 && isInitial(text, at, stop) && text.startsWith(" ", stop)) {
        at = stop + 1;
        continue;
      }
      int bare = Extents.trimmed(text, at, stop);
      if (bare - at < 2) {
        break;
      }
      if (!isParticle(text, at, bare)) {
        if (bare - at < 3 || Words.isEnglish(text, at, bare)) {
          break;
        }
        end = bare;
        names++;
      }
      if (bare < stop || stop >= text.length() || text.charAt(stop) != ' ') {
        break;
      }
      at = stop + 1;
    }
    return end;
  }

  /** {@code doe, jane h.}: a range of such words, two at least, and nothing else. */
  static boolean isLowerFullName(String text, int from, int end) {
    int names = 0;
    int at = from;
    while (at < end) {
      int stop = Math.min(wordStop(text, at), end);
      if (stop == at) {
        if (" ,".indexOf(text.charAt(at)) < 0) {
          return false;
        }
        at++;
        continue;
      }
      boolean small = isInitial(text, at, stop) || isParticle(text, at, stop);
      if (!small
          && (!startsLowerName(text, at) || stop - at < 3 || Words.isEnglish(text, at, stop))) {
        return false;
      }
      names += small ? 0 : 1;
      at = stop;
    }
    return names > 1;
  }

  /** {@code hoogeveen, sjoerd}: the given name behind a comma, if it ends its line. */
  static int secondEnd(String text, int from, int end, boolean strong) {
    if (!strong || !text.startsWith(", ", end) || !startsLowerName(text, from)) {
      return end;
    }
    int stop = wordStop(text, end + 2);
    boolean name = stop > end + 4 && !Words.isEnglish(text, end + 2, stop);
    return name && Extents.isAlone(text, stop) ? stop : end;
  }

  private static boolean startsLowerName(String text, int at) {
    return at < text.length() && Character.isLowerCase(text.charAt(at));
  }

  /** Two words or more that read like a name, or two to five characters of East Asia. */
  static boolean isFullName(String value) {
    int end = value.length();
    boolean brief = end >= 2 && end <= 5;
    for (int i = 0; i < end && brief; i++) {
      brief = value.charAt(i) >= 0x3400 && Character.isLetter(value.charAt(i));
    }
    return brief
        || (value.indexOf(' ') > 0
            && (isName(value, 0, end) || isUpperName(value, 0, 0, end))
            && words(value, 0, end) > 1);
  }

  static boolean allUpper(String text, int from, int end) {
    for (int i = from; i < end; i++) {
      if (Character.isLowerCase(text.charAt(i)) || text.charAt(i) >= 0x2e80) {
        return false;
      }
    }
    return true;
  }

  static int words(String text, int from, int end) {
    int words = 1;
    for (int i = from; i < end; i++) {
      words += text.charAt(i) == ' ' ? 1 : 0;
      if (text.charAt(i) >= 0x2e80) {
        words++;
      }
    }
    return words;
  }
}
