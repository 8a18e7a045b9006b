package dev.candor.telemetry.scrub;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** All words that the automaton looks for, and what is to be verified where one is found. */
final class Vocabulary {
  /** The bounds of a word: no letter or digit stands in front, no letter behind. */
  static final int LEFT = 1;

  static final int RIGHT = 2;

  // Of a test: the length in bits 2 to 15, the character in the upper half.
  private static final int LENGTH = 2;
  private static final int MAX_WORD = (1 << 14) - 1;
  private static final int BEHIND = 16;
  private static final char[] FOLDED = folded();

  private final Use[][] uses;
  private final char[] use;

  // What tells most candidates from words, in one look-up: length, bounds, the character behind the
  // head.
  private final int[] tests;

  // Of each word: where it starts among the letters of all.
  private final int[] starts;
  private final char[] letters;
  private final Automaton automaton;

  Vocabulary(KnownValues known) {
    Lexicon lexicon = Lexicon.read();
    List<Map.Entry<String, List<Use>>> own = new ArrayList<>(KnownForms.of(known).entrySet());
    int fixed = lexicon.size();
    int size = fixed + own.size();
    uses = Arrays.copyOf(lexicon.uses(), lexicon.uses().length + own.size());
    use = new char[size];
    tests = new int[size];
    starts = new int[size];
    char[] twins = new char[size];
    letters = letters(lexicon.letters(), own);
    int start = 0;
    for (int i = 0; i < size; i++) {
      boolean isFixed = i < fixed;
      int length = isFixed ? lexicon.length(i) : own.get(i - fixed).getKey().length();
      int behind = length > Automaton.HEAD ? letters[start + Automaton.HEAD] : 0;
      tests[i] = behind << BEHIND | length << LENGTH | (isFixed ? lexicon.bounds(i) : 0);
      use[i] = (char) (isFixed ? lexicon.use(i) : lexicon.uses().length + i - fixed);
      twins[i] = isFixed ? lexicon.twin(i) : AutomatonTrie.NO_WORD;
      starts[i] = start;
      start += length;
    }
    AutomatonTrie trie = lexicon.trie();
    // Words of the same head are read in the order of their uses: these come last, the first of
    // them at the end.
    for (int i = own.size() - 1; i >= 0; i--) {
      uses[lexicon.uses().length + i] = own.get(i).getValue().toArray(new Use[0]);
      trie.append(own.get(i).getKey(), fixed + i, twins);
    }
    automaton = new Automaton(trie, twins);
  }

  Automaton automaton() {
    return automaton;
  }

  Use[] uses(int word) {
    return uses[use[word]];
  }

  /** Where a word ends whose head ends at a position, or 0 if the text only looks alike. */
  int end(int index, String text, int headEnd) {
    int test = tests[index];
    int length = length(index);
    int start = headEnd - Math.min(length, Automaton.HEAD);
    int end = start + length;
    if (start < 0
        || end > text.length()
        || (length > Automaton.HEAD && fold(text.charAt(headEnd)) != test >>> BEHIND)
        || isInside(test, text, start, end)) {
      return 0;
    }
    int letter = starts[index];
    for (int i = start; i < end; i++) {
      if (fold(text.charAt(i)) != letters[letter++]) {
        return 0;
      }
    }
    return end;
  }

  int length(int word) {
    return tests[word] >>> LENGTH & MAX_WORD;
  }

  /** Asked first, because it costs least: most short words stand inside of longer ones. */
  private static boolean isInside(int bounds, String text, int start, int end) {
    if ((bounds & RIGHT) != 0 && end < text.length() && Chars.isLetter(text.charAt(end))) {
      return true;
    }
    if ((bounds & LEFT) == 0 || start == 0) {
      return false;
    }
    char before = text.charAt(start - 1);
    boolean definition = before == 'D' && start > 1 && text.charAt(start - 2) == '-';
    return Chars.isAlnum(before)
        && !definition
        && !(Chars.isLower(before) && Chars.isUpper(text.charAt(start)));
  }

  private static char[] letters(char[] fixed, List<Map.Entry<String, List<Use>>> own) {
    int size = fixed.length;
    for (Map.Entry<String, List<Use>> word : own) {
      size += word.getKey().length();
    }
    char[] letters = Arrays.copyOf(fixed, size);
    int at = fixed.length;
    for (Map.Entry<String, List<Use>> word : own) {
      word.getKey().getChars(0, word.getKey().length(), letters, at);
      at += word.getKey().length();
    }
    return letters;
  }

  /** Lower case, and one character for all separators, as the automaton sees text. */
  static String fold(String word) {
    char[] folded = word.toCharArray();
    for (int i = 0; i < folded.length; i++) {
      folded[i] = fold(folded[i]);
    }
    return new String(folded);
  }

  private static char fold(char c) {
    return c < 128 ? FOLDED[c] : Character.toLowerCase(c);
  }

  private static char[] folded() {
    char[] folded = new char[128];
    for (char c = 0; c < folded.length; c++) {
      folded[c] = c == '_' || c == '-' || c == '.' ? ' ' : Chars.lower(c);
    }
    return folded;
  }
}
