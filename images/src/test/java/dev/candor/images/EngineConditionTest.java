package dev.candor.images;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;

class EngineConditionTest {
  private static final Map<String, String> REQUIRED = Map.of("CANDOR_DOCKER", "required");

  @Test
  void condition_noEngine_skips() {
    assertThat(new EngineCondition(Map.of(), () -> false).evaluate().isDisabled()).isTrue();
  }

  @Test
  void condition_engine_runs() {
    assertThat(new EngineCondition(Map.of(), () -> true).evaluate().isDisabled()).isFalse();
  }

  @Test
  void condition_noEngineButRequired_runsAndFails() {
    assertThat(new EngineCondition(REQUIRED, () -> false).evaluate().isDisabled()).isFalse();
  }

  @Test
  void composeCondition_engineWithoutCompose_skips() {
    assertThat(compose(Map.of(), true, false).isDisabled()).isTrue();
  }

  @Test
  void composeCondition_noEngine_skips() {
    assertThat(compose(Map.of(), false, true).isDisabled()).isTrue();
  }

  @Test
  void composeCondition_both_runs() {
    assertThat(compose(Map.of(), true, true).isDisabled()).isFalse();
  }

  @Test
  void composeCondition_noneButRequired_runsAndFails() {
    assertThat(compose(REQUIRED, false, false).isDisabled()).isFalse();
  }

  private static ConditionEvaluationResult compose(
      Map<String, String> environment, boolean engine, boolean installed) {
    return new ComposeCondition(
            environment, new EngineCondition(environment, () -> engine), () -> installed)
        .evaluate();
  }
}
