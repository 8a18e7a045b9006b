package dev.candor.telemetry.scrub;

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

  static final int COLUMNS = 1 << COLUMN_BITS;
  private static final char NONE = AutomatonTrie.NO_WORD;

  private final int states;
  private final char[] table;
  private final int firstFinal;
  private final char[] ending;
  private final char[] suffix;
  private final char[] twin;

  /**
   * Builds the table from the heads of all words.
   *
   * @param twin of each word the next with the same head, or {@link AutomatonTrie#NO_WORD}
   */
  Automaton(AutomatonTrie trie, char[] twin) {
    this.twin = twin;
    trie.link();
    states = trie.size();
    firstFinal = trie.firstFinal();
    table = trie.table();
    ending = new char[states - firstFinal];
    suffix = new char[states - firstFinal];
    for (int node = 0; node < states; node++) {
      int state = trie.number(node) - firstFinal;
      if (state >= 0) {
        ending[state] = trie.word(node);
        suffix[state] = (char) trie.number(trie.shorter(node));
      }
    }
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
    char index = ending[state - firstFinal];
    return index == NONE ? ending[suffix[state - firstFinal] - firstFinal] : index;
  }

  /** The next word with the same head, or -1. */
  int another(int index) {
    return twin[index] == NONE ? -1 : twin[index];
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

  /** The first symbol of a character beyond ASCII. */
  static int upper(char c) {
    return ((c >> 5) ^ (c >> 10)) & (COLUMNS - 1);
  }

  /** Its second symbol. */
  static int lower(char c) {
    return c & (COLUMNS - 1);
  }
}
