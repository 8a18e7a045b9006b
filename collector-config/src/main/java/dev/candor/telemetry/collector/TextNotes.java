package dev.candor.telemetry.collector;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What the rules of one group ask of a text before the first of them runs. Each question is asked
 * once and its answer noted in the cache of the item; a note that is missing compares as false.
 *
 * <p>A plain text holds letters of ASCII, blanks, commas, and full stops in front of a blank or the
 * end, as the sentences of a program do. A rule that needs any other character never runs on it.
 */
final class TextNotes {
  private static final Pattern PLAIN = Pattern.compile("^(?:[A-Za-z, ]|[.](?: |\\z))*\\z");
  private static final Pattern PLAIN_LITERAL = Pattern.compile("[A-Za-z, ]+");

  private final String context;
  private final boolean plain;
  private final Map<String, String> notes = new LinkedHashMap<>();

  TextNotes(String context, boolean plain) {
    this.context = context;
    this.plain = plain;
  }

  static boolean isPlain(String text) {
    return PLAIN.matcher(text).find();
  }

  static boolean mayStandInPlain(String literal) {
    return PLAIN_LITERAL.matcher(literal).matches();
  }

  /** The condition of a group for plain texts, or for all others. */
  static String condition(String value, boolean plain) {
    return "IsString("
        + value
        + ") and "
        + (plain ? "" : "not ")
        + Ottl.match(value, PLAIN.pattern());
  }

  /** The text as it came. */
  String text() {
    return context + ".cache[\"t\"]";
  }

  /** The same in lower case. */
  String lowered() {
    return context + ".cache[\"l\"]";
  }

  /** Whether a text holds one of others; those that no text of this group holds are not asked. */
  String holdsAny(String text, Collection<String> literals) {
    return Ottl.holdsAny(
        text, literals.stream().filter(each -> !plain || mayStandInPlain(each)).toList());
  }

  /** What has to hold for the rule to run: the notes of its questions. */
  List<String> conditions(TextRule rule) {
    List<String> conditions = new ArrayList<>();
    rule.gate().condition(this).map(this::noted).ifPresent(conditions::add);
    if (!rule.hints().isEmpty()) {
      conditions.add(noted(holdsAny(text(), rule.hints())));
    }
    return conditions;
  }

  private String noted(String question) {
    return notes.computeIfAbsent(question, q -> context + ".cache[\"" + notes.size() + "\"]")
        + " == true";
  }

  /** The statements that ask; they stand in front of all rules. */
  List<String> statements(String value) {
    List<String> statements = new ArrayList<>();
    statements.add("set(" + text() + ", " + value + ")");
    statements.add("set(" + lowered() + ", ConvertCase(" + value + ", \"lower\"))");
    notes.forEach((asked, note) -> statements.add("set(" + note + ", true) where " + asked));
    return statements;
  }
}
