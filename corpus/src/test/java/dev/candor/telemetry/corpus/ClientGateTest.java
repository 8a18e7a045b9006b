package dev.candor.telemetry.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the client alone lets pass, asked by {@code candor sanitize}. */
@Tag("P4")
class ClientGateTest {
  static LongStream seeds() {
    return LongStream.of(Seeds.PAGE, Seeds.SECOND, Seeds.FRESH);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void sanitize_aDraw_reachesTheGate(long seed) {
    Door.Asked asked = Door.CLIENT.asked(seed);
    Score score = asked.score();

    System.out.printf(
        "corpus, client, seed %d: %s; %s%n", seed, ScoreTable.line(score, score), asked.time());
    assertThat(Gate.CLIENT.faults(score, score))
        .as("repeat with -Dcandor.corpus.seed=%s", seed)
        .isEmpty();
  }
}
