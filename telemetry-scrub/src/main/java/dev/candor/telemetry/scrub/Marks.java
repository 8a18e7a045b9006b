package dev.candor.telemetry.scrub;

/** Positions of a text where characters of one class stand: one bit for each character. */
final class Marks {
  /** Characters of one word of bits. */
  static final int WORD = 64;

  private static final int KEPT = 256;

  private long[] words = new long[16];
  private int size;

  /** Makes room for a text, all of whose words are then put. */
  void start(int length) {
    size = (length + WORD - 1) / WORD;
    if (words.length < size || (words.length > KEPT && size <= KEPT)) {
      words = new long[Math.max(size, 16)];
    }
  }

  void put(int index, long bits) {
    words[index] = bits;
  }

  /** The first mark at a position or behind it, or -1. */
  int next(int from) {
    int index = from / WORD;
    if (index >= size) {
      return -1;
    }
    long rest = words[index] & (-1L << from);
    while (rest == 0) {
      if (++index >= size) {
        return -1;
      }
      rest = words[index];
    }
    return index * WORD + Long.numberOfTrailingZeros(rest);
  }

  /** The first position without a mark, at a position or behind it. */
  int nextClear(int from) {
    int index = from / WORD;
    if (index >= size) {
      return from;
    }
    long rest = ~words[index] & (-1L << from);
    while (rest == 0) {
      if (++index >= size) {
        return index * WORD;
      }
      rest = ~words[index];
    }
    return index * WORD + Long.numberOfTrailingZeros(rest);
  }

  /** The first position at or behind another where twelve marks in a row begin, or -1. */
  int nextTwelve(int from) {
    int index = from / WORD;
    long keep = -1L << from;
    while (index < size) {
      long behind = index + 1 < size ? words[index + 1] : 0;
      long twelve = twelve(words[index], behind) & keep;
      if (twelve != 0) {
        return index * WORD + Long.numberOfTrailingZeros(twelve);
      }
      keep = -1L;
      index++;
    }
    return -1;
  }

  /** Where twelve bits in a row begin: two in a row, four, eight, and four more. */
  private static long twelve(long bits, long behind) {
    long two = bits & (bits >>> 1 | behind << (WORD - 1));
    long twoBehind = behind & behind >>> 1;
    long four = two & (two >>> 2 | twoBehind << (WORD - 2));
    long fourBehind = twoBehind & twoBehind >>> 2;
    long eight = four & (four >>> 4 | fourBehind << (WORD - 4));
    return eight & (four >>> 8 | fourBehind << (WORD - 8));
  }
}
