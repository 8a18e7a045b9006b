package dev.candor.telemetry.scrub;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Ranges found in one text, reused from text to text. */
final class Findings {
  private static final int KEPT = 256;

  // Start, end and the ordinal of the kind, packed for sorting: 29 bits, 29 bits, 6 bits.
  private static final int BITS = 29;
  static final int MAX_TEXT = (1 << BITS) - 1;
  private static final long MASK = MAX_TEXT;

  private static final Kind[] KINDS = Kind.values();

  private final Pass pass = new Pass();
  private long[] ranges = new long[16];
  private int size;

  // Kept here because it is reused from label to label as this object is from text to text.
  private final Joint joint = new Joint();

  Joint joint() {
    return joint;
  }

  /** The pass over the text, with memory of its own. */
  Pass pass() {
    return pass;
  }

  // The ordinal lives only as long as this object.
  @SuppressWarnings("EnumOrdinal")
  void add(int start, int end, Kind kind) {
    if (end <= start) {
      return;
    }
    if (size == ranges.length) {
      ranges = Arrays.copyOf(ranges, size * 2);
    }
    // The longest of those with one start comes first: it names the kind of the union.
    ranges[size++] = ((long) start << (BITS + 6)) | ((MASK - end) << 6) | kind.ordinal();
  }

  boolean isEmpty() {
    return size == 0;
  }

  int size() {
    return size;
  }

  int start(int index) {
    return (int) (ranges[index] >>> (BITS + 6));
  }

  int end(int index) {
    return (int) (MASK - ((ranges[index] >>> 6) & MASK));
  }

  Kind kind(int index) {
    return KINDS[(int) (ranges[index] & 63)];
  }

  /** Whether a range found so far covers a position. */
  boolean lastCovers(int at) {
    return size > 0 && start(size - 1) <= at && at < end(size - 1);
  }

  void clear() {
    size = 0;
    if (ranges.length > KEPT) {
      ranges = new long[16];
    }
  }

  /** The ranges in order; those that overlap become one, of the kind that starts first. */
  List<Finding> union() {
    Arrays.sort(ranges, 0, size);
    List<Finding> union = new ArrayList<>();
    for (int i = 0; i < size; ) {
      int from = start(i);
      int to = end(i);
      Kind kind = kind(i);
      int longest = to - from;
      int j = i + 1;
      while (j < size && start(j) < to) {
        int length = end(j) - start(j);
        if (length > longest || (length == longest && kind(j) == Kind.SECRET)) {
          longest = length;
          kind = kind(j);
        }
        to = Math.max(to, end(j));
        j++;
      }
      union.add(new Finding(from, to, kind));
      i = j;
    }
    return union;
  }
}
