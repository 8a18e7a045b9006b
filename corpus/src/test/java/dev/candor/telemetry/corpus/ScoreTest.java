package dev.candor.telemetry.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScoreTest {
  private final LeakCase secret =
      one(
          "a",
          "attribute_value",
          "upload by j.whitcombe failed",
          List.of("j.whitcombe"),
          List.of("upload", "failed"));
  private final LeakCase harmless = one("b", "log_body", "all is well", List.of(), List.of());
  private final LeakCase trace =
      one("c", Carriers.STACKTRACE, "at a.B.onFrame(B.java:1)", List.of(), List.of("onFrame"));

  @Test
  void of_cleanOutputs_isPerfect() {
    Score score =
        Score.of(
            List.of(secret, harmless, trace),
            List.of("upload by <user> failed", "all is well", "  at a.B.onFrame:1"));

    assertThat(List.of(score.recall(), score.context(), score.damage()))
        .containsExactly(100.0, 100.0, 0.0);
  }

  @Test
  void of_leakAndDamage_countsBoth() {
    Score score =
        Score.of(
            List.of(secret, harmless, trace),
            List.of("<secret> by whitcombe failed", "all is <name>", "  at <name>"));

    assertThat(List.of(score.recall(), score.context(), score.damage()))
        .containsExactly(0.0, 50.0, 100.0);
  }

  @Test
  void of_droppedCases_leakNothingAndKeepNothing() {
    Score score = Score.of(List.of(secret, harmless), Arrays.asList(null, null));

    assertThat(List.of(score.recall(), score.context(), score.damage()))
        .containsExactly(100.0, 0.0, 100.0);
  }

  @Test
  void outs_idsInAnotherOrder_areRefused() {
    assertThatThrownBy(
            () ->
                CaseLines.outs(
                    List.of(secret, harmless),
                    List.of("{\"id\":\"b\",\"out\":null}", "{\"id\":\"a\",\"out\":\"\"}")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("line 1");
  }

  @Test
  void doorLine_anyCase_holdsNoLabel() {
    assertThat(CaseLines.doorLine(secret))
        .contains(
            "\"id\":\"a\"", "\"carrier\":\"attribute_value\"", "\"key\":\"note\"", "\"text\":")
        .doesNotContain("secrets", "context", "kind");
  }

  private static LeakCase one(
      String id, String carrier, String text, List<String> secrets, List<String> context) {
    return new LeakCase(
        id, carrier, "note", text, "user_label", "plain", "EN", false, secrets, context);
  }
}
