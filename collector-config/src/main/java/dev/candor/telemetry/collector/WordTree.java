package dev.candor.telemetry.collector;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An expression for any of some words that shares their beginnings: RE2 has to look at all that may
 * come next, so that a plain list of a few hundred words makes it ten times slower.
 */
final class WordTree {
  private final SortedMap<Character, WordTree> next = new TreeMap<>();
  private boolean isWord;

  private WordTree() {}

  /** The longest word that fits, in any case; a blank in a word is any separator or none. */
  static String anyCase(String... lists) {
    return "(?i:" + exactly(split(lists)) + ")";
  }

  /** Words as they are written. */
  static String exactly(Collection<String> words) {
    WordTree root = new WordTree();
    words.forEach(word -> root.add(word, 0));
    return "(?:" + root.expression() + ")";
  }

  /** The words of lists that have commas between them. */
  static List<String> split(String... lists) {
    List<String> words = new ArrayList<>();
    for (String list : lists) {
      words.addAll(Arrays.asList(list.strip().split("\\s*,\\s*")));
    }
    return words;
  }

  private void add(String word, int at) {
    if (at == word.length()) {
      isWord = true;
    } else {
      next.computeIfAbsent(word.charAt(at), c -> new WordTree()).add(word, at + 1);
    }
  }

  private String expression() {
    List<String> branches = new ArrayList<>();
    next.forEach((c, tree) -> branches.add(written(c) + tree.expression()));
    if (branches.isEmpty()) {
      return "";
    }
    boolean one = branches.size() == 1 && !isWord;
    String branch = String.join("|", branches);
    return one ? branch : "(?:" + branch + ")" + (isWord ? "?" : "");
  }

  private static String written(char c) {
    return switch (c) {
      case ' ' -> "[ _.-]?";
      case '.', '/', '#' -> "[" + c + "]";
      default -> String.valueOf(c);
    };
  }
}
