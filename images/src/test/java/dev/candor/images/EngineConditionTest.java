package dev.candor.images;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

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
}
