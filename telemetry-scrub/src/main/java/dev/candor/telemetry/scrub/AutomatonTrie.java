package dev.candor.telemetry.scrub;

import java.util.Arrays;

/**
 * Builds the rows of an {@link Automaton}. Nodes know their few children only, so that a process
 * that starts, whose code is not compiled yet, steps through no empty column.
 */
final class AutomatonTrie {
  private static final int NONE = Automaton.NONE;
  private static final int START = Automaton.START;

  // Of each node: the symbol that leads to it, its first child, its next sibling, its word.
  private byte[] symbol = new byte[8192];
  private char[] child = new char[8192];
  private char[] sibling = new char[8192];
  private int[] word = new int[8192];
  private int size = 1;

  // After linking: the node of the longest proper suffix, the nearest such that ends a word, nodes
  // in the order of their depth, and the numbers of the states.
  private char[] fail = new char[0];
  private char[] shorter = new char[0];
  private char[] queue = new char[0];
  private char[] number = new char[0];
  private int firstFinal;

  AutomatonTrie() {
    word[START] = NONE;
  }

  /** Nodes. */
  int size() {
    return size;
  }

  /** The child of a node, made if there is none. */
  int child(int node, int via) {
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
    word[size] = NONE;
    symbol[size] = (byte) via;
    sibling[size] = child[node];
    child[node] = (char) size;
    return size++;
  }

  /** Lets a word end in a node; returns the word that did before, or -1. */
  int end(int node, int index) {
    int before = word[node];
    word[node] = index;
    return before;
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
      shorter[node] = word[back] != NONE ? (char) back : shorter[back];
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

  int word(int node) {
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
    return word[node] != NONE || shorter[node] != START;
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
