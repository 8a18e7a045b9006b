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
  /** Characters of one block: one word of {@link Marks}. */
  private static final int BLOCK = Marks.WORD;

  // Below, a second half costs more than it saves.
  private static final int SHORT = 4 * Automaton.HEAD;
  private static final int ASCII = 127;
  private static final int POSITION_BITS = 6;

  private static final long[] GATES = Gate.ascii();

  private final char[] block = new char[BLOCK];
  private final int[] heads = new int[BLOCK + 1];
  private final int[] farHeads = new int[BLOCK / 2 + 1];
  private final Marks numbers = new Marks();
  private final Marks runs = new Marks();
  private final Marks digits = new Marks();

  private String text = "";
  private int from;
  private int size;
  private int state;
  private int seen;
  private int count;
  private long numberBits;
  private long runBits;

  /** Begins a text. */
  void start(String text) {
    this.text = text;
    from = 0;
    size = 0;
    state = Automaton.START;
    seen = 0;
    numbers.start(text.length());
    runs.start(text.length());
    digits.start(text.length());
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
    numberBits = 0;
    runBits = 0;
    boolean halved = size >= SHORT && halves(automaton.table(), automaton.firstFinal());
    rest(automaton, halved ? size & ~1 : 0);
    int word = from / Marks.WORD;
    numbers.put(word, numberBits);
    runs.put(word, runBits);
    // A colon belongs to no run.
    digits.put(word, numberBits & runBits);
    return true;
  }

  /** What the gate saw in all blocks. */
  int seen() {
    return seen;
  }

  /** Where digits and colons stand. */
  Marks numbers() {
    return numbers;
  }

  /** Where digits stand. */
  Marks digits() {
    return digits;
  }

  /** Where characters of runs stand. */
  Marks runs() {
    return runs;
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
      nearMarks = (nearMarks >>> 2) | (g & Gate.MARK_BITS);
      farMarks = (farMarks >>> 2) | (h & Gate.MARK_BITS);
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
    mark(nearMarks >>> (BLOCK - 2 * half), farMarks >>> (BLOCK - 2 * half), half);
    return true;
  }

  /** Takes the pairs of marks of both halves apart. */
  private void mark(long near, long far, int half) {
    numberBits = even(near) | even(far) << half;
    runBits = even(near >>> 1) | even(far >>> 1) << half;
  }

  /** Every other bit, side by side. */
  private static long even(long pairs) {
    long bits = pairs & 0x5555555555555555L;
    bits = (bits | bits >>> 1) & 0x3333333333333333L;
    bits = (bits | bits >>> 2) & 0x0f0f0f0f0f0f0f0fL;
    bits = (bits | bits >>> 4) & 0x00ff00ff00ff00ffL;
    bits = (bits | bits >>> 8) & 0x0000ffff0000ffffL;
    return (bits | bits >>> 16) & 0xffffffffL;
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
    for (int i = index; i < size; i++) {
      char c = block[i];
      int gate = Gate.of(c);
      seen |= gate;
      state =
          c <= ASCII
              ? table[(state << Automaton.COLUMN_BITS) | (gate & Gate.SYMBOL)]
              : automaton.stepWide(state, c);
      numberBits |= Gate.number(gate) << i;
      runBits |= Gate.run(gate) << i;
      if (state >= firstFinal) {
        heads[count++] = (state << POSITION_BITS) | i;
      }
    }
  }
}
