package dev.candor.telemetry.scrub;

import java.util.Arrays;

/**
 * Builds the rows of an {@link Automaton}. Nodes know their few children only, so that a process
 * that starts, whose code is not compiled yet, steps through no empty column.
 */
final class AutomatonTrie {
  /** Where no word ends. */
  static final char NO_WORD = 0xffff;

  /** Numbers of each node as they are kept. */
  static final int FIELDS = 4;

  private static final int START = Automaton.START;
  private static final int MAX_NODES = 0xffff;

  // Of each node: the symbol that leads to it, its first child, its next sibling, its word.
  private char[] symbol;
  private char[] child;
  private char[] sibling;
  private char[] word;
  private int size;

  // After linking: the node of the longest proper suffix, the nearest such that ends a word, nodes
  // in the order of their depth, and the numbers of the states.
  private char[] fail = new char[0];
  private char[] shorter = new char[0];
  private char[] queue = new char[0];
  private char[] number = new char[0];
  private int firstFinal;

  /** Takes nodes up that {@link #nodes} gave; those without words are one {@link #NO_WORD}. */
  AutomatonTrie(char[] image, int from, int size) {
    this.size = size;
    symbol = field(image, from, 0);
    child = field(image, from, 1);
    sibling = field(image, from, 2);
    word = field(image, from, 3);
  }

  /** A tree without words. */
  static AutomatonTrie empty() {
    return new AutomatonTrie(new char[] {0, 0, 0, NO_WORD}, 0, 1);
  }

  /** All that is to be kept of the nodes. */
  char[] nodes() {
    char[] image = new char[FIELDS * size];
    System.arraycopy(symbol, 0, image, 0, size);
    System.arraycopy(child, 0, image, size, size);
    System.arraycopy(sibling, 0, image, 2 * size, size);
    System.arraycopy(word, 0, image, 3 * size, size);
    return image;
  }

  private char[] field(char[] image, int from, int field) {
    return Arrays.copyOfRange(image, from + field * size, from + (field + 1) * size);
  }

  /**
   * Lets a word be the last of those with its head; words beyond the largest table are left out.
   */
  void append(String text, int index, char[] twins) {
    if (text.isEmpty() || size + 2 * Automaton.HEAD > MAX_NODES) {
      return;
    }
    int node = START;
    for (int i = 0; i < Math.min(text.length(), Automaton.HEAD); i++) {
      char c = text.charAt(i);
      node =
          c < 128
              ? child(node, Gate.of(c) & Gate.SYMBOL)
              : child(child(node, Automaton.upper(c)), Automaton.lower(c));
    }
    if (word[node] == NO_WORD) {
      word[node] = (char) index;
      return;
    }
    int last = word[node];
    while (twins[last] != NO_WORD) {
      last = twins[last];
    }
    twins[last] = (char) index;
  }

  /** Nodes. */
  int size() {
    return size;
  }

  /** The child of a node, made if there is none. */
  private int child(int node, int via) {
    int found = find(node, via);
    if (found != START) {
      return found;
    }
    if (size == word.length) {
      symbol = Arrays.copyOf(symbol, size * 2);
      child = Arrays.copyOf(child, size * 2);
      sibling = Arrays.copyOf(sibling, size * 2);
      word = Arrays.copyOf(word, size * 2);
    }
    word[size] = NO_WORD;
    symbol[size] = (char) via;
    sibling[size] = child[node];
    child[node] = (char) size;
    return size++;
  }

  /** Breadth first; then numbers the states, those in which words end last. */
  void link() {
    fail = new char[size];
    shorter = new char[size];
    queue = new char[size];
    int tail = 1;
    for (int head = 0; head < tail; head++) {
      int node = queue[head];
      int back = fail[node];
      shorter[node] = word[back] != NO_WORD ? (char) back : shorter[back];
      for (int next = child[node]; next != START; next = sibling[next]) {
        fail[next] = (char) (node == START ? START : step(back, symbol[next]));
        queue[tail++] = (char) next;
      }
    }
    number();
  }

  /** From this number on, words end. */
  int firstFinal() {
    return firstFinal;
  }

  /** The number of a node's state. */
  int number(int node) {
    return number[node];
  }

  /** The first word that ends in a node, or {@link #NO_WORD}. */
  char word(int node) {
    return word[node];
  }

  int shorter(int node) {
    return shorter[node];
  }

  /** The rows: a missing step goes where the longest proper suffix goes. */
  char[] table() {
    char[] table = new char[size << Automaton.COLUMN_BITS];
    for (int node : queue) {
      int row = number[node] << Automaton.COLUMN_BITS;
      if (node != START) {
        int back = number[fail[node]] << Automaton.COLUMN_BITS;
        System.arraycopy(table, back, table, row, Automaton.COLUMNS);
      }
      for (int next = child[node]; next != START; next = sibling[next]) {
        table[row | symbol[next]] = number[next];
      }
    }
    return table;
  }

  private void number() {
    int finals = 0;
    for (int node = 0; node < size; node++) {
      finals += isFinal(node) ? 1 : 0;
    }
    number = new char[size];
    firstFinal = size - finals;
    int plain = 0;
    int last = firstFinal;
    for (int node = 0; node < size; node++) {
      number[node] = (char) (isFinal(node) ? last++ : plain++);
    }
  }

  private boolean isFinal(int node) {
    return word[node] != NO_WORD || shorter[node] != START;
  }

  /** Where a symbol leads from a node or from the nearest suffix that knows it. */
  private int step(int node, int via) {
    int from = node;
    int found = find(from, via);
    while (found == START && from != START) {
      from = fail[from];
      found = find(from, via);
    }
    return found;
  }

  private int find(int node, int via) {
    int next = child[node];
    while (next != START && symbol[next] != via) {
      next = sibling[next];
    }
    return next;
  }
}
