package dev.candor.telemetry.exporter.sentry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.exporter.EventItem;
import dev.candor.telemetry.exporter.OtelData;
import dev.candor.telemetry.exporter.SealContext;
import dev.candor.telemetry.exporter.Sealed;
import dev.candor.telemetry.testkit.FakeClock;
import dev.candor.telemetry.testkit.FakeSentry;
import io.sentry.JsonSerializer;
import io.sentry.SentryEvent;
import io.sentry.SentryOptions;
import io.sentry.protocol.SentryException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is left of an event that is over Sentry's limits. */
class SentryFitTest {
  private static final String ID = Samples.ID;
  private static final int EVERYTHING = 1_000_000;

  private final SentryEnvelopes envelopes = new SentryEnvelopes();

  @RegisterExtension final FakeSentry sentry = new FakeSentry(FakeClock.create());

  @Test
  void event_withinTheLimit_isWhole() {
    SentryEvent event = large();

    Sealed fitted = SentryFit.fitted(event, ID, envelopes, EVERYTHING);

    assertThat(fitted).isEqualTo(envelopes.event(ID, large()));
    assertThat(leftOut(event)).isZero();
  }

  @Test
  void event_alittleOver_losesTheEarlierSteps() {
    SentryEvent event = large();

    SentryFit.fitted(event, ID, envelopes, size(large()) - 1);

    assertThat(SentryErrors.crumbs(event))
        .extracting(io.sentry.Breadcrumb::getMessage)
        .hasSize(25)
        .endsWith("step_49");
    assertThat(leftOut(event)).isEqualTo(25);
    assertThat(others(event)).hasSize(4);
  }

  @Test
  void event_over_losesContextsBeforeCalls() {
    SentryEvent event = large();
    SentryEvent bare = large();
    SentryErrors.setCrumbs(bare, List.of());

    SentryFit.fitted(event, ID, envelopes, size(bare));

    assertThat(SentryErrors.crumbs(event)).isEmpty();
    assertThat(others(event)).containsExactly("a0", "a1"); // the smallest
    assertThat(frames(event, 0)).isEqualTo(frames(large(), 0));
  }

  @Test
  void event_over_keepsBothEndsOfCalls() {
    SentryEvent event = large();

    SentryFit.fitted(event, ID, envelopes, 12_000);

    assertThat(others(event)).isEmpty();
    assertThat(exceptions(event)).isEqualTo(exceptions(large()));
    assertThat(frames(event, 0))
        .hasSizeBetween(2, 49)
        .startsWith(frames(large(), 0).get(0))
        .endsWith(frames(large(), 0).get(49));
  }

  @Test
  void event_farOver_keepsBothEndsOfTheChain() {
    SentryEvent event = large();

    SentryFit.fitted(event, ID, envelopes, 2_000);

    assertThat(exceptions(event)).hasSizeBetween(2, 7).startsWith("Cause7").endsWith("Cause0");
    assertThat(event.getTags()).isNotEmpty();
  }

  @Test
  void event_leftOut_isCountedInIt() {
    SentryEvent event = large();

    SentryFit.fitted(event, ID, envelopes, 1);

    // 50 steps, 4 contexts, all but 2 of 50 calls of each of 8 errors, 6 errors, the tags.
    assertThat(leftOut(event)).isEqualTo(50 + 4 + 8 * 48 + 6 + large().getTags().size());
  }

  @ParameterizedTest
  @ValueSource(ints = {1_500, 5_000, 10_000, 20_000, 40_000, 60_000})
  void event_cut_fitsAndIsTaken(int most) {
    Sealed fitted = SentryFit.fitted(large(), ID, envelopes, most);

    assertThat(fitted.body()).hasSizeLessThanOrEqualTo(most);
    assertThat(SentryFit.fitted(large(), ID, envelopes, most)).isEqualTo(fitted);
    deliver(List.of(fitted));
    assertThat(sentry.events()).hasSize(1);
  }

