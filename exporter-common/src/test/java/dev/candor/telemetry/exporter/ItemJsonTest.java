package dev.candor.telemetry.exporter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.SourceTelemetry.Status;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ItemJsonTest {
  private static final String ID = "0123456789abcdef0123456789abcdef0123456789abcdef";
  private static final EventItem EVENT =
      EventItem.of(
          ID,
          "imaging.run",
          Purpose.USAGE,
          1_000_000_001L,
          2_000_000_002L,
          Status.OK,
          Map.of("b", true, "a", "x \"y\" ü", "n", 3L, "d", 0.001, "big", 1e22),
          Map.of("service.name", "lab"));
  private static final String EVENT_JSON =
      "{\"kind\":\"event\",\"id\":\""
          + ID
          + "\",\"name\":\"imaging.run\",\"purpose\":\"usage\",\"start\":1000000001,"
          + "\"end\":2000000002,\"status\":\"ok\",\"attributes\":{\"a\":\"x \\\"y\\\" ü\","
          + "\"b\":true,\"big\":1.0E22,\"d\":0.001,\"n\":3},"
          + "\"resource\":{\"service.name\":\"lab\"}}";

  @Test
  @Tag("P5")
  void write_event_isStable() {
    assertThat(ItemJson.write(EVENT)).isEqualTo(EVENT_JSON);
  }

  @Test
  void read_event_isEqual() {
    assertThat(ItemJson.read(EVENT_JSON)).isEqualTo(EVENT);
  }

  @Test
  void read_countWithoutResource_isEqual() {
    CountItem count = count();

    String json = ItemJson.writeWithoutResource(count);

    assertThat(json).doesNotContain("resource").contains("\"day\":\"2026-03-01\"");
    assertThat(ItemJson.read(json, count.resource())).isEqualTo(count);
    assertThat(ItemJson.read(ItemJson.write(count))).isEqualTo(count);
  }

  @Test
  void readPoint_whatWasWritten_isEqual() {
    CountItem.Point point = count().points().get(1);

    assertThat(ItemJson.readPoint(ItemJson.writePoint(point))).isEqualTo(point);
  }

  @Test
  void readStrings_whatWasWritten_isEqualAndSorted() {
    String json = ItemJson.writeMap(Map.of("b", "2", "a", "1"));

    assertThat(json).isEqualTo("{\"a\":\"1\",\"b\":\"2\"}");
    assertThat(ItemJson.readStrings(json)).isEqualTo(Map.of("a", "1", "b", "2"));
  }

  @Test
  void write_valueOutsideTheTypes_isRefusedWithoutSayingIt() {
    assertThatIllegalArgumentException().isThrownBy(() -> ItemJson.writeMap(Map.of("a", 1)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ItemJson.writeMap(Map.of("a", Double.NaN)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "null",
        "[]",
        "{\"kind\":\"canary\"}",
        "{\"kind\":\"event\",\"id\":3}",
        "{\"kind\":\"event\",\"id\":\"short\",\"name\":\"n\",\"purpose\":\"usage\"}",
        "{\"kind\":\"count\",\"id\":\"c\",\"purpose\":\"canary\"}",
        "{\"kind\":\"count\",\"id\":\"c\",\"purpose\":\"usage\",\"day\":\"canary\"}",
        "{\"kind\":\"count\",\"id\":\"c\",\"purpose\":\"usage\",\"day\":\"2026-03-01\",\"points\":3}",
        "{\"kind\":\"count\",\"id\":\"c\",\"purpose\":\"usage\",\"day\":\"2026-03-01\","
            + "\"points\":[],\"resource\":{\"a\":1}}",
        "{\"kind\":\"count\",\"id\":\"c\",\"purpose\":\"usage\",\"day\":\"2026-03-01\","
            + "\"points\":[],\"resource\":{\"a\":\"1\",\"a\":\"2\"}}",
        "{\"kind\":\"count\",\"id\":\"c\",\"purpose\":\"usage\",\"day\":\"2026-03-01\","
            + "\"points\":[],\"resource\":{\"a\":[]}}",
        "{\"kind\":\"count\",\"id\":\"c\",\"purpose\":\"usage\",\"day\":\"2026-03-01\","
            + "\"points\":[],\"resource\":{}} {}",
        "{\"kind\":\"count\",\"id\":\"c\",\"purpose\":\"usage\",\"day\":\"2026-03-01\","
            + "\"points\":[],\"resource\":{},\"more\":1}",
        "{\"kind\":\"count\",\"id\":\"canary",
        "{\"kind\":\"count\",\"id\":\"c\",\"id\":\"c\",\"purpose\":\"usage\","
            + "\"day\":\"2026-03-01\",\"points\":[],\"resource\":{}}",
        "{\"kind\":\"event\",\"id\":\"0123456789abcdef0123456789abcdef0123456789abcdef\","
            + "\"name\":\"n\",\"purpose\":\"usage\",\"start\":1,\"end\":1,\"status\":\"ok\","
            + "\"attributes\":{\"a\":1,\"a\":true},\"resource\":{}}"
      })
  void read_anythingElse_isRefusedWithoutSayingIt(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ItemJson.read(text))
        .withMessage("not the canonical JSON of an item")
        .withNoCause();
  }

  private static CountItem count() {
    return new CountItem(
        "0123456789abcdef0123456789abcdef",
        Purpose.DIAGNOSTICS,
        LocalDate.of(2026, 3, 1),
        List.of(
            new CountItem.Point(
                "app.error.count",
                "{event}",
                new TreeMap<>(Map.of("handled", true, "where", "x")),
                3,
                3.0,
                true,
                List.of(),
                List.of()),
            new CountItem.Point(
                "imaging.run.duration",
                "s",
                new TreeMap<>(),
                2,
                1.25,
                false,
                List.of(0.01, 1.0),
                List.of(0L, 1L, 1L))),
        new TreeMap<>(Map.of("service.name", "lab")));
  }
}
