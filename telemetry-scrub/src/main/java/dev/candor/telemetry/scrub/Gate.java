package dev.candor.telemetry.scrub;

/** What a character may be part of: one look-up tells which verifiers have to read a text. */
final class Gate {
  static final int AT = 1;
  static final int SLASH = 2;
  static final int DIGIT = 4;
  static final int ESCAPE = 8;
  static final int UNUSUAL = 16;

  /** A run of characters that is long enough to be a key or an encoded text. */
  static final int RUN = 32;

  /** Characters of such a run at least. */
  static final int RUN_LENGTH = 12;

  private static final int RUN_CHAR = 64;
  private static final byte[] TABLE = table();

  private Gate() {}

  static int of(char c) {
    return c < 128 ? TABLE[c] : unusual(c);
  }

  static boolean isRunChar(char c) {
    return c < 128 && (TABLE[c] & RUN_CHAR) != 0;
  }

  static boolean isRunChar(int mask) {
    return (mask & RUN_CHAR) != 0;
  }

  /** Full-width forms and characters without width hide ASCII from a reader of ASCII. */
  private static int unusual(char c) {
    return (c >= '\uff01' && c <= '\uff5e') || c == '\u3002' || isInvisible(c) ? UNUSUAL : 0;
  }

  static boolean isInvisible(char c) {
    return (c >= '\u200b' && c <= '\u200f')
        || c == '\u00ad'
        || c == '\u2060'
        || c == '\ufeff'
        || (c >= '\u202a' && c <= '\u202e');
  }

  private static byte[] table() {
    byte[] table = new byte[128];
    for (char c = 0; c < 128; c++) {
      int mask = 0;
      if (Chars.isAlnum(c) || c == '+' || c == '/' || c == '_' || c == '-' || c == '=') {
        mask |= RUN_CHAR;
      }
      if (Chars.isDigit(c)) {
        mask |= DIGIT;
      }
      if (c == '@') {
        mask |= AT;
      }
      if (c == '/' || c == '\\') {
        mask |= SLASH;
      }
      if (c == '%' || c == '\\' || c == '&') {
        mask |= ESCAPE;
      }
      table[c] = (byte) mask;
    }
    return table;
  }
}
