package dev.candor.telemetry.collector;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("P4")
class TextRulesTest {
  static List<TextVector> vectors() throws IOException {
    return TextVector.all();
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void apply_vector_givesWhatIsWritten(TextVector vector) {
    assertThat(TextRules.apply(vector.text())).isEqualTo(vector.expected());
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void apply_twice_equalsOnce(TextVector vector) {
    assertThat(TextRules.apply(vector.expected())).isEqualTo(vector.expected());
  }

  static List<TextVector> plainVectors() throws IOException {
    return vectors().stream().filter(vector -> TextNotes.isPlain(vector.text())).toList();
  }

  static List<String> rules() {
    return TextRules.ALL.stream().map(TextRule::name).toList();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void rule_vectors_holdOneThatItChanges(String rule) throws IOException {
    assertThat(vectors()).anyMatch(vector -> steps(vector).getOrDefault(rule, false));
  }

  /** One that holds what the rule asks for, and yet nothing that it means. */
  @ParameterizedTest
  @MethodSource("rules")
  void rule_vectors_holdOneThatItLooksAtAndLeaves(String rule) throws IOException {
    assertThat(vectors()).anyMatch(vector -> !steps(vector).getOrDefault(rule, true));
  }

  /** The rules that run on a vector, and whether they change it. */
  private static Map<String, Boolean> steps(TextVector vector) {
    Map<String, Boolean> steps = new HashMap<>();
    String text = vector.text();
    for (TextRule rule : TextRules.ALL) {
      String changed = rule.apply(text, vector.text());
      if (rule.runsOn(vector.text())) {
        steps.put(rule.name(), !changed.equals(text));
      }
      text = changed;
    }
    return steps;
  }

  /** The Collector runs on a plain text only the rules that may find something in one. */
  @ParameterizedTest
  @MethodSource("plainVectors")
  void plainText_rulesThatAreLeftOut_findNothing(TextVector vector) {
    List<String> finding =
        TextRules.ALL.stream()
            .filter(rule -> !rule.mayFindInPlain())
            .filter(rule -> !rule.apply(vector.text(), vector.text()).equals(vector.text()))
            .map(TextRule::name)
            .toList();

    assertThat(finding).isEmpty();
  }

  @Test
  void rules_names_areUnique() {
    assertThat(TextRules.ALL).extracting(TextRule::name).doesNotHaveDuplicates();
  }

  @Test
  void mark_inText_isRefusedByTheContract() {
    assertThat("a" + TextParts.MARK + "b").doesNotMatch(ValuePatterns.TEXT);
  }
}
