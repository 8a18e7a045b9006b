package dev.candor.telemetry.scrub;

/** Pairs whose name and value stand apart: attributes of a tag, two lines, cells, elements. */
final class Pairs {
  private static final int MAX_TAG = 48;
  private static final int MAX_ATTRIBUTES = 120;
  private static final int MAX_INDENT = 24;

  private static final WordSet VALUES = WordSet.of("value val content v text default");

  private Pairs() {}

  /**
   * {@code name="user" value="jdoe"}, {@code {"key":"user","value":"jdoe"}}, also over two lines:
   * behind the sign, or {@code at}.
   */
  static int value(String text, int at) {
    int from = at;
    while (from < text.length()
        && from - at < MAX_INDENT
        && " ,\\\"'\n\r\t".indexOf(text.charAt(from)) >= 0) {
      from++;
    }
    int to = Labels.wordEnd(text, from);
    if (!VALUES.contains(text, from, to)) {
      return at;
    }
    while (to < text.length() && to - from < 16 && "\\\"' ".indexOf(text.charAt(to)) >= 0) {
      to++;
    }
    boolean sign = to < text.length() && "=:".indexOf(text.charAt(to)) >= 0;
    return sign ? to + 1 : at;
  }

  /** {@code <e name="user" type="s">jdoe</e>}: the end of the tag, or {@code at}. */
  static int tag(String text, int at) {
    int to = at;
    while (to < text.length() && to - at < MAX_ATTRIBUTES && "<>\n".indexOf(text.charAt(to)) < 0) {
      to++;
    }
    return Labels.isElement(text, at, at, to) ? to : at;
  }

  /**
   * {@code <td>user</td><td>jdoe</td>}, {@code <b>user:</b> jdoe}: behind the tags, or {@code at}.
   */
  static int cell(String text, int at, boolean sign) {
    int to = at;
    for (int tags = 0; tags < 4; tags++) {
      while (to < text.length() && to - at < MAX_TAG && text.charAt(to) <= ' ') {
        to++;
      }
      if (to >= text.length() || text.charAt(to) != '<' || Placeholders.at(text, to)) {
        break;
      }
      int close = Extents.indexOf(text, '>', to, MAX_TAG);
      if (close < 0) {
        return at;
      }
      to = close + 1;
    }
    return to >= text.length() || (!sign && text.charAt(to - 1) != '>') ? at : to;
  }
}
