package dev.candor.telemetry.scrub;

/** Tells labels from other words; what stands behind one is read by {@link Joint}. */
final class Labels {
  private static final int MAX_ELEMENT = 512;

  /** Behind a label they make it the label of a harmless thing: {@code user.count}. */
  private static final WordSet NEUTRAL =
      WordSet.of(
          """
          count counts size length len type types enabled disabled timeout port index idx rate limit
          limits version mode status state total agent max min ms sec seconds bytes format width height
          interface input group groups role roles policy required expired interval level set sets
          space scope scopes field fields present valid offset ratio depth num-of quantity bits algorithm alg
          kind encoding locale language theme family found missing
          """);

  /** They name people also at the end of a compound, unlike {@code file_name}. */
  private static final WordSet NAMES = WordSet.of("nom nombre nome naam namn navn");

  /** What is used of people and their places in a compound too, such as {@code APP_PI}. */
  private static final WordSet COMPOUND = WordSet.of("nom nombre nome naam namn navn pi");

  private static final WordSet PLACES = WordSet.of("team group site center centre");

  private Labels() {}

  /** Verifies the value behind a label that ends at {@code end}. */
  static void verify(String text, int start, int end, Label label, Findings out) {
    Joint joint = out.joint();
    if (!isLabel(text, start, end, label)) {
      return;
    }
    int before = out.size();
    if (joint.read(text, start, LabelEnds.of(text, end, label), label)) {
      LabelValues.verify(text, start, joint, label, out);
    }
    if (out.size() == before) {
      Tables.verify(text, start, end, label, out);
    }
  }

  /** Whether a label names a place where people work, or a set of machines. */
  static boolean isPlaceWord(String text, int label) {
    return PLACES.contains(text, label, wordEnd(text, label));
  }

  /** Whether a label is a word for {@code name} that is used of people. */
  static boolean isNameWord(String text, int label) {
    return NAMES.contains(text, label, wordEnd(text, label));
  }

  /** A label is a word of its own, or part of a compound such as {@code db_password}. */
  private static boolean isLabel(String text, int start, int end, Label label) {
    char first = text.charAt(start);
    if (first < 128 && start > 0) {
      char before = text.charAt(start - 1);
      boolean camel = Chars.isLower(before) && Chars.isUpper(first);
      camel |= before == 'D' && start > 1 && text.charAt(start - 2) == '-'; // -Dpassword=
      boolean secret =
          label.kind() == Kind.SECRET && (end - start >= 6 || Compounds.isGlued(text, start, end));
      if (label == Label.NAME
          && "_-.".indexOf(before) >= 0
          && !text.startsWith("--", start - 2)
          && !COMPOUND.contains(text, start, end)) {
        return false;
      }
      if (Chars.isAlnum(before) && !camel && !secret) {
        return false;
      }
      if (before == '<' && text.startsWith(">", end) && !isElement(text, start, end, end)) {
        return false;
      }
    }
    if (end >= text.length()) {
      return false;
    }
    char last = text.charAt(end - 1);
    char after = text.charAt(end);
    if (last >= 128) {
      return true;
    }
    if (LabelEnds.of(text, end, label) > end) {
      return true;
    }
    if (Chars.isDigit(after)) {
      return isSubject(label);
    }
    if (Chars.isLetter(after)) {
      return false;
    }
    if ((after == '_' || after == '-' || after == '.') && end + 1 < text.length()) {
      int word = wordEnd(text, end + 1);
      return word == end + 1 || !NEUTRAL.contains(text, end + 1, word);
    }
    return true;
  }

  /** A person or thing under study, whose number may be glued to the label. */
  static boolean isSubject(Label label) {
    return label == Label.SUBJECT || label == Label.SAMPLE;
  }

  /** {@code <user>alice</user>}, unlike the placeholder {@code <user>}. */
  static boolean isElement(String text, int start, int end, int close) {
    if (start == 0 || close >= text.length() || text.charAt(close) != '>') {
      return false;
    }
    int next = Extents.indexOf(text, '<', close, MAX_ELEMENT);
    int taken = Placeholders.end(text, next);
    next = taken > 0 ? Extents.indexOf(text, '<', taken, MAX_ELEMENT) : next;
    return next > close && next + 1 < text.length() && "/!".indexOf(text.charAt(next + 1)) >= 0;
  }

  static boolean isQuote(char c) {
    return c == '"'
        || c == '\''
        || c == '`'
        || c == '\u201c'
        || c == '\u201e'
        || c == '\u2018'
        || c == '\u00ab'
        || c == '\u300c';
  }

  static int wordEnd(String text, int from) {
    int end = from;
    while (end < text.length() && end - from < 64 && Chars.isLetter(text.charAt(end))) {
      end++;
    }
    return end;
  }
}
