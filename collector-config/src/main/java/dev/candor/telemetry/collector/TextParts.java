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

  /** What stands before a word: no letter or digit, but the option that sets a property may. */
  static final String BEFORE = "(?:^|[^\\pL\\pN" + MARK + "]|-D)";

  /** A quote as it is written in a page. */
  static final String QUOTE_ENTITY = "\\\\*&(?:amp;)?(?:quot|apos|#0?34|#0?39|#x22|#x27);";

  /** Which one of several: {@code [0]}, {@code .0}, {@code _2} or {@code 2}. */
  static final String INDEX = "(?:[\\[(._-]?" + MARK + "?[0-9]{1,3}[\\])]?)?";

  /** What joins a label and its value: closing quotes, a sign, blanks or a deeper line. */
  static final String SIGN =
      "[_#.]?(?:[\"'`\\\\\\x{201d}]{0,4}|"
          + QUOTE_ENTITY
          + ")[\\])]?[ \\t]{0,3}(?:=>|->|-?&gt;|=&gt;|:=|[?=]?=|[:=\\x{ff1a}\\x{ff1d}]|[\\x{2013}\\x{2014}] )(?:[ \\t]{0,3}|[ \\t]*\\r?\\n[ \\t]{1,8})";

  /**
   * What stands between a name in quotes and what it names: the end of an element that opens, or an
   * attribute or member beside it.
   */
  static final String NAMED =
      "[\"'](?: [^<>\\n]{0,40}>|>|[ \\t]*,?[ \\t]*[\"']?(?:v|val|value|content|text|data)[\"']?[ \\t]*[:=][ \\t]*[\"'])";

  /** Words that join a label and its value. */
  static final String FILLER =
      " (?:is|was|are|has|ist|lautet|war|est|es|era|id|no\\.?|nr\\.?|num|number|named|called|#|ref|with id) ";

  /** A value in quotes of any kind. */
  static final String QUOTED =
      "((?:[uUbBrRfFL@]{1,2})?\")[^\"\\\\\\n<"
          + MARK
          + "](?:[^\"\\\\\\n]|\\\\[^\\n])*|((?:[uUbBrRfFL@]{1,2})?')[^'\\\\\\n<"
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
    String label = BEFORE + "(?i:" + WordTree.exactly(spaced) + ")";
    return unspaced.isEmpty() ? label : "(?:" + label + "|(?i:" + WordTree.exactly(unspaced) + "))";
  }

  /**
   * A value behind a sign: in quotes of any kind up to their end, or as {@code bare} tells. Holds
   * three groups, the opening quotes.
   */
  static String value(String bare) {
    return "(?:" + QUOTED + "|" + bare + ")";
  }
}
