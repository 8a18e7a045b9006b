package dev.candor.telemetry.scrub;

import java.util.Arrays;

/** Positions of a text where a number or an address may start: one bit for each character. */
final class Marks {
  /** Characters of one block. */
  static final int BLOCK = 64;

  private static final int KEPT = 256;

  private long[] blocks = new long[16];
  private int size;

  /** Forgets all, and makes room for a text. */
  void start(int length) {
    size = (length + BLOCK - 1) / BLOCK;
    if (blocks.length < size || (blocks.length > KEPT && size <= KEPT)) {
      blocks = new long[Math.max(size, 16)];
    }
    Arrays.fill(blocks, 0, size, 0);
  }

  void block(int index, long bits) {
    blocks[index] = bits;
  }

  /** The first mark at a position or behind it, or -1. */
  int next(int from) {
    int index = from / BLOCK;
    if (index >= size) {
      return -1;
    }
    long rest = blocks[index] & (-1L << from);
    while (rest == 0) {
      if (++index >= size) {
        return -1;
      }
      rest = blocks[index];
    }
    return index * BLOCK + Long.numberOfTrailingZeros(rest);
  }
}
