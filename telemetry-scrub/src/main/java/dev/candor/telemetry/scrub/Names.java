package dev.candor.telemetry.scrub;

/** Names of people: capitalised words in a row that are no common words. */
final class Names {
  private static final int MAX_WORDS = 5;

  private static final WordSet PARTICLES =
      WordSet.of(
          "von van de der den da di du dos del della la le bin ibn al el ter ten zu af av y e");

  private Names() {}

  /** Capitalised words in a row, with the particles of names between them. */
  static int nameEnd(String text, int from, int word) {
    int end = word;
    int words = 1;
    if ((end > 0 && ",;".indexOf(text.charAt(end - 1)) >= 0) || !startsName(text, from)) {
      return Extents.trimmed(text, from, end);
    }
    while (words < MAX_WORDS && end + 1 < text.length()) {
      int next = end;
      if (text.charAt(next) == ','
          && words == 1
          && next + 2 < text.length()
          && text.charAt(next + 1) == ' '
          && startsName(text, next + 2)) {
        next++;
      }
      if (text.charAt(next) != ' ') {
        break;
      }
      next++;
      int stop = wordStop(text, next);
      if (stop == next) {
        break;
      }
      boolean particle = PARTICLES.contains(text, next, stop);
      if ((!startsName(text, next) && !particle)
          || (Words.isCommon(text, next, Extents.trimmed(text, next, stop))
              && !isPlace(text, next))) {
        break;
      }
      int after = stop;
      if (particle && (after + 1 >= text.length() || !startsName(text, after + 1))) {
        break;
      }
      end = after;
      words++;
    }
    return Extents.trimmed(text, from, end);
  }

  static boolean isPlace(String text, int from) {
    return text.regionMatches(true, from, "lab", 0, 3)
        || text.regionMatches(true, from, "group", 0, 5)
        || text.regionMatches(true, from, "center", 0, 6);
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
      if (startsName(text, at) && !Words.isCommon(text, at, bare)) {
        names++;
      } else if (!PARTICLES.contains(text, at, bare)) {
        return false;
      }
      at = stop;
    }
    return names > 0 && !allUpper(text, from, end);
  }

  static boolean allUpper(String text, int from, int end) {
    for (int i = from; i < end; i++) {
      if (Chars.isLower(text.charAt(i)) || text.charAt(i) >= 128) {
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
