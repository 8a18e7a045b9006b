package dev.candor.telemetry.exporter.sentry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.exporter.Destination;
import dev.candor.telemetry.exporter.EventItem;
import dev.candor.telemetry.exporter.Item;
import dev.candor.telemetry.exporter.SealContext;
import dev.candor.telemetry.exporter.Sealed;
import dev.candor.telemetry.testkit.Answer;
import dev.candor.telemetry.testkit.FakeClock;
import dev.candor.telemetry.testkit.FakeSentry;
import dev.candor.telemetry.testkit.TestItems;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Sentry is told of things that it was meant to get. */
@Tag("P8")
class SentryClientReportsTest {
  private static final EventItem ERROR = Samples.error(Map.of());
  private static final EventItem SESSION = Samples.session("exit", 60);
  private static final EventItem SPAN = TestItems.event(1);

  private final FakeClock clock = FakeClock.create();

  @RegisterExtension final FakeSentry sentry = new FakeSentry(clock);

  private final Destination destination = SentryDestination.create(sentry.dsn(), clock);

  @AfterEach
  void close() {
    destination.close();
    assertThat(sentry.faults()).isEmpty();
  }

  @Test
  void givenUp_isToldOnceByTheNextReport() {
    sentry.backend().answerNext(Answer.status(500), Answer.status(429));
    send(ERROR);
    send(SPAN);
    send(SPAN);
    send(SESSION);
    clock.advance(Duration.ofMinutes(2));

    send(ERROR);
    clock.advance(ClientReports.APART);
    send(ERROR);

    assertThat(told())
        .containsExactly(
            "ratelimit_backoff session 1", "ratelimit_backoff span 1", "send_error error 1");
  }

  @ParameterizedTest
  @ValueSource(ints = {300, 400, 401, 403, 404, 408, 413, 500, 502, 503, 511})
  void answered_byAnythingButSuccess_isAnErrorOfSending(int status) {
    sentry.backend().answerNext(Answer.status(status));
    send(ERROR);

    send(ERROR);

    assertThat(told()).containsExactly("send_error error 1");
  }

  /** Both are counted by the server. */
  @Test
  void refused_byALimitOrInPart_isNotTold() {
    sentry.backend().answerNext(Answer.status(429), Answer.partialSuccess(1));
    send(SPAN);
    clock.advance(Duration.ofMinutes(2));
    send(SPAN);

    send(ERROR);

    assertThat(told()).isEmpty();
  }

  @Test
  void unanswered_whatIsNotSentAgain_isANetworkError() {
    for (EventItem item : List.of(SESSION, SPAN, ERROR)) {
      sentry.backend().answerNext(Answer.lost());
      send(item);
    }

    send(ERROR);

    assertThat(told()).containsExactly("network_error session 1", "network_error span 1");
  }

  @Test
  void unanswered_withoutAConnection_isNotTold() {
    try (Destination nowhere = SentryDestination.create("http://k@127.0.0.1:1/42", clock)) {
      Sealed sealed = nowhere.seal(List.of(SPAN), new SealContext(null)).get(0);
      nowhere.send(sealed, Duration.ofSeconds(20));
    }

    send(ERROR);

    assertThat(told()).isEmpty();
  }

  @Test
  void tooOld_sessions_areWithheld() {
    Sealed two = seal(numbered(SESSION, 1), numbered(SESSION, 2)).get(0);
    clock.advance(Duration.ofDays(6));
    destination.send(two, Duration.ofSeconds(20));

    send(ERROR);

    assertThat(told()).containsExactly("before_send session 2");
  }

  @ParameterizedTest
  @MethodSource("leftOut")
  void sealed_inNoBody_isToldByItsReason(Item item, String told) {
    assertThat(seal(item)).isEmpty();

    send(ERROR);

    assertThat(told()).containsExactly(told);
  }

  static Stream<Arguments> leftOut() {
    String none = "z".repeat(48);
    return Stream.of(
        left(TestItems.event(1, Map.of("a", "x".repeat(1 << 20))), "event_processor span 1"),
        left(
            Samples.item("session.start", Purpose.USAGE, Map.of("session.id", "s-1")),
            "insufficient_data session 1"),
        left(Samples.with(ERROR, none, Map.of()), "insufficient_data error 1"),
        left(Samples.with(SPAN, none, Map.of()), "insufficient_data span 1"));
  }

  @Test
  void sealed_againInNoBody_isToldOnce() {
    Item noId = Samples.item("session", Purpose.USAGE, Map.of());
    seal(noId, SPAN);
    seal(noId);

    send(ERROR);

    assertThat(told()).containsExactly("insufficient_data session 1");
  }

  /** It was never meant for Sentry. */
  @Test
  void totals_ofADay_areNotTold() {
    seal(TestItems.counts(1));

    send(ERROR);

    assertThat(told()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"59, 1", "60, 2", "-59, 1", "-60, 2"})
  void reports_areAMinuteApart(int seconds, int reports) {
    loseOneAndSend();
    clock.advance(Duration.ofSeconds(seconds));

    loseOneAndSend();

    assertThat(sentry.reports()).hasSize(reports);
  }

  @Test
  void reports_heldBack_tellAllLater() {
    loseOneAndSend();
    loseOneAndSend();
    loseOneAndSend();
    clock.advance(ClientReports.APART);

    send(ERROR);

    assertThat(told()).containsExactly("send_error error 1", "send_error error 2");
  }

  @Test
  void report_withoutAnAnswer_isNotRepeated() {
    sentry.backend().answerNext(Answer.status(500), Answer.ok(), Answer.lost());
    send(ERROR);
    send(ERROR);
    clock.advance(ClientReports.APART);
    int before = sentry.backend().requests().size();

    send(ERROR);

    assertThat(sentry.backend().requests()).hasSize(before + 1);
  }

  private void loseOneAndSend() {
    sentry.backend().answerNext(Answer.status(500));
    send(ERROR);
    send(ERROR);
  }

  @SuppressWarnings("unchecked") // the fake has looked at their form
  private List<String> told() {
    return sentry.reports().stream()
        .flatMap(report -> ((List<Map<String, Object>>) report.get("discarded_events")).stream())
        .map(one -> one.get("reason") + " " + one.get("category") + " " + one.get("quantity"))
        .toList();
  }

  private void send(EventItem item) {
    destination.send(seal(item).get(0), Duration.ofSeconds(20));
  }

  private List<Sealed> seal(Item... items) {
    return destination.seal(List.of(items), new SealContext(null));
  }

  private static EventItem numbered(EventItem item, int number) {
    return Samples.with(item, "%032x%016x".formatted(number, number), item.resource());
  }

  private static Arguments left(Item item, String told) {
    return Arguments.of(item, told);
  }
}
