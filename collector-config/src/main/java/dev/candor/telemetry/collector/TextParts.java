package dev.candor.telemetry.collector;

import java.util.List;

/** Pieces of which the expressions of {@link TextRules} are made. */
final class TextParts {
  /**
   * A character that no text may hold (the contract of free text refuses it). What the first rules
   * want to keep is broken by it, and the last rule takes it out again: the place of look-around,
   * which RE2 does not have.
   */
  static final String MARK = "\uE000";

  /** The first character of scripts that put no blanks between words. */
  private static final char UNSPACED = '\u2e80';

  /** What stands before a word; the first group of an expression. */
  static final String START = "(^|[^\\pL\\pN" + MARK + "])";

  /** What joins a label and its value: closing quotes, a sign, blanks or a deeper line. */
  static final String SIGN =
      "_?[\"'`\\\\\\x{201d}]{0,4}[\\])]?[ \\t]{0,3}(?:=>|->|:=|[:=\\x{ff1a}\\x{ff1d}])(?:[ \\t]{0,3}|[ \\t]*\\r?\\n[ \\t]{1,8})";

  /** Words that join a label and its value. */
  static final String FILLER =
      " (?:is|was|are|has|ist|lautet|war|est|es|era|id|no\\.?|nr\\.?|num|number|named|called|#|ref|with id) ";

  /** A value in quotes of any kind. */
  static final String QUOTED =
      "(\")[^\"\\\\\\n<"
          + MARK
          + "](?:[^\"\\\\\\n]|\\\\[^\\n])*|(')[^'\\\\\\n<"
          + MARK
          + "](?:[^'\\\\\\n]|\\\\[^\\n])*|(\\\\+[\"']|[`\\x{ab}\\x{201c}\\x{201e}\\x{2018}\\x{300c}])[^\"'`\\\\\\n<\\x{bb}\\x{201c}\\x{201d}\\x{2019}\\x{300d}"
          + MARK
          + "]+";

  private TextParts() {}

  /** Any of some words, listed with commas; a blank may be any separator or none. */
  static String words(String... lists) {
    return WordTree.anyCase(lists);
  }

  /** A label of some words, where one may start: scripts without blanks need no start of a word. */
  static String label(String... lists) {
    List<String> words = WordTree.split(lists);
    List<String> spaced = words.stream().filter(word -> word.charAt(0) < UNSPACED).toList();
    List<String> unspaced = words.stream().filter(word -> word.charAt(0) >= UNSPACED).toList();
    String label = "(?:^|[^\\pL\\pN" + MARK + "])(?i:" + WordTree.exactly(spaced) + ")";
    return unspaced.isEmpty() ? label : "(?:" + label + "|" + WordTree.exactly(unspaced) + ")";
  }

  /**
   * A value behind a sign: in quotes of any kind up to their end, or as {@code bare} tells. Holds
   * three groups, the opening quotes.
   */
  static String value(String bare) {
    return "(?:" + QUOTED + "|" + bare + ")";
  }
}
