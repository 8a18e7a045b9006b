package dev.candor.telemetry.scrub;

/** Names of people whose parts a caret joins, as medical systems write them. */
final class CaretNames {
  private static final int MIN_LETTERS = 5;

  private CaretNames() {}

  /** {@code DOE^JANE^^DR}, {@code Núñez^Íñigo}: not {@code x^2}, {@code mask^value}. */
  static void scan(String text, Findings out) {
    int floor = 0;
    for (int caret = text.indexOf('^'); caret >= 0; caret = text.indexOf('^', caret + 1)) {
      int start = wordStart(text, floor, caret);
      int end = Names.wordStop(text, caret + 1);
      if (start < caret && isPart(text, start, caret) && isPart(text, caret + 1, end)) {
        boolean like = isSmall(text, start) == isSmall(text, caret + 1);
        if (like && end - start > MIN_LETTERS) {
          int from = firstStart(text, floor, start);
          int to = lastEnd(text, end);
          out.add(from, to, Kind.NAME);
          floor = to;
          caret = to - 1;
        }
      }
    }
  }

  /** A word that is no common one; in small letters a long one. */
  private static boolean isPart(String text, int from, int end) {
    return end > from + 1
        && end - from >= (isSmall(text, from) ? 4 : 2)
        && !Words.isEnglish(text, from, end);
  }

  private static boolean isSmall(String text, int at) {
    return Character.isLowerCase(text.charAt(at));
  }

  private static int wordStart(String text, int floor, int end) {
    int start = end;
    while (start > floor && end - start < 40 && isNameChar(text.charAt(start - 1))) {
      start--;
    }
    return start;
  }

  /** {@code VON DER DOE^JANE}: words of the family in front. */
  private static int firstStart(String text, int floor, int from) {
    int start = from;
    for (int words = 0; words < 3 && start > floor + 1 && text.charAt(start - 1) == ' '; words++) {
      int word = wordStart(text, floor, start - 1);
      boolean particle = Names.isParticle(text, word, start - 1);
      if (word == start - 1 || !particle) {
        break;
      }
      start = word;
    }
    return start;
  }

  private static int lastEnd(String text, int from) {
    int end = from;
    int at = from;
    while (at < text.length() && at - from < 120) {
      char c = text.charAt(at);
      if (isNameChar(c)) {
        end = at + 1;
      } else if (c != '^'
          && c != '.'
          && !(c == ' ' && text.charAt(at - 1) != ' ' && follows(text, at))) {
        break;
      }
      at++;
    }
    return end;
  }

  /** Whether a caret stands behind the word that a blank parts. */
  private static boolean follows(String text, int blank) {
    int stop = Names.wordStop(text, blank + 1);
    return stop < text.length() && text.charAt(stop) == '^';
  }

  private static boolean isNameChar(char c) {
    return Character.isLetter(c) || c == '-' || c == '\'';
  }
}
