package dev.candor.telemetry.scrub;

/** Patients, animals and samples behind their labels, also glued to them: {@code patient_0042}. */
final class Subjects {
  private static final WordSet THINGS = WordSet.of("case block");

  private Subjects() {}

  static void verify(
      String text, int label, Joint joint, int quoted, boolean strong, Label kind, Findings out) {
    int from = joint.at();
    boolean glued = joint.isGlued();
    int end = quoted >= 0 ? quoted : Extents.nameTokenEnd(text, from);
    if (quoted < 0) {
      end = Extents.trimmed(text, from, end);
    }
    if (end <= from
        || Words.isNoValue(text, from, end)
        || (joint.isBelow() && !Extents.isAlone(text, end))) {
      return;
    }
    if (!isValue(text, label, from, end, joint, quoted, strong, kind)) {
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

  private static boolean isValue(
      String text,
      int label,
      int from,
      int end,
      Joint joint,
      int quoted,
      boolean strong,
      Label kind) {
    int digits = Extents.digits(text, from, end);
    boolean whole = Extents.isNumber(text, from, end);
    if (isShare(text, from, end) || (isThing(text, label) && !isMarked(text, from, end, digits))) {
      return false;
    }
    if (strong) {
      if (kind == Label.SUBJECT) {
        return !Words.isCommon(text, from, end);
      }
      boolean instrument = text.regionMatches(true, label, "probe", 0, 5) && digits == 0;
      return (digits > 0 || quoted >= 0 || !Words.isEnglish(text, from, end))
          && !(whole && digits < 3)
          && !instrument;
    }
    if (kind == Label.SUBJECT) {
      boolean counted = whole && digits < 3 && !joint.isGlued();
      return (digits > 0 && !counted && firstWordHasDigit(text, from, end))
          || (joint.isFiller() && !Words.isEnglish(text, from, end));
    }
    boolean id =
        text.startsWith("_id ", from - 4) || text.regionMatches(true, from - 3, "id ", 0, 3);
    return (digits >= (whole ? 3 : 2) && firstWordHasDigit(text, from, end))
        || (id && digits > 0 && !whole && !Words.isEnglish(text, from, end));
  }

  /** {@code slide 3/12}: one of several. */
  private static boolean isShare(String text, int from, int end) {
    int slash = Extents.indexOf(text, '/', from, end - from);
    return slash > from
        && slash - from < 4
        && end - slash - 1 < 4
        && Extents.allDigits(text, from, slash)
        && Extents.allDigits(text, slash + 1, end);
  }

  /** Words that name a part of a program or of its memory more often than of a body. */
  private static boolean isThing(String text, int label) {
    return THINGS.contains(text, label, Labels.wordEnd(text, label));
  }

  /** {@code H80-4013-A1}, {@code 33106020}: letters and three digits, or six digits and more. */
  private static boolean isMarked(String text, int from, int end, int digits) {
    int least = Extents.isNumber(text, from, end) ? 6 : 3;
    return digits >= least && !text.startsWith("0x", from);
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
