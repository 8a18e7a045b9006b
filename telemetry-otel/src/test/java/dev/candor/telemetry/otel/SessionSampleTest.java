package dev.candor.telemetry.otel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.SourceTelemetry.Status;
import dev.candor.telemetry.exporter.EventItem;
import dev.candor.telemetry.testkit.TestItems;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SessionSampleTest {
  private static final List<String> SESSIONS = sessions(10_000);

  private static List<String> sessions(int count) {
    Random random = new Random(7);
    return IntStream.range(0, count)
        .mapToObj(
            number ->
                Uuid7.of(
                    1_795_000_000_000L + number,
                    ByteBuffer.allocate(16)
                        .putLong(random.nextLong())
                        .putLong(random.nextLong())
                        .array()))
        .toList();
  }

  private static EventItem event(String session, String name, Status status) {
    return EventItem.of(
        "0".repeat(48), name, Purpose.USAGE, 1, 2, status, Map.of("session.id", session), Map.of());
  }

  private static List<String> taken(double rate) {
    SessionSample sample = new SessionSample(rate);
    return SESSIONS.stream()
        .filter(session -> sample.takes(event(session, "imaging.run", Status.OK)))
        .toList();
  }

  @Test
  @Tag("SQ-69")
  void takes_aTenthOfTenThousandSessions_isWithinBinomialBounds() {
    // Four standard deviations of a binomial distribution of 10,000 and 0.1.
    assertThat(taken(0.1).size()).isBetween(1_000 - 120, 1_000 + 120);
  }

  @Test
  @Tag("SV-79")
  void takes_everyRate_isWithinBinomialBounds() {
    for (double rate : new double[] {0.01, 0.25, 0.5, 0.9, 0.99}) {
      double deviation = Math.sqrt(10_000 * rate * (1 - rate));

      assertThat((double) taken(rate).size())
          .isBetween(10_000 * rate - 4 * deviation, 10_000 * rate + 4 * deviation);
    }
  }

  @Test
  @Tag("SV-79")
  void takes_smallerShare_isPartOfTheLarger() {
    assertThat(taken(0.5)).containsAll(taken(0.1));
  }

  @Test
  @Tag("SV-79")
  void takes_eventsOfOneSession_allOrNone() {
    SessionSample half = new SessionSample(0.5);

    assertThat(SESSIONS)
        .allSatisfy(
            session ->
                assertThat(
                        Stream.of("imaging.run", "page.view", "feature.use")
                            .map(name -> half.takes(event(session, name, Status.UNSET)))
                            .distinct())
                    .hasSize(1));
  }

  @Test
  @Tag("SQ-69")
  void takes_nothing_stillHasErrorsAndFailures() {
    SessionSample none = new SessionSample(0);

    assertThat(SESSIONS)
        .allMatch(session -> none.takes(event(session, "app.error", Status.UNSET)))
        .allMatch(session -> none.takes(event(session, "imaging.run", Status.ERROR)))
        .noneMatch(session -> none.takes(event(session, "imaging.run", Status.OK)));
  }

  @Test
  void takes_nothing_stillHasSessionsAndCounts() {
    SessionSample none = new SessionSample(0);

    assertThat(none.takes(event("x", "session.start", Status.UNSET))).isTrue();
    assertThat(none.takes(event("x", "session", Status.UNSET))).isTrue();
    assertThat(none.takes(TestItems.counts(1))).isTrue();
  }

  @Test
  void takes_eventWithoutSession_isAsRareAsOthers() {
    assertThat(new SessionSample(0).takes(TestItems.event(1))).isFalse();
    assertThat(new SessionSample(1).takes(TestItems.event(1))).isTrue();
  }
}
