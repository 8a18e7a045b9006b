package dev.candor.telemetry.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.SourceTelemetry.Status;
import dev.candor.telemetry.exporter.CountItem;
import dev.candor.telemetry.exporter.EventItem;
import dev.candor.telemetry.exporter.Item;
import dev.candor.telemetry.exporter.ItemJson;
import dev.candor.telemetry.exporter.Sealed;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An item that is handed over gives the bytes that it would give if it were read back. */
@Tag("P5")
class HandoverExactTest extends OutboxTestBase {
  private static final long LATE = 4_000_000_000_000_000_000L;
  private final FakeDestination otlp = new FakeDestination("otlp");

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void anyItem_handedOver_isSealedAsFromTheFile(long seed) {
    Random random = new Random(seed);
    Item[] items = IntStream.range(0, 300).mapToObj(i -> item(random, i)).toArray(Item[]::new);
    SqliteOutbox outbox = openRelayFor("memory", otlp);
    outbox.append(batch(items));
    outbox.run(0, store -> store.db.update("UPDATE item SET body = '{}'"));

    assertThat(sent(outbox)).hasSizeGreaterThan(2).isEqualTo(sentFromFile(items));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\ud83d", "\ude00", "x\ud83d\ud83d\ude00", "\ude00\ud83d"})
  void halfACharacter_anywhere_isSealedAsFromTheFile(String half) {
    Item[] items = {
      event(1, Map.of("k", "v"), Map.of("k", "v")),
      event(2, Map.of(half, "v"), Map.of("k", "v")),
      event(3, Map.of("k", half), Map.of("k", "v")),
      event(4, Map.of("k", "v"), Map.of(half, "v")),
      event(5, Map.of("k", "v"), Map.of("k", half))
    };
    for (Item item : items) {
      SqliteOutbox outbox = openRelayFor("memory" + item.id(), otlp);
      outbox.append(batch(item));

      assertThat(sent(outbox)).hasSize(1).isEqualTo(sentFromFile(item));
    }
  }

  private static Batch batch(Item... items) {
    return new Batch(
        1, Stream.of(items).map(item -> new Batch.Entry(item, true, false)).toList(), List.of());
  }

  private List<String> sentFromFile(Item... items) {
    String folder = "file" + items[0].id();
    openRelayFor(folder, otlp).append(batch(items));
    return sent(openRelayFor(folder, otlp));
  }

  // In UTF-16, which has another sign for half a character than the file.
  private List<String> sent(SqliteOutbox outbox) {
    otlp.sent.clear();
    otlp.sealing =
        items ->
            items.stream()
                .map(
                    item ->
                        new Sealed(
                            "/v1/test",
                            "text/plain",
                            ItemJson.write(item).getBytes(StandardCharsets.UTF_16BE),
                            List.of(item.id())))
                .toList();
    run(turn(outbox, otlp));
    return otlp.sent.stream()
        .map(Sealed::body)
        .map(body -> new String(body, StandardCharsets.UTF_16BE))
        .sorted()
        .toList();
  }

  private static EventItem event(
      int number, Map<String, Object> attributes, Map<String, String> resource) {
    return EventItem.of(
        Samples.id(number),
        "imaging.run",
        Purpose.USAGE,
        LATE,
        LATE,
        Status.OK,
        attributes,
        resource);
  }

  private static Item item(Random random, int number) {
    if (random.nextInt(10) == 0) {
      return new CountItem(
          Samples.id(number).substring(16),
          purpose(random),
          LocalDate.ofEpochDay(random.nextInt(40_000)),
          List.of(
              point(random, List.of(), List.of()),
              point(random, List.of(number(random), 1.0), List.of(random.nextLong(), 0L, 1L))),
          resource(random));
    }
    long start = LATE + random.nextInt();
    return new EventItem(
        Samples.id(number),
        "imaging.run",
        purpose(random),
        start,
        LATE + random.nextInt(),
        Status.values()[random.nextInt(Status.values().length)],
        attributes(random),
        resource(random));
  }

  private static Purpose purpose(Random random) {
    return Purpose.values()[random.nextInt(Purpose.values().length)];
  }

  private static CountItem.Point point(Random random, List<Double> bounds, List<Long> buckets) {
    return new CountItem.Point(
        text(random),
        "s",
        attributes(random),
        random.nextLong(),
        number(random),
        random.nextBoolean(),
        bounds,
        buckets);
  }

  // In an order of its own: the file knows one only.
  private static SortedMap<String, Object> attributes(Random random) {
    SortedMap<String, Object> attributes =
        random.nextBoolean() ? new TreeMap<>() : new TreeMap<>(Comparator.reverseOrder());
    for (int i = random.nextInt(8); i > 0; i--) {
      attributes.put(text(random), value(random));
    }
    return attributes;
  }

  private static SortedMap<String, String> resource(Random random) {
    SortedMap<String, String> resource = new TreeMap<>(Comparator.reverseOrder());
    for (int i = random.nextInt(4); i > 0; i--) {
      resource.put(text(random), text(random));
    }
    return resource;
  }

  private static Object value(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> text(random);
      case 1 -> random.nextBoolean();
      case 2 -> random.nextInt(3) == 0 ? Long.MIN_VALUE : random.nextLong() >> random.nextInt(64);
      default -> number(random);
    };
  }

  private static double number(Random random) {
    double[] edges = {
      0.0, -0.0, 1.0, 1e22, 0.1, Double.MIN_VALUE, Double.MAX_VALUE, 9_007_199_254_740_993.0
    };
    int edge = random.nextInt(2 * edges.length);
    double any = Double.longBitsToDouble(random.nextLong());
    return edge < edges.length ? edges[edge] : Double.isFinite(any) ? any : 3.0;
  }

  /** Any whole characters. */
  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(12); i > 0; i--) {
      switch (random.nextInt(5)) {
        case 0 -> text.appendCodePoint(random.nextInt(0x20));
        case 1 -> text.appendCodePoint(0x10000 + random.nextInt(0x100000));
        case 2 -> text.append((char) random.nextInt(0xd800));
        case 3 -> text.append('"');
        default -> text.append((char) (' ' + random.nextInt(95)));
      }
    }
    return text.toString();
  }
}
