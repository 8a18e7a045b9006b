package dev.candor.telemetry.scrub;

import java.util.Arrays;
import java.util.List;

/**
 * Finds many words in one pass (Aho and Corasick), with one table look-up per ASCII character and
 * no allocation. Case does not matter; blank, {@code _}, {@code -} and {@code .} are one character.
 *
 * <p>A character beyond ASCII is four steps of four bits each, so that words of any script fit into
 * one small table.
 */
final class Automaton {
  static final int START = 0;

  private static final int FINAL = 0x8000;
  private static final int STATE = 0x7fff;
  private static final int NIBBLES = 16;

  private final byte[] classes = new byte[128];
  private final int classCount;
  private char[] next;
  private int[] word;
  private int[] suffix = new int[0];
  private int states = 1;

  private Automaton(List<String> words) {
    int count = 1 + NIBBLES;
    classes[' '] = (byte) count++;
    classes['_'] = classes[' '];
    classes['-'] = classes[' '];
    classes['.'] = classes[' '];
    for (String w : words) {
      for (int i = 0; i < w.length(); i++) {
        char c = w.charAt(i);
        if (c < 128 && classes[c] == 0) {
          classes[c] = (byte) count++;
        }
      }
    }
    for (char c = 'A'; c <= 'Z'; c++) {
      classes[c] = classes[Chars.lower(c)];
    }
    classCount = count;
    next = new char[4096 * classCount];
    word = new int[4096];
    word[START] = -1;
    for (int i = 0; i < words.size(); i++) {
      insert(words.get(i), i);
    }
    link();
  }

  /**
   * Builds the tables for words in lower case whose separators are blanks. Words beyond the size of
   * the table are left out: put those first that matter most.
   */
  static Automaton of(List<String> words) {
    return new Automaton(words);
  }

  /** The state after a character; {@link #isFinal} tells whether a word ends here. */
  int step(int state, char c) {
    return c < 128 ? next[(state & STATE) * classCount + classes[c]] : stepWide(state, c);
  }

  static boolean isFinal(int state) {
    return (state & FINAL) != 0;
  }

  /** The first node of the words that end in this state, or -1; go on with {@link #following}. */
  int firstMatch(int state) {
    int node = state & STATE;
    return word[node] >= 0 ? node : suffix[node];
  }

  int following(int node) {
    return suffix[node];
  }

  /** The index of the word that ends at a node. */
  int wordAt(int node) {
    return word[node];
  }

  private int stepWide(int state, char c) {
    char folded = Character.toLowerCase(c);
    int to = state;
    for (int shift = 12; shift >= 0; shift -= 4) {
      to = next[(to & STATE) * classCount + 1 + (folded >> shift & 15)];
    }
    return to;
  }

  private void insert(String w, int index) {
    if (w.isEmpty() || states + 4 * w.length() > STATE) {
      return;
    }
    int node = START;
    for (int i = 0; i < w.length(); i++) {
      char c = w.charAt(i);
      if (c < 128) {
        node = child(node, classes[c]);
      } else {
        for (int shift = 12; shift >= 0; shift -= 4) {
          node = child(node, 1 + (c >> shift & 15));
        }
      }
    }
    if (word[node] < 0) {
      word[node] = index;
    }
  }

  private int child(int node, int symbol) {
    int at = node * classCount + symbol;
    if (next[at] == 0) {
      if (states == word.length) {
        word = Arrays.copyOf(word, states * 2);
        next = Arrays.copyOf(next, states * 2 * classCount);
      }
      word[states] = -1;
      next[at] = (char) states++;
    }
    return next[at];
  }

  /** Breadth first: a missing step goes where the longest proper suffix would go. */
  private void link() {
    next = Arrays.copyOf(next, states * classCount);
    word = Arrays.copyOf(word, states);
    suffix = new int[states];
    suffix[START] = -1;
    int[] fail = new int[states];
    int[] queue = new int[states];
    int tail = 1;
    for (int head = 0; head < tail; head++) {
      int node = queue[head];
      int back = fail[node];
      if (node != START) {
        suffix[node] = word[back] >= 0 ? back : suffix[back];
      }
      for (int symbol = 0; symbol < classCount; symbol++) {
        int at = node * classCount + symbol;
        int via = node == START ? START : next[back * classCount + symbol];
        if (next[at] == 0) {
          next[at] = (char) via;
        } else {
          fail[next[at]] = via;
          queue[tail++] = next[at];
        }
      }
    }
    for (int i = 0; i < next.length; i++) {
      if (word[next[i]] >= 0 || suffix[next[i]] >= 0) {
        next[i] |= (char) FINAL;
      }
    }
  }

  /** States times symbols, to keep an eye on. */
  int size() {
    return next.length;
  }
}
