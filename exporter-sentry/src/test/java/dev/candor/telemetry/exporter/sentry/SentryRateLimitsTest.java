package dev.candor.telemetry.exporter.sentry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.exporter.Destination;
import dev.candor.telemetry.exporter.EventItem;
import dev.candor.telemetry.exporter.Item;
import dev.candor.telemetry.exporter.Outcome;
import dev.candor.telemetry.exporter.Outcome.Delivered;
import dev.candor.telemetry.exporter.Outcome.DropReason;
import dev.candor.telemetry.exporter.Outcome.Dropped;
import dev.candor.telemetry.exporter.Outcome.Uncertain;
import dev.candor.telemetry.exporter.SealContext;
import dev.candor.telemetry.exporter.Sealed;
import dev.candor.telemetry.testkit.Answer;
import dev.candor.telemetry.testkit.FakeClock;
import dev.candor.telemetry.testkit.FakeSentry;
import dev.candor.telemetry.testkit.TestItems;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SentryRateLimitsTest {
  private static final EventItem ERROR = Samples.error(Map.of());
  private static final EventItem SESSION = Samples.session("exit", 60);
  private static final EventItem SPAN = TestItems.event(1);
  private static final Outcome LIMITED = new Dropped(DropReason.RATE_LIMITED);

  private final FakeClock clock = FakeClock.create();

  @RegisterExtension final FakeSentry sentry = new FakeSentry(clock);

  private Destination destination;

  @BeforeEach
  void create() {
    destination = SentryDestination.create(sentry.dsn(), clock);
  }

  @AfterEach
  void close() {
    destination.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "60:error:organization                        | true  | false | false",
        "60:session;span:key                          | false | true  | true",
        "60::organization                             | true  | true  | true",
        "60                                           | true  | true  | true",
        "60:attachment;never_heard_of:project         | false | false | false",
        "1:error:key, 60:error:project:quota:a;b, junk| true  | false | false",
        "0.5:span:key,60.5:session:key                | false | true  | false"
      })
  void limits_onASuccess_holdForTheirCategories(
      String header, boolean error, boolean session, boolean span) {
    sentry.backend().answerNext(Answer.ok().with("X-Sentry-Rate-Limits", header));
    assertThat(send(TestItems.event(2))).isEqualTo(Delivered.all());
    clock.advance(Duration.ofSeconds(59));

    assertThat(send(ERROR).equals(LIMITED)).isEqualTo(error);
    assertThat(send(SESSION).equals(LIMITED)).isEqualTo(session);
    assertThat(send(SPAN).equals(LIMITED)).isEqualTo(span);
  }

  @Test
  void limits_over_letEverythingPass() {
    sentry.backend().answerNext(Answer.status(429).with("X-Sentry-Rate-Limits", "60::key"));
    assertThat(send(ERROR)).isEqualTo(LIMITED);
    clock.advance(Duration.ofSeconds(60));

    assertThat(send(ERROR)).isEqualTo(Delivered.all());
  }

  @ParameterizedTest
  @CsvSource({"7, 7", "2.5, 3", "'', 60", "soon, 60"})
  void tooManyRequests_withoutLimits_holdsAsRetryAfterSays(String retryAfter, int seconds) {
    sentry.backend().answerNext(Answer.retryAfter(429, retryAfter));
    send(ERROR);

    clock.advance(Duration.ofSeconds(seconds).minusMillis(501));
    assertThat(send(SPAN)).isEqualTo(LIMITED);
    clock.advance(Duration.ofMillis(501));
    assertThat(send(SPAN)).isEqualTo(Delivered.all());
  }

  @Test
  void limited_opensNothing() {
    sentry.backend().answerNext(Answer.status(429).with("X-Sentry-Rate-Limits", "60:error:key"));
    send(ERROR);

    send(ERROR);

    assertThat(sentry.backend().requests()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        300, 301, 302, 303, 304, 307, 308, 400, 401, 402, 403, 404, 405, 406, 407, 408, 409, 410,
        413, 415, 421, 422, 425, 426, 429, 451, 500, 501, 502, 503, 504, 511, 599
      })
  @Tag("P7")
  void answered_whateverItSays_isNeverDeferred(int status) {
    for (EventItem item : List.of(ERROR, SESSION, SPAN)) {
      sentry.backend().answerWith(status);
      clock.advance(Duration.ofMinutes(2)); // past the limit that the one before may have met

      assertThat(send(item)).isInstanceOf(Dropped.class);
    }
  }

  @Test
  @Tag("P7")
  void answered_byAWebPage_isNeverDeferred() {
    sentry
        .backend()
        .answerWith(Answer.body(200, "text/html", "<p>log in".getBytes(StandardCharsets.UTF_8)));

    assertThat(List.of(send(ERROR), send(SESSION), send(SPAN)))
        .containsOnly(new Dropped(DropReason.UNAUTHORIZED));
  }

  /** It took nothing, and its halves are other requests. */
  @ParameterizedTest
  @MethodSource("batches")
  @Tag("P7")
  void tooLarge_batch_isHalvedUntilOneIsAlone(List<Item> two) {
    sentry.backend().answerWith(413);

    assertThat(send(two)).isEqualTo(new Outcome.Split());
    assertThat(send(two.subList(0, 1))).isEqualTo(new Dropped(DropReason.TOO_LARGE));
    assertThat(sentry.backend().requests()).hasSize(2);
  }

  static Stream<List<Item>> batches() {
    return Stream.of(
        TestItems.events(2),
        List.of(SESSION, Samples.with(SESSION, "1".repeat(48), SESSION.resource())));
  }

  @Test
  @Tag("P7")
  void unanswered_eventOnly_maySentryRecogniseAgain() {
    sentry.backend().answerWith(Answer.lost());

    assertThat(send(ERROR)).isEqualTo(new Uncertain());
    assertThat(destination.deduplicates(sealed(ERROR))).isTrue();
    assertThat(destination.deduplicates(sealed(SESSION))).isFalse();
    assertThat(destination.deduplicates(sealed(SPAN))).isFalse();
  }

  @Test
  @Tag("P7")
  void event_sentAgainAfterALostAnswer_isThereOnce() {
    sentry.backend().answerNext(Answer.lost());
    send(ERROR);

    assertThat(send(ERROR)).isEqualTo(Delivered.all());

    assertThat(sentry.backend().requests()).hasSize(2);
    assertThat(sentry.events()).hasSize(1);
  }

  @Test
  void partialSuccess_ofSpans_countsTheRefused() {
    sentry.backend().answerWith(Answer.partialSuccess(1));

    assertThat(send(SPAN)).isEqualTo(new Delivered(Map.of(), 1));
  }

  private Outcome send(EventItem item) {
    return send(List.of(item));
  }

  private Outcome send(List<Item> items) {
    return destination.send(sealed(items), Duration.ofSeconds(20));
  }

  private Sealed sealed(EventItem item) {
    return sealed(List.of(item));
  }

  private Sealed sealed(List<Item> items) {
    return destination.seal(items, new SealContext(null)).get(0);
  }
}
