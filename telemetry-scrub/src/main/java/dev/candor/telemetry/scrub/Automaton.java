package dev.candor.telemetry.scrub;

import java.util.Arrays;
import java.util.List;

/**
 * Finds many words in one pass (Aho and Corasick), with one table look-up per ASCII character and
 * no allocation. Case does not matter; blank, {@code _}, {@code -} and {@code .} are one character.
 *
 * <p>A row has 32 columns, one cache line: digits are three symbols, all other marks are one, a
 * character beyond ASCII is two, and only the head of a long word is in the table. So a match is a
 * candidate, which the caller compares with the text.
 */
final class Automaton {
  static final int START = 0;

  /** States are rows; this many bits are a column. */
  static final int COLUMN_BITS = 5;

  /** Characters of a word that are in the table. */
  static final int HEAD = 6;

  private static final int COLUMNS = 1 << COLUMN_BITS;
  private static final int MAX_STATES = 0x7fff;
  private static final int NONE = -1;

  // The builder's tables: rows, the word that ends in a state, and the next shorter end.
  private char[] next = new char[8192 << COLUMN_BITS];
  private int[] word = new int[8192];
  private int states = 1;

  private final char[] table;
  private final int firstFinal;
  private final int[] ending;
  private final char[] suffix;
  private final int[] twin;

  private Automaton(List<String> words) {
    twin = new int[words.size()];
    word[START] = NONE;
    for (int i = 0; i < words.size(); i++) {
      insert(words.get(i), i);
    }
    char[] shorter = link();
    char[] order = order(shorter);
    firstFinal = states - finals(shorter);
    table = new char[states << COLUMN_BITS];
    ending = new int[states - firstFinal];
    suffix = new char[states - firstFinal];
    renumber(order, shorter);
    next = new char[0];
    word = new int[0];
  }

  /**
   * Builds the table for words in lower case whose separators are blanks. Words beyond the size of
   * the table are left out: put those first that matter most.
   */
  static Automaton of(List<String> words) {
    return new Automaton(words);
  }

  /** The rows: the state after a symbol is at {@code state << COLUMN_BITS | symbol}. */
  char[] table() {
    return table;
  }

  /** From this state on, words end. */
  int firstFinal() {
    return firstFinal;
  }

  /** The state after a character beyond ASCII. */
  int stepWide(int state, char c) {
    char folded = Character.toLowerCase(c);
    int middle = table[state << COLUMN_BITS | upper(folded)];
    return table[middle << COLUMN_BITS | lower(folded)];
  }

  /** The first word whose head ends in a final state; go on with {@link #another}. */
  int firstMatch(int state) {
    int index = ending[state - firstFinal];
    return index == NONE ? ending[suffix[state - firstFinal] - firstFinal] : index;
  }

  /** The next word with the same head, or -1. */
  int another(int index) {
    return twin[index];
  }

  /** The state of the next shorter words that end where this state's do, or {@link #START}. */
  int shorter(int state) {
    int index = ending[state - firstFinal];
    int to = suffix[state - firstFinal];
    return index != NONE || to == START ? to : suffix[to - firstFinal];
  }

  /** States. */
  int size() {
    return states;
  }

  private static int upper(char c) {
    return ((c >> 5) ^ (c >> 10)) & (COLUMNS - 1);
  }

  private static int lower(char c) {
    return c & (COLUMNS - 1);
  }

  private void insert(String w, int index) {
    twin[index] = NONE;
    if (w.isEmpty() || states + 2 * HEAD > MAX_STATES) {
      return;
    }
    int node = START;
    for (int i = 0; i < Math.min(w.length(), HEAD); i++) {
      char c = w.charAt(i);
      node =
          c < 128 ? child(node, Gate.of(c) & Gate.SYMBOL) : child(child(node, upper(c)), lower(c));
    }
    twin[index] = word[node];
    word[node] = index;
  }

  private int child(int node, int symbol) {
    int at = node << COLUMN_BITS | symbol;
    if (next[at] == 0) {
      if (states == word.length) {
        word = Arrays.copyOf(word, states * 2);
        next = Arrays.copyOf(next, next.length * 2);
      }
      word[states] = NONE;
      next[at] = (char) states++;
    }
    return next[at];
  }

  /** Breadth first: a missing step goes where the longest proper suffix would go. */
  private char[] link() {
    char[] shorter = new char[states];
    char[] fail = new char[states];
    char[] queue = new char[states];
    int tail = 1;
    for (int head = 0; head < tail; head++) {
      int node = queue[head];
      int back = fail[node];
      shorter[node] = word[back] != NONE ? (char) back : shorter[back];
      for (int symbol = 0; symbol < COLUMNS; symbol++) {
        int at = node << COLUMN_BITS | symbol;
        char via = node == START ? START : next[back << COLUMN_BITS | symbol];
        if (next[at] == 0) {
          next[at] = via;
        } else {
          fail[next[at]] = via;
          queue[tail++] = next[at];
        }
      }
    }
    return shorter;
  }

  private boolean isFinal(int node, char[] shorter) {
    return word[node] != NONE || shorter[node] != START;
  }

  private int finals(char[] shorter) {
    int finals = 0;
    for (int node = 0; node < states; node++) {
      finals += isFinal(node, shorter) ? 1 : 0;
    }
    return finals;
  }

  /**
   * New numbers of the states: those in which words end come last, so that one comparison tells.
   */
  private char[] order(char[] shorter) {
    char[] order = new char[states];
    int plain = 0;
    int last = states - finals(shorter);
    for (int node = 0; node < states; node++) {
      order[node] = (char) (isFinal(node, shorter) ? last++ : plain++);
    }
    return order;
  }

  private void renumber(char[] order, char[] shorter) {
    for (int node = 0; node < states; node++) {
      int row = order[node] << COLUMN_BITS;
      for (int symbol = 0; symbol < COLUMNS; symbol++) {
        table[row | symbol] = order[next[node << COLUMN_BITS | symbol]];
      }
      if (order[node] >= firstFinal) {
        ending[order[node] - firstFinal] = word[node];
        suffix[order[node] - firstFinal] = order[shorter[node]];
      }
    }
  }
}
