package dev.candor.telemetry.exporter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.SourceTelemetry.Status;
import dev.candor.telemetry.exporter.Outcome.Delivered;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class OtlpBodiesTest {
  private static final SealContext CONTEXT = new SealContext(null);

  private final OtlpBodies bodies = bodies(4, 10_000);

  @Test
  void traces_resourcesInTurn_areTogetherInOneBody() {
    List<Sealed> sealed =
        bodies.traces("/v1/traces", spans(event(1, "a"), event(2, "b"), event(3, "a")));

    assertThat(sealed)
        .singleElement()
        .satisfies(
            body -> {
              assertThat(body.path()).isEqualTo("/v1/traces");
              assertThat(body.itemIds()).containsExactly(id(1), id(3), id(2));
              assertThat(new String(body.body(), StandardCharsets.ISO_8859_1))
                  .containsOnlyOnce("service.name\u0012\u0003\n\u0001a");
            });
  }

  @Test
  void traces_moreThanItems_areSeveralBodiesWithEachOnce() {
    List<EventItem> events = new ArrayList<>();
    for (int i = 1; i <= 9; i++) {
      events.add(event(i, "a"));
    }

    List<Sealed> sealed = bodies.traces("/t", spans(events.toArray(EventItem[]::new)));

    assertThat(sealed).allSatisfy(body -> assertThat(body.itemIds()).hasSizeBetween(1, 4));
    assertThat(sealed.stream().flatMap(body -> body.itemIds().stream()))
        .containsExactlyElementsOf(events.stream().map(EventItem::id).toList());
  }

  @Test
  void traces_tooLargeAlone_isInNoBody() {
    List<Sealed> sealed =
        bodies(4, 400).traces("/t", spans(event(1, "a"), event(2, "x".repeat(500))));

    assertThat(sealed).singleElement().extracting(Sealed::itemIds).isEqualTo(List.of(id(1)));
  }

  @Test
  void metrics_whatHasNoForm_isInNoBody() {
    CountItem good = counts("good", List.of(), List.of());
    CountItem bad = counts("bad", List.of(1.0), List.of(1L));

    assertThat(bodies.metrics("/m", List.of(bad, good)))
        .singleElement()
        .extracting(Sealed::itemIds)
        .isEqualTo(List.of("good"));
  }

  @Test
  void delivered_partialSuccess_refusesAtMostAllItems() {
    Sealed sealed = bodies.traces("/t", spans(event(1, "a"))).get(0);
    // partial_success { rejected_spans: 7 }
    byte[] answer = {0x0a, 0x02, 0x08, 0x07};

    assertThat(OtlpBodies.delivered(sealed, answer(answer))).isEqualTo(new Delivered(Map.of(), 1));
    assertThat(OtlpBodies.delivered(sealed, answer(new byte[0]))).isEqualTo(Delivered.all());
  }

  private static OtlpBodies bodies(int items, int bytes) {
    return new OtlpBodies(new Limits(items, bytes, Duration.ofDays(1), false, 1, true, true));
  }

  private static HttpAnswer answer(byte[] body) {
    return new HttpAnswer(200, Duration.ZERO, "application/x-protobuf", body, Map.of());
  }

  private static List<SpanData> spans(EventItem... events) {
    return OtelData.spans(List.of(events), CONTEXT);
  }

  private static EventItem event(int number, String service) {
    return EventItem.of(
        id(number),
        "lab.test",
        Purpose.USAGE,
        10,
        20,
        Status.OK,
        Map.of(),
        Map.of("service.name", service));
  }

  private static CountItem counts(String id, List<Double> bounds, List<Long> buckets) {
    CountItem.Point point =
        new CountItem.Point("lab.runs", "1", new TreeMap<>(), 1, 1, true, bounds, buckets);
    return new CountItem(
        id, Purpose.USAGE, LocalDate.of(2026, 11, 28), List.of(point), new TreeMap<>());
  }

  private static String id(int number) {
    return "%032x%016x".formatted(number, number);
  }
}
