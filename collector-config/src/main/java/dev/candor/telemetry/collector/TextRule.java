package dev.candor.telemetry.collector;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One class of data that may stand in free text, and what the Collector writes in its place.
 *
 * <p>The expression is written in what RE2 and Java's expressions have in common: no look-around,
 * no back reference, no counted repeat above 1,000, no class operators. It runs only on texts that
 * hold one of the hints, which the Collector finds as fast as it reads.
 *
 * @param name the class of data, such as {@code path.home}
 * @param gate what a text must hold for it
 * @param hints literal texts, one of which every match holds; none when there is no such text
 * @param expression what is found
 * @param replacement what is written instead; {@code $1} to {@code $9} are the expression's groups
 */
record TextRule(
    String name, TextGate gate, List<String> hints, Pattern expression, String replacement) {
  private static final Pattern GROUP = Pattern.compile("\\$([1-9])");

  TextRule(String name, List<String> hints, String expression, String replacement) {
    // RE2 folds every letter of a case-insensitive part; Java does so when it is told to.
    this(
        name,
        TextGate.OPEN,
        List.copyOf(hints),
        Pattern.compile(expression, Pattern.UNICODE_CASE),
        replacement);
  }

  /** A rule without a text that every match holds. */
  static TextRule of(String name, String expression, String replacement) {
    return new TextRule(name, List.of(), expression, replacement);
  }

  /** A rule whose every match holds {@code hint}. */
  static TextRule with(String hint, String name, String expression, String replacement) {
    return new TextRule(name, List.of(hint), expression, replacement);
  }

  TextRule behind(TextGate other) {
    return new TextRule(name, other, hints, expression, replacement);
  }

  /** Whether it may find anything in a plain text, as {@link TextNotes} says what that is. */
  boolean mayFindInPlain() {
    return gate.mayOpenForPlain()
        && (hints.isEmpty() || hints.stream().anyMatch(TextNotes::mayStandInPlain));
  }

  /**
   * What the Collector makes of a text by this rule.
   *
   * @param came the text as it came: gates and hints are looked for there, once
   */
  String apply(String text, String came) {
    if (!runsOn(came)) {
      return text;
    }
    Matcher matcher = expression.matcher(text);
    return matcher.find() ? matcher.replaceAll(replacement) : text;
  }

  /** Whether a text, as it came, holds what the rule asks for before it runs. */
  boolean runsOn(String came) {
    return gate.opens(came) && (hints.isEmpty() || hints.stream().anyMatch(came::contains));
  }

  /**
   * The statement that does it to an attribute that holds a text.
   *
   * @param conditions what has to hold, all of it
   */
  String statement(String value, List<String> conditions) {
    return "replace_pattern("
        + value
        + ", "
        + Ottl.quote(expression.pattern())
        + ", "
        + Ottl.quote(GROUP.matcher(replacement).replaceAll("\\${$1}"))
        + ")"
        + (conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions));
  }
}