  @Test
  void error_ofAHundredThousandCauses_keepsTheFirstAndTheLast() {
    String causes =
        IntStream.range(0, 100_000)
            .mapToObj(i -> "a.Cause" + i + "\n  at a.B.m" + i + ":7 *")
            .collect(Collectors.joining("\ncaused by "));

    deliver(seal(Samples.error(Map.of("exception.stacktrace", causes))));

    assertThat(sentry.events().get(0))
        .extracting("exception.values")
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.list(Map.class))
        .hasSizeGreaterThan(1_000)
        .extracting(one -> one.get("type"))
        .startsWith("Cause99999")
        .endsWith("Cause0");
  }

  @Test
  void names_ofAMegabyte_areCut() {
    String name = "x".repeat(1 << 20);

    deliver(
        seal(
            Samples.error(
                Map.of("exception.stacktrace", name + "." + name + "\n  at a." + name + ":7 *"))));

    assertThat(sentry.events()).hasSize(1);
  }

  @Test
  void context_overEightKilobytes_keepsWhatHasRoom() {
    Map<String, Object> many = new TreeMap<>();
    for (int i = 100; i < 200; i++) {
      many.put("settings.report.k" + i, "é\"\n".repeat(40));
    }

    deliver(seal(Samples.error(many)));

    Map<?, ?> contexts = (Map<?, ?>) sentry.events().get(0).get("contexts");
    Map<?, ?> kept = (Map<?, ?>) contexts.get("settings_report");
    assertThat(kept.keySet()).asString().startsWith("[k100, k101").contains("k115");
    assertThat(contexts.get("candor")).extracting(SentryFit.LEFT_OUT).isEqualTo(100 - kept.size());
  }

  @Test
  void change_overEightKilobytes_keepsWhatHasRoom() {
    Map<String, Object> many = new TreeMap<>(Map.of("config.change.file", "main"));
    for (int i = 100; i < 200; i++) {
      many.put("config.change.k" + i, "x".repeat(2_000));
    }

    deliver(seal(Samples.item("config.change", Purpose.USAGE, many)));

    assertThat(sentry.events().get(0))
        .extracting("contexts.candor." + SentryFit.LEFT_OUT)
        .isEqualTo(93);
  }

  @Test
  void jsonSize_anyText_isNeverTooSmall() throws Exception {
    JsonSerializer serializer = new JsonSerializer(SentryOptions.empty());
    Random random = new Random(5);
    for (int round = 0; round < 500; round++) {
      Map<String, Object> map = new TreeMap<>();
      for (int i = 0; i < random.nextInt(5); i++) {
        map.put(text(random), random.nextBoolean() ? text(random) : random.nextDouble());
      }
      map.put("list", List.of(new TreeMap<>(map)));

      int written = serializer.serialize(map).getBytes(StandardCharsets.UTF_8).length;

      assertThat(JsonSize.of(map)).isGreaterThanOrEqualTo(written);
    }
  }

  private static String text(Random random) {
    return random
        .ints(random.nextInt(20), 0, 0x3000)
        .mapToObj(c -> String.valueOf((char) (random.nextBoolean() ? c % 128 : c)))
        .collect(Collectors.joining());
  }

  /** An error with 50 steps, contexts of four sizes, and eight errors of 50 calls. */
  private static SentryEvent large() {
    Map<String, Object> attributes = new TreeMap<>();
    for (int i = 0; i < 4; i++) {
      attributes.put("a" + i + ".note", "x".repeat(200 * (i + 1)));
    }
    attributes.put(
        "app.error.trail",
        IntStream.range(0, 50).mapToObj(i -> "step_" + i).collect(Collectors.joining(",")));
    attributes.put(
        "exception.stacktrace",
        IntStream.range(0, 8)
            .mapToObj(
                error ->
                    IntStream.range(0, 50)
                        .mapToObj(call -> "  at a.B.m" + call + ":" + (call + 1))
                        .collect(Collectors.joining("\n", "a.Cause" + error + "\n", "")))
            .collect(Collectors.joining("\ncaused by ")));
    EventItem item = Samples.error(attributes);
    return SentryErrors.event(OtelData.spans(List.of(item), new SealContext(null)).get(0));
  }

  private int size(SentryEvent event) {
    return envelopes.event(ID, event).body().length;
  }

  private static int leftOut(SentryEvent event) {
    Map<?, ?> own = (Map<?, ?>) event.getContexts().get("candor");
    return own.get(SentryFit.LEFT_OUT) instanceof Integer parts ? parts : 0;
  }

  private static List<String> others(SentryEvent event) {
    return event.getContexts().entrySet().stream()
        .map(Map.Entry::getKey)
        .filter(name -> name.matches("a\\d"))
        .sorted()
        .toList();
  }

  private static List<String> exceptions(SentryEvent event) {
    return event.getExceptions().stream().map(SentryException::getType).toList();
  }

  private static List<String> frames(SentryEvent event, int exception) {
    return event.getExceptions().get(exception).getStacktrace().getFrames().stream()
        .map(io.sentry.protocol.SentryStackFrame::getFunction)
        .toList();
  }

  private List<Sealed> seal(EventItem item) {
    try (SentryDestination destination =
        SentryDestination.create(sentry.dsn(), FakeClock.create())) {
      return destination.seal(List.of(item), new SealContext(null));
    }
  }

  private void deliver(List<Sealed> bodies) {
    try (SentryDestination destination =
        SentryDestination.create(sentry.dsn(), FakeClock.create())) {
      bodies.forEach(body -> destination.send(body, Duration.ofSeconds(20)));
    }
    assertThat(bodies).isNotEmpty();
    assertThat(sentry.faults()).isEmpty();
  }
}
