package dev.candor.telemetry.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the real Collector lets pass, alone and behind the client. Damage and context are asked of
 * the carriers that it also sees under a registered text attribute; elsewhere it removes by design.
 */
@Tag("P4")
class CollectorGateIT {
  static LongStream seeds() {
    return LongStream.of(Seeds.PAGE, Seeds.FRESH);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void replay_aDraw_reachesTheGate(long seed) {
    check(Door.COLLECTOR, Gate.COLLECTOR, seed);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void replayBoth_aDraw_reachesTheGate(long seed) {
    check(Door.BOTH, Gate.BOTH, seed);
  }

  private static void check(Door door, Gate gate, long seed) {
    Door.Asked asked = door.asked(seed);
    Score score = asked.score();
    Score text = score.where(one -> Carriers.TEXT.contains(one.carrier()));

    System.out.printf(
        "corpus, %s, seed %d: %s; %s%n", door, seed, ScoreTable.line(score, text), asked.time());
    assertThat(gate.faults(score, text)).as("repeat with -Dcandor.corpus.seed=%s", seed).isEmpty();
  }
}
