package dev.candor.telemetry.scrub;

/** Mail addresses that are written out: {@code jane (at) example (dot) org}. */
final class WrittenMails {
  /** What stands for the at sign, with the blanks or brackets around it. */
  static final String[] MARKS = {
    " at ",
    "(at)",
    "[at]",
    "{at}",
    "<at>",
    "( at )",
    "[ at ]",
    "(a)",
    "[a]",
    "(ät)",
    "[ät]",
    "{a}",
    " ät ",
    " arroba ",
    "(arroba)",
    "[arroba]",
    " chiocciola ",
    "(chiocciola)",
    "(małpa)",
    "[małpa]",
    " małpa ",
    "(apenstaartje)",
    "(snabel-a)",
    " snabel-a ",
    "[arobase]",
    "(arobase)",
    " arobase ",
    " aet "
  };

  /** Words that stand for a dot. */
  private static final WordSet DOTS = WordSet.of("dot punkt punto ponto point kropka punt dt");

  /** What may stand around a written-out mark. */
  private static final int MAX_JUNK = 3;

  private WrittenMails() {}

  /**
   * Verifies a written-out {@code at} such as {@code (at)}, {@code [at]} or {@code AT} between
   * blanks.
   */
  static void obfuscated(String text, int from, int to, Findings out) {
    int left = from;
    while (left > 0 && from - left < 3 && isJunk(text.charAt(left - 1))) {
      left--;
    }
    int right = to;
    while (right < text.length() && right - to < 3 && isJunk(text.charAt(right))) {
      right++;
    }
    boolean spaced = left < from && right > to;
    boolean bracketed =
        left < from && right > to && text.charAt(from - 1) != ' ' && text.charAt(to) != ' ';
    int start = Mails.localStart(text, 0, left);
    if (!spaced || start == left) {
      return;
    }
    start = dottedStart(text, start);
    int end = obfuscatedDomain(text, right);
    int plain = Mails.domainEnd(text, right);
    if (end > 0) {
      out.add(start, end, Kind.EMAIL);
    } else if (bracketed && isDotted(text, right, plain)) {
      out.add(start, plain, Kind.EMAIL);
    } else if (Mails.hasTopLevel(text, right, plain)
        && (bracketed || isPlainMail(text, start, left, plain))) {
      out.add(start, plain, Kind.EMAIL);
    }
  }

  /** A dot and letters of any case: behind a mark in brackets nothing else stands. */
  private static boolean isDotted(String text, int from, int end) {
    int dot = Chars.last(text, '.', from, end);
    return dot > from + 1 && end - dot > 2 && Labels.wordEnd(text, dot + 1) == end;
  }

  /** {@code jane(dot)doe}: words in front that a written-out dot joins. */
  private static int dottedStart(String text, int from) {
    int start = from;
    for (int i = 0; i < 3; i++) {
      int at = start;
      while (at > 0 && start - at < MAX_JUNK && isJunk(text.charAt(at - 1))) {
        at--;
      }
      int left = at;
      while (left > 0 && at - left < 7 && Chars.isLetter(text.charAt(left - 1))) {
        left--;
      }
      if (at == start || !DOTS.contains(text, left, at)) {
        break;
      }
      int word = left;
      while (word > 0 && left - word < MAX_JUNK && isJunk(text.charAt(word - 1))) {
        word--;
      }
      int local = Mails.localStart(text, 0, word);
      if (local == word || word == left) {
        break;
      }
      start = local;
    }
    return start;
  }

  /** {@code jane at example.org}, not {@code listening at example.org} or a stack frame. */
  private static boolean isPlainMail(String text, int start, int left, int end) {
    char after = end < text.length() ? text.charAt(end) : ' ';
    return !Words.isEnglish(text, start, left)
        && "/(:".indexOf(after) < 0
        && Chars.isLower(text.charAt(end - 1))
        && Chars.isLower(text.charAt(end - 2));
  }

  private static boolean isJunk(char c) {
    return " ([{<)]}>_-".indexOf(c) >= 0;
  }

  /** {@code example [dot] org}: words joined by a written-out dot; 0 if there is none. */
  private static int obfuscatedDomain(String text, int from) {
    int at = labelEnd(text, from);
    int dots = 0;
    boolean written = false;
    while (at > from && dots < 5) {
      int mark = junkEnd(text, at);
      int dot = dotEnd(text, mark);
      if (dot == mark) {
        break;
      }
      int word = junkEnd(text, dot);
      boolean plain = dot == mark + 1;
      // "example.org" is written out only around it, "example . org" in itself.
      written |= !plain || mark > at;
      int end = labelEnd(text, word);
      if (end == word || ((mark == at || word == dot) && (!plain || word > dot))) {
        break;
      }
      at = end;
      dots++;
    }
    return written && dots > 0 ? at : 0;
  }

  private static int junkEnd(String text, int from) {
    int at = from;
    while (at < text.length() && at - from < MAX_JUNK && isJunk(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /** Behind a dot, or a word that stands for one. */
  private static int dotEnd(String text, int from) {
    if (from < text.length() && text.charAt(from) == '.') {
      return from + 1;
    }
    int word = Labels.wordEnd(text, from);
    return DOTS.contains(text, from, word) ? word : from;
  }

  /** A label of a domain; a dash inside belongs to it, one around a word for a dot does not. */
  private static int labelEnd(String text, int from) {
    int at = from;
    while (at < text.length() && at - from < 63) {
      char c = text.charAt(at);
      boolean dash =
          c == '-'
              && at > from
              && at + 1 < text.length()
              && Mails.isDomainChar(text.charAt(at + 1))
              && dotEnd(text, at + 1) == at + 1;
      if (!Mails.isDomainChar(c) && !dash) {
        break;
      }
      at++;
    }
    return at;
  }
}
