package dev.candor.telemetry.scrub;

import org.jspecify.annotations.Nullable;

/** A set of lower-case ASCII words that is asked without making a string of the range. */
final class WordSet {
  private final @Nullable String[] table;
  private final int longest;

  // The lengths of words, one bit each, by the last five bits of a first and of a last character,
  // the same in either case. Most words that are asked for are none, and end here.
  private final int[] firsts = new int[32];
  private final int[] lasts = new int[32];

  private WordSet(@Nullable String[] table, int longest) {
    this.table = table;
    this.longest = longest;
    for (String word : table) {
      if (word != null) {
        firsts[word.charAt(0) & 31] |= 1 << word.length();
        lasts[word.charAt(word.length() - 1) & 31] |= 1 << word.length();
      }
    }
  }

  /** Takes the words of a text, separated by blanks and line breaks. */
  static WordSet of(String words) {
    // By hand: most of this runs once, before any of it is compiled.
    char[] all = words.toCharArray();
    int count = 0;
    for (int i = 1; i <= all.length; i++) {
      count += all[i - 1] > ' ' && (i == all.length || all[i] <= ' ') ? 1 : 0;
    }
    @Nullable String[] table = new @Nullable String[Integer.highestOneBit(count + 1) * 4];
    int longest = 0;
    int from = 0;
    int hash = 0;
    for (int i = 0; i <= all.length; i++) {
      if (i < all.length && all[i] > ' ') {
        hash = hash * 31 + all[i];
        continue;
      }
      if (i > from) {
        put(table, new String(all, from, i - from), mixed(hash));
        longest = Math.max(longest, i - from);
      }
      from = i + 1;
      hash = 0;
    }
    return new WordSet(table, longest);
  }

  private static void put(@Nullable String[] table, String word, int hash) {
    int slot = hash & (table.length - 1);
    while (table[slot] != null) {
      slot = (slot + 1) & (table.length - 1);
    }
    table[slot] = word;
  }

  /** Whether the range is one of the words, whatever its case. */
  boolean contains(String text, int from, int to) {
    int length = to - from;
    if (length <= 0
        || length > longest
        || (firsts[text.charAt(from) & 31] & lasts[text.charAt(to - 1) & 31] & 1 << length) == 0) {
      return false;
    }
    int slot = hash(text, from, to) & (table.length - 1);
    while (true) {
      String word = table[slot];
      if (word == null) {
        return false;
      }
      if (word.length() == length && equals(text, from, word)) {
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
    return mixed(hash);
  }

  private static int mixed(int hash) {
    return hash ^ (hash >>> 15);
  }
}
