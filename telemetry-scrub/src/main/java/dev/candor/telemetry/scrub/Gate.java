package dev.candor.telemetry.scrub;

/**
 * What a character may be part of: one look-up tells which verifiers have to read a text, and the
 * symbol that the automaton steps by.
 */
final class Gate {
  /** The bits of the symbol. */
  static final int SYMBOL = (1 << Automaton.COLUMN_BITS) - 1;

  static final int AT = 1 << 5;
  static final int SLASH = 1 << 6;
  static final int ESCAPE = 1 << 7;
  static final int UNUSUAL = 1 << 8;

  /** Joins the parts of a person's name in medical records. */
  static final int CARET = 1 << 11;

  private static final int NUMBER_BIT = 9;

  /** What {@link #NUMBER} is in a word of pairs of bits: the lower one. */
  private static final long NUMBER_MARK = 1L << 62;

  /** What a character of a run is there: the upper one. */
  private static final long RUN_MARK = 1L << 63;

  /** Both. */
  static final long MARK_BITS = NUMBER_MARK | RUN_MARK;

  /** A digit, or a colon, as addresses have them. */
  static final int NUMBER = 1 << NUMBER_BIT;

  /** Characters of a run that is long enough to be a key or an encoded text. */
  static final int RUN_LENGTH = 12;

  private static final int RUN_BIT = NUMBER_BIT + 1;
  private static final int RUN_CHAR = 1 << RUN_BIT;
  private static final char SEPARATOR = 27;
  private static final char MARK = 28;
  // Three classes of digits, so that a word of digits is not every number's head.
  private static final char DIGITS = 29;
  private static final char[] TABLE = table();

  // The same, with the two highest bits for numbers and runs: pairs of them are taken in by one
  // shift.
  private static final long[] MARKED = marked();

  private Gate() {}

  static int of(char c) {
    return c < 128 ? TABLE[c] : unusual(c);
  }

  /** The look-up itself, for ASCII, with {@link #MARK_BITS}. */
  static long[] ascii() {
    return MARKED;
  }

  /** One for a digit or a colon, else zero. */
  static long number(int gate) {
    return (gate >> NUMBER_BIT) & 1;
  }

  /** One for a character of a run, else zero. */
  static long run(int gate) {
    return (gate >> RUN_BIT) & 1;
  }

  static boolean isRunChar(char c) {
    return c < 128 && (TABLE[c] & RUN_CHAR) != 0;
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

  private static char[] table() {
    char[] table = new char[128];
    for (char c = 0; c < 128; c++) {
      int mask = symbol(c);
      if (Chars.isAlnum(c) || c == '+' || c == '/' || c == '_' || c == '-' || c == '=') {
        mask |= RUN_CHAR;
      }
      if (Chars.isDigit(c) || c == ':') {
        mask |= NUMBER;
      }
      if (c == '@') {
        mask |= AT;
      }
      if (c == '/' || c == '\\') {
        mask |= SLASH;
      }
      if (c == '^') {
        mask |= CARET;
      }
      if (c == '%' || c == '\\' || c == '&') {
        mask |= ESCAPE;
      }
      table[c] = (char) mask;
    }
    return table;
  }

  private static long[] marked() {
    long[] marked = new long[128];
    for (int c = 0; c < marked.length; c++) {
      marked[c] =
          TABLE[c]
              | ((TABLE[c] & NUMBER) != 0 ? NUMBER_MARK : 0)
              | ((TABLE[c] & RUN_CHAR) != 0 ? RUN_MARK : 0);
    }
    return marked;
  }

  private static int symbol(char c) {
    if (Chars.isLetter(c)) {
      return Chars.lower(c) - 'a' + 1;
    }
    if (c == ' ' || c == '_' || c == '-' || c == '.') {
      return SEPARATOR;
    }
    return Chars.isDigit(c) ? DIGITS + (c - '0') / 4 : c > ' ' ? MARK : 0;
  }
}
