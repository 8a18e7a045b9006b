package dev.candor.telemetry.scrub;

import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;

/** A set of lower-case ASCII words that is asked without making a string of the range. */
final class WordSet {
  private final @Nullable String[] table;
  private final int longest;

  private WordSet(@Nullable String[] table, int longest) {
    this.table = table;
    this.longest = longest;
  }

  /** Takes the words of a text, separated by blanks and line breaks. */
  static WordSet of(String words) {
    StringTokenizer tokens = new StringTokenizer(words);
    @Nullable String[] table =
        new @Nullable String[Integer.highestOneBit(tokens.countTokens() + 1) * 4];
    int longest = 0;
    while (tokens.hasMoreTokens()) {
      String word = tokens.nextToken();
      int slot = hash(word, 0, word.length()) & (table.length - 1);
      while (table[slot] != null) {
        slot = (slot + 1) & (table.length - 1);
      }
      table[slot] = word;
      longest = Math.max(longest, word.length());
    }
    return new WordSet(table, longest);
  }

  /** Whether the range is one of the words, whatever its case. */
  boolean contains(String text, int from, int to) {
    if (to <= from || to - from > longest) {
      return false;
    }
    int slot = hash(text, from, to) & (table.length - 1);
    while (true) {
      String word = table[slot];
      if (word == null) {
        return false;
      }
      if (word.length() == to - from && equals(text, from, word)) {
        return true;
      }
      slot = (slot + 1) & (table.length - 1);
    }
  }

  private static boolean equals(String text, int from, String word) {
    for (int i = 0; i < word.length(); i++) {
      if (Chars.lower(text.charAt(from + i)) != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static int hash(String text, int from, int to) {
    int hash = 0;
    for (int i = from; i < to; i++) {
      hash = hash * 31 + Chars.lower(text.charAt(i));
    }
    return hash ^ (hash >>> 15);
  }
}
