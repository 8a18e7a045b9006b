package dev.candor.telemetry.scrub;

/** A set of ASCII characters, asked by one look-up. */
final class AsciiSet {
  private static final int ASCII = 128;

  private final boolean[] members = new boolean[ASCII];

  private AsciiSet(String marks) {
    for (int i = 0; i < marks.length(); i++) {
      members[marks.charAt(i)] = true;
    }
  }

  /** Letters, digits and the characters of {@code marks}. */
  static AsciiSet alnumAnd(String marks) {
    AsciiSet set = new AsciiSet(marks);
    for (char c = 0; c < ASCII; c++) {
      set.members[c] |= Chars.isAlnum(c);
    }
    return set;
  }

  static AsciiSet of(String marks) {
    return new AsciiSet(marks);
  }

  boolean has(char c) {
    return c < ASCII && members[c];
  }
}
