package dev.candor.telemetry.scrub;

import java.util.Arrays;

/** Positions of a text where numbers and addresses may start: one bit for each character. */
final class Marks {
  /** Characters of one word of bits. */
  static final int WORD = 64;

  private static final int KEPT = 256;

  private long[] words = new long[16];
  private int size;

  /** Forgets all, and makes room for a text. */
  void start(int length) {
    size = (length + WORD - 1) / WORD;
    if (words.length < size || (words.length > KEPT && size <= KEPT)) {
      words = new long[Math.max(size, 16)];
    }
    Arrays.fill(words, 0, size, 0);
  }

  void add(int index, long bits) {
    words[index] |= bits;
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
}
