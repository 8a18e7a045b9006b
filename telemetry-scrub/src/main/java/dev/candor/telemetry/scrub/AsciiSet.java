package dev.candor.telemetry.scrub;

/** A set of ASCII characters, asked by one shift. */
record AsciiSet(long low, long high) {
  /** Letters, digits and the characters of {@code marks}. */
  static AsciiSet alnumAnd(String marks) {
    AsciiSet set = of(marks);
    long low = set.low;
    long high = set.high;
    for (char c = 0; c < 128; c++) {
      if (Chars.isAlnum(c)) {
        low |= c < 64 ? 1L << c : 0;
        high |= c < 64 ? 0 : 1L << (c - 64);
      }
    }
    return new AsciiSet(low, high);
  }

  static AsciiSet of(String marks) {
    long low = 0;
    long high = 0;
    for (int i = 0; i < marks.length(); i++) {
      char c = marks.charAt(i);
      low |= c < 64 ? 1L << c : 0;
      high |= c < 64 ? 0 : 1L << (c - 64);
    }
    return new AsciiSet(low, high);
  }

  boolean has(char c) {
    return c < 128 && ((c < 64 ? low >>> c : high >>> (c - 64)) & 1) != 0;
  }
}
