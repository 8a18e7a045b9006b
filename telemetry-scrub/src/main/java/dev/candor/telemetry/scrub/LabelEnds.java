package dev.candor.telemetry.scrub;

/** Where a label ends that goes on with an index or a word: {@code password_confirmation[0]}. */
final class LabelEnds {
  private static final int MAX_PARTS = 3;
  private static final int MAX_DIGITS = 3;

  /** Behind a label of secrets they say which of several it is, or how it is written. */
  private static final WordSet WHICH =
      WordSet.of(
          """
          confirmation confirm confirmed again repeat repeated retype retyped reenter verify verified
          check old new current previous former next plain plaintext clear cleartext text string str raw
          hash hashed digest encrypted enc encoded base64 b64 hex pem primary secondary main backup prod
          production dev test staging admin root user db database default value val data content first
          second base id bestaetigung wiederholung confirmacion repetir conferma confirmacao potwierdz
          """);

  private LabelEnds() {}

  /** The end of the whole label, of which a sign has to follow if it is longer than the word. */
  static int of(String text, int end, Label label) {
    boolean secret = label.kind() == Kind.SECRET;
    int at = end;
    for (int parts = 0; parts < MAX_PARTS && at < text.length(); parts++) {
      int next = index(text, at);
      next = next == at && secret ? word(text, at) : next;
      if (next == at) {
        break;
      }
      at = next;
    }
    return at > end && Signs.follows(text, at) ? at : end;
  }

  /** {@code Serien-Nr.}: the dot belongs to the label. */
  static boolean isNumberSign(String text, int end) {
    return text.regionMatches(true, end - 2, "nr", 0, 2)
        || text.regionMatches(true, end - 2, "no", 0, 2);
  }

  /** Whether a value may stand behind a slash: other labels stand in paths and in "user/group". */
  static boolean isSlashed(Label label) {
    return label.kind() == Kind.SECRET || label == Label.SERIAL || label == Label.PERSONAL_ID;
  }

  /** {@code 1}, {@code _1}, {@code .0}, {@code [0]}, {@code []}. */
  private static int index(String text, int at) {
    char c = text.charAt(at);
    boolean open = c == '[';
    int from = open || isMark(c) ? at + 1 : at;
    int to = from;
    while (to < text.length() && to - from < MAX_DIGITS && Chars.isDigit(text.charAt(to))) {
      to++;
    }
    if (open) {
      return text.startsWith("]", to) ? to + 1 : at;
    }
    return to > from && (to == text.length() || !Chars.isAlnum(text.charAt(to))) ? to : at;
  }

  /** Whether a word only says which of several secrets is meant. */
  static boolean isWhich(String text, int from, int end) {
    return WHICH.contains(text, from, end);
  }

  private static int word(String text, int at) {
    char c = text.charAt(at);
    int from = isMark(c) || c == ' ' ? at + 1 : at;
    boolean hump = from == at && Chars.isUpper(c) && Chars.isLower(text.charAt(at - 1));
    int to = from < text.length() ? from + 1 : from;
    while (to < text.length()
        && to - from < 16
        && Chars.isAlnum(text.charAt(to))
        && !(Chars.isUpper(text.charAt(to)) && Chars.isLower(text.charAt(to - 1)))) {
      to++;
    }
    return (from > at || hump) && WHICH.contains(text, from, to) ? to : at;
  }

  private static boolean isMark(char c) {
    return c == '_' || c == '-' || c == '.';
  }
}
