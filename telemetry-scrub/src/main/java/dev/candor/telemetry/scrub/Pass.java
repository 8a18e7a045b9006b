package dev.candor.telemetry.scrub;

/**
 * The pass over a text, block by block: what the gate sees, where digits and colons stand, and
 * where the automaton finds the head of a word.
 *
 * <p>A step of the automaton waits for the one before it. So each block is read in two halves at
 * once: the second starts a head's length before its half, from where the automaton knows all that
 * matters. Nothing is called inside; the heads found are verified afterwards, in the order of the
 * text.
 */
final class Pass {
  /** Characters of one block: two words of {@link Marks}. */
  private static final int BLOCK = 2 * Marks.WORD;

  // Below, a second half costs more than it saves.
  private static final int SHORT = 4 * Automaton.HEAD;
  private static final int ASCII = 127;
  private static final int POSITION_BITS = 7;

  private static final long[] GATES = Gate.ascii();

  private final char[] block = new char[BLOCK];
  private final int[] heads = new int[BLOCK + 1];
  private final int[] farHeads = new int[Marks.WORD + 1];
  private final Marks marks = new Marks();

  private String text = "";
  private int from;
  private int size;
  private int state;
  private int seen;
  private int count;

  /** Begins a text. */
  void start(String text) {
    this.text = text;
    from = 0;
    size = 0;
    state = Automaton.START;
    seen = 0;
    marks.start(text.length());
  }

  /** Reads the next block; false behind the last one. */
  boolean next(Automaton automaton) {
    from += size;
    size = Math.min(BLOCK, text.length() - from);
    if (size <= 0) {
      text = "";
      return false;
    }
    // Copied out: an array is read faster than a string.
    text.getChars(from, from + size, block, 0);
    count = 0;
    boolean halved = size >= SHORT && halves(automaton.table(), automaton.firstFinal());
    rest(automaton, halved ? size & ~1 : 0);
    return true;
  }

  /** What the gate saw in all blocks. */
  int seen() {
    return seen;
  }

  Marks marks() {
    return marks;
  }

  /** How many heads end in this block. */
  int count() {
    return count;
  }

  /** Behind a head. */
  int end(int index) {
    return from + (heads[index] & (BLOCK - 1)) + 1;
  }

  /** The automaton's state there. */
  int state(int index) {
    return heads[index] >>> POSITION_BITS;
  }

  /** Reads both halves of a block of ASCII; false, and nothing done, if it is none. */
  private boolean halves(char[] table, int firstFinal) {
    int half = size / 2;
    int near = state;
    int far = warm(table, half);
    int chars = 0;
    long gates = 0;
    long nearMarks = 0;
    long farMarks = 0;
    int nearCount = 0;
    int farCount = 0;
    for (int i = 0; i < half; i++) {
      char c = block[i];
      char d = block[half + i];
      chars |= c | d;
      long g = GATES[c & ASCII];
      long h = GATES[d & ASCII];
      gates |= g | h;
      nearMarks = (nearMarks >>> 1) | (g & Gate.MARK_BIT);
      farMarks = (farMarks >>> 1) | (h & Gate.MARK_BIT);
      near = table[(near << Automaton.COLUMN_BITS) | (int) (g & Gate.SYMBOL)];
      far = table[(far << Automaton.COLUMN_BITS) | (int) (h & Gate.SYMBOL)];
      if (near >= firstFinal) {
        heads[nearCount++] = (near << POSITION_BITS) | i;
      }
      if (far >= firstFinal) {
        farHeads[farCount++] = (far << POSITION_BITS) | (half + i);
      }
    }
    if (chars > ASCII) {
      return false;
    }
    System.arraycopy(farHeads, 0, heads, nearCount, farCount);
    count = nearCount + farCount;
    state = far;
    seen |= (int) gates;
    nearMarks >>>= Marks.WORD - half;
    farMarks >>>= Marks.WORD - half;
    mark(nearMarks | low(farMarks, half), high(farMarks, half));
    return true;
  }

  /** The state in front of the second half: no head is longer than what is read here. */
  private int warm(char[] table, int half) {
    int warm = Automaton.START;
    for (int i = half - Automaton.HEAD; i < half; i++) {
      int symbol = (int) (GATES[block[i] & ASCII] & Gate.SYMBOL);
      warm = table[(warm << Automaton.COLUMN_BITS) | symbol];
    }
    return warm;
  }

  /** Reads the characters from an index on, whatever they are. */
  private void rest(Automaton automaton, int index) {
    char[] table = automaton.table();
    int firstFinal = automaton.firstFinal();
    long low = 0;
    long high = 0;
    for (int i = index; i < size; i++) {
      char c = block[i];
      int gate = Gate.of(c);
      seen |= gate;
      state =
          c <= ASCII
              ? table[(state << Automaton.COLUMN_BITS) | (gate & Gate.SYMBOL)]
              : automaton.stepWide(state, c);
      if (i < Marks.WORD) {
        low |= Gate.number(gate) << i;
      } else {
        high |= Gate.number(gate) << i;
      }
      if (state >= firstFinal) {
        heads[count++] = (state << POSITION_BITS) | i;
      }
    }
    mark(low, high);
  }

  private void mark(long low, long high) {
    int word = from / Marks.WORD;
    marks.add(word, low);
    if (size > Marks.WORD) {
      marks.add(word + 1, high);
    }
  }

  private static long low(long far, int half) {
    return half < Marks.WORD ? far << half : 0;
  }

  private static long high(long far, int half) {
    return half < Marks.WORD ? far >>> (Marks.WORD - half) : far;
  }
}
