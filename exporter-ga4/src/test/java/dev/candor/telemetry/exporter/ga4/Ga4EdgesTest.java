package dev.candor.telemetry.exporter.ga4;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.SourceTelemetry.Status;
import dev.candor.telemetry.exporter.EventItem;
import dev.candor.telemetry.exporter.Item;
import dev.candor.telemetry.exporter.Outcome;
import dev.candor.telemetry.exporter.Outcome.Delivered;
import dev.candor.telemetry.exporter.Outcome.DropReason;
import dev.candor.telemetry.exporter.Outcome.Dropped;
import dev.candor.telemetry.exporter.Outcome.Separated;
import dev.candor.telemetry.exporter.SealContext;
import dev.candor.telemetry.exporter.Sealed;
import dev.candor.telemetry.testkit.FakeClock;
import dev.candor.telemetry.testkit.FakeGa4;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Events at the edges of Google's window and of its largest request, against a strict Google. */
class Ga4EdgesTest {
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final Instant NOW = Instant.parse("2026-11-18T12:00:00Z");
  private static final SealContext CONTEXT = new SealContext(Ga4Items.INSTALLATION);

  private final FakeClock clock = FakeClock.at(NOW);

  @RegisterExtension final FakeGa4 google = new FakeGa4(clock);

  /** The courier gives nothing whose end is older than the limit. */
  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT59M", "PT1H", "PT1H0.001S", "PT100H"})
  @Tag("P7")
  void send_asOldAsTheCourierGives_isWithinGooglesWindow(Duration length) {
    Instant end = NOW.minus(Ga4Limits.ALL.age());

    assertThat(send(item(1, "lab.test", end.minus(length), end))).isEqualTo(Delivered.all());

    assertThat(google.faults()).isEmpty();
    assertThat(google.events()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"PT0S, 0", "PT-0.001S, 1"})
  void google_at72Hours_takesAndNoLonger(Duration later, int faults) {
    Instant end = NOW.minus(Duration.ofHours(72)).plus(later);

    send(item(1, "lab.test", end, end));

    assertThat(google.faults()).hasSize(faults);
  }

  @ParameterizedTest
  @CsvSource({"PT14M59S, true", "PT15M, true", "PT15M0.001S, false", "P300D, false"})
  void send_datedAhead_isTakenOrRefused(Duration ahead, boolean taken) {
    Outcome outcome = send(item(1, "lab.test", NOW.plus(ahead), NOW.plus(ahead)));

    assertThat(outcome).isEqualTo(taken ? Delivered.all() : new Dropped(DropReason.INVALID));
    assertThat(google.faults()).isEmpty();
    assertThat(google.events()).hasSize(taken ? 1 : 0);
  }

  @Test
  @Tag("P8")
  void send_oneOfThreeDatedAhead_namesItAndSendsNothing() {
    EventItem ahead = item(2, "lab.test", NOW.plusSeconds(1_000), NOW.plusSeconds(1_000));

    Outcome outcome =
        send(item(1, "lab.test", NOW, NOW), ahead, item(3, "timestamp.micros", NOW, NOW));

    assertThat(outcome).isEqualTo(new Separated(Map.of(ahead.id(), DropReason.INVALID), Map.of()));
    assertThat(google.backend().connections()).isZero();
  }

  @Test
  void seal_25EventsOfTheLargestKind_areBodiesWithinGooglesBytes() {
    Map<String, Object> attributes = new TreeMap<>();
    IntStream.range(0, 25)
        .forEach(n -> attributes.put("k".repeat(38) + "%02d".formatted(n), "\u20AC".repeat(100)));
    List<Item> items =
        IntStream.range(0, 25)
            .<Item>mapToObj(n -> item(n, "lab.test", NOW, NOW, attributes))
            .toList();

    List<Sealed> bodies = seal(items);

    assertThat(bodies)
        .hasSizeGreaterThan(1)
        .allMatch(body -> body.body().length < 130_000)
        .anyMatch(body -> body.body().length > 100_000);
    bodies.forEach(body -> assertThat(send(body)).isEqualTo(Delivered.all()));
    assertThat(google.faults()).isEmpty();
    assertThat(google.events()).hasSize(25).allMatch(event -> event.params().size() == 25);
  }

  private Outcome send(Item... items) {
    return send(seal(List.of(items)).get(0));
  }

  private Outcome send(Sealed body) {
    try (Ga4Destination destination = destination()) {
      return destination.send(body, LONG);
    }
  }

  private List<Sealed> seal(List<Item> items) {
    try (Ga4Destination destination = destination()) {
      return destination.seal(items, CONTEXT);
    }
  }

  private Ga4Destination destination() {
    return Ga4Destination.builder(FakeGa4.STREAM, FakeGa4.SECRET)
        .endpoint(google.uri())
        .patience(LONG)
        .clock(clock)
        .build();
  }

  private static EventItem item(int number, String name, Instant start, Instant end) {
    return item(number, name, start, end, Map.of("timestamp.micros", 1L));
  }

  private static EventItem item(
      int number, String name, Instant start, Instant end, Map<String, Object> attributes) {
    String id = "%032x%016x".formatted(number + 1, number + 1);
    long from = start.toEpochMilli() * 1_000_000;
    long to = end.toEpochMilli() * 1_000_000;
    return EventItem.of(
        id, name, Purpose.USAGE, from, to, Status.OK, attributes, Ga4Items.RESOURCE);
  }
}
