package dev.candor.telemetry.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.candor.telemetry.exporter.Outcome.Uncertain;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an operator may say of tries and pauses. */
class RetriesTest extends OutboxTestBase {
  @ParameterizedTest
  @CsvSource({"1, 2, 2", "2, 4, 8", "10, 20, 200"})
  @Tag("MY-59")
  void factor_given_isHowTheRangeOfPausesGrows(double factor, long second, long third) {
    CourierSettings courier = CourierSettings.defaults().with(new Retries(3, factor));

    assertThat(longest(courier, 1)).isBetween(1_500L, 2_000L);
    assertThat(longest(courier, 2)).isBetween(second * 750, second * 1_000);
    assertThat(longest(courier, 3)).isBetween(third * 750, third * 1_000);
  }

  @Test
  void pause_afterAnyNumberOfFailures_isAtMostAnHour() {
    CourierSettings courier = CourierSettings.defaults().with(new Retries(10, 10));

    assertThat(LongStream.of(1, 9, 100, Long.MAX_VALUE).mapToObj(courier::pause))
        .allMatch(pause -> !pause.isZero() && pause.compareTo(Duration.ofHours(1)) <= 0);
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "2, 3", "10, 11"})
  @Tag("MY-58")
  void attempts_failuresInARow_pauseTheDestinationAfterThem(int attempts, int sent) {
    FakeDestination otlp = new FakeDestination("otlp");
    SqliteOutbox outbox = openFor(otlp);
    outbox.append(Samples.events(1, 0, 12, clock));
    otlp.sealing =
        items -> items.stream().map(item -> FakeDestination.lines(List.of(item)).get(0)).toList();
    otlp.always = body -> new Uncertain();
    CourierSettings courier = settings(Duration.ofSeconds(10)).with(new Retries(attempts, 2));

    run(new DestinationTurn(outbox, otlp, answer, clock, courier, () -> false));

    assertThat(otlp.sent).hasSize(sent);
  }

  @Test
  void retries_outOfBounds_areRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Retries(-1, 2));
    assertThatIllegalArgumentException().isThrownBy(() -> new Retries(11, 2));
    assertThatIllegalArgumentException().isThrownBy(() -> new Retries(3, 0.9));
    assertThatIllegalArgumentException().isThrownBy(() -> new Retries(3, Double.NaN));
  }

  /** The longest of many pauses. */
  private static long longest(CourierSettings courier, long failures) {
    return IntStream.range(0, 400)
        .mapToLong(i -> courier.pause(failures).toMillis())
        .max()
        .orElseThrow();
  }
}
