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

  private static final Object NO_PROGRAM = new Object();
  private static final Kind[] KINDS = Kind.values();

  // Labels in one token that is longer than any value: where it ends, and how many there were.
  private static final int LONG_TOKEN = 512;
  private static final int MAX_LABELS = 8;

  private final Pass pass = new Pass();
  private long[] ranges = new long[16];
  private int size;
  private int tokenEnd;
  private int labels;
  private final Ahead line = new Ahead("\n");
  private final Ahead bracket = new Ahead(")");
  private final Ahead option = new Ahead(" -");
  private int chainStart;
  private int chainEnd = -1;
  private Object command = NO_PROGRAM;
  private int commandEnd;

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

  /**
   * Whether too many labels stand in one token to read each value: that token is no text. Without
   * this a row of labels would cost a token's length each.
   */
  boolean isRowOfLabels(int from, int to) {
    if (to - from <= LONG_TOKEN) {
      return false;
    }
    labels = from < tokenEnd ? labels + 1 : 0;
    tokenEnd = to;
    return labels > MAX_LABELS;
  }

  /** A row of groups that is longer than an address was read from a position on, up to an end. */
  void chain(int from, int end) {
    if (from > chainEnd) {
      chainStart = from;
    }
    chainEnd = Math.max(chainEnd, end);
  }

  /** The start of the row that a position belongs to, or the position itself. */
  int chainStart(int at) {
    return at <= chainEnd ? chainStart : at;
  }

  /** The next line break at a position or behind it, or the length of the text. */
  int lineEnd(String text, int from) {
    return line.next(text, from);
  }

  /** The next closing bracket at a position or behind it, or the length of the text. */
  int bracketEnd(String text, int from) {
    return bracket.next(text, from);
  }

  /** The next blank with a dash at a position or behind it, or the length of the text. */
  int option(String text, int from) {
    return option.next(text, from);
  }

  /** Up to where a program's line was read before. */
  int commandEnd(Object program) {
    return program == command ? commandEnd : 0;
  }

  void commandEnd(Object program, int end) {
    command = program;
    commandEnd = end;
  }

  void clear() {
    size = 0;
    tokenEnd = 0;
    labels = 0;
    line.clear();
    bracket.clear();
    option.clear();
    chainEnd = -1;
    command = NO_PROGRAM;
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
