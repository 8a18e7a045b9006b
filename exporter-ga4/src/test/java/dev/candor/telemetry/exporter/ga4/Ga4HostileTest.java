package dev.candor.telemetry.exporter.ga4;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.exporter.EventItem;
import dev.candor.telemetry.exporter.Item;
import dev.candor.telemetry.exporter.Outcome.Delivered;
import dev.candor.telemetry.exporter.SealContext;
import dev.candor.telemetry.exporter.Sealed;
import dev.candor.telemetry.testkit.FakeGa4;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever an item holds, Google is sent nothing that it would not record. */
class Ga4HostileTest {
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final List<String> WORDS =
      List.of(
          "a",
          "error",
          "ga_",
          "_",
          "firebase",
          ".",
          "-",
          "9",
          "user_id",
          "value",
          "currency",
          "é",
          "\uD83D\uDD2C",
          "\uD83D",
          "\u0000",
          " ",
          "level",
          "session_start",
          "google.",
          "x");

  @RegisterExtension final FakeGa4 google = new FakeGa4();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void send_anything_isAllRecorded(long seed) {
    List<Item> items = items(new Random(seed), 120);

    int sealed = send(items);

    assertThat(google.faults()).isEmpty();
    assertThat(google.events()).hasSize(sealed);
    assertThat(sealed).isEqualTo(items.size());
  }

  @Test
  void send_everyKnownEvent_isRecordedUnderItsName() {
    long now = Instant.now().toEpochMilli() * 1_000_000;
    List<Item> items = new ArrayList<>();
    Ga4Items.ofEverySchema("CandorEvents", "SquidEvents")
        .forEach(
            (name, item) ->
                items.add(Ga4Items.event(name, now, now, item.attributes(), Ga4Items.RESOURCE)));

    send(items);

    assertThat(google.faults()).isEmpty();
    assertThat(google.names())
        .containsOnlyKeys(
            "acquisition_run",
            "app_error",
            "app_session_begin",
            "app_session_end",
            "config_change",
            "config_snapshot",
            "device_connect",
            "feature_use",
            "log_error",
            "page_view",
            "settings_report");
  }

  private int send(List<Item> items) {
    int sealed = 0;
    try (Ga4Destination destination =
        Ga4Destination.builder(FakeGa4.STREAM, FakeGa4.SECRET)
            .endpoint(google.uri())
            .patience(LONG)
            .build()) {
      for (Sealed body : destination.seal(items, new SealContext(Ga4Items.INSTALLATION))) {
        assertThat(destination.send(body, LONG)).isEqualTo(Delivered.all());
        sealed += body.itemIds().size();
      }
    }
    return sealed;
  }

  private static List<Item> items(Random random, int count) {
    long now = Instant.now().toEpochMilli() * 1_000_000;
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Map<String, Object> attributes = new HashMap<>();
      for (int n = random.nextInt(60); n > 0; n--) {
        attributes.put(text(random, 12), value(random));
      }
      Map<String, String> resource = new TreeMap<>(Ga4Items.RESOURCE);
      resource.put("service.version", text(random, 60));
      EventItem event =
          Ga4Items.event(
              text(random, 10), now - random.nextInt(1_000_000), now, attributes, resource);
      items.add(
          EventItem.of(
              "%032x%016x".formatted(i + 1, i + 1),
              event.name(),
              event.purpose(),
              event.startNanos(),
              event.endNanos(),
              event.status(),
              event.attributes(),
              event.resource()));
    }
    return items;
  }

  private static Object value(Random random) {
    return switch (random.nextInt(6)) {
      case 0 -> random.nextBoolean();
      case 1 -> random.nextLong();
      case 2 -> Double.longBitsToDouble(random.nextLong());
      case 3 -> (long) random.nextInt(100);
      case 4 -> "";
      default -> text(random, 150);
    };
  }

  private static String text(Random random, int most) {
    StringBuilder text = new StringBuilder();
    for (int n = random.nextInt(most) + 1; n > 0; n--) {
      text.append(WORDS.get(random.nextInt(WORDS.size())));
    }
    return text.toString();
  }
}
