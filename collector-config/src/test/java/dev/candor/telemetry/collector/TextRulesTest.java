package dev.candor.telemetry.collector;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
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

  @Test
  void rules_names_areUnique() {
    assertThat(TextRules.ALL).extracting(TextRule::name).doesNotHaveDuplicates();
  }

  @Test
  void mark_inText_isRefusedByTheContract() {
    assertThat("a" + TextParts.MARK + "b").doesNotMatch(ValuePatterns.TEXT);
  }
}
