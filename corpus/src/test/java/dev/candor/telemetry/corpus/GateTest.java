package dev.candor.telemetry.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class GateTest {
  private static final Gate GATE = new Gate(99, 100, 97, 1, 90);
  private static final LeakCase SECRET =
      new LeakCase(
          "a",
          "log_body",
          "",
          "pwd=Kestrel77 is wrong",
          "password",
          "plain",
          "EN",
          true,
          List.of("Kestrel77"),
          List.of("wrong"));
  private static final LeakCase HARMLESS =
      new LeakCase(
          "b",
          "log_body",
          "",
          "all is well",
          "log_sentence",
          "benign",
          "EN",
          false,
          List.of(),
          List.of());

  @Test
  void faults_everythingReached_areNone() {
    Score score = score("pwd=<secret> is wrong", "all is well");

    assertThat(GATE.faults(score, score)).isEmpty();
  }

  @Test
  void faults_oneLeak_nameRecallCriticalKindCarrierAndForm() {
    Score score = score("pwd=Kestrel77 is wrong", "all is well");

    assertThat(GATE.faults(score, score))
        .hasSize(5)
        .anySatisfy(fault -> assertThat(fault).startsWith("kind password 0.00 %"))
        .noneSatisfy(fault -> assertThat(fault).contains("Kestrel77"));
  }

  @Test
  void faults_blankedText_nameDamageAndContext() {
    Score score = score("<secret>", "<secret>");

    assertThat(GATE.faults(score, score))
        .containsExactly("context 0.00 %, at least 90.00 %", "damage 100.00 %, at most 1.00 %");
  }

  private static Score score(String... outs) {
    return Score.of(List.of(SECRET, HARMLESS), Arrays.asList(outs));
  }
}
