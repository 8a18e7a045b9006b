package dev.candor.telemetry.exporter.ga4;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class MemoTest {
  private final AtomicInteger made = new AtomicInteger();
  private final Memo<String> memo =
      new Memo<>(
          name -> {
            made.incrementAndGet();
            return name + "!";
          });

  @Test
  void of_sameName_isMadeOnce() {
    assertThat(memo.of("a")).isEqualTo("a!");
    assertThat(memo.of("a")).isEqualTo("a!");

    assertThat(made).hasValue(1);
  }

  @Test
  void of_tooManyNames_areMadeEachTimeAndTheFirstStay() {
    for (int i = 0; i < 1_001; i++) {
      memo.of("n" + i);
    }

    memo.of("n0");
    memo.of("n1000");

    assertThat(made).hasValue(1_002);
  }
}
