package dev.candor.telemetry.exporter.amplitude;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.CandorEvents;
import dev.candor.telemetry.exporter.HttpAnswer;
import dev.candor.telemetry.exporter.Item;
import dev.candor.telemetry.exporter.Outcome;
import dev.candor.telemetry.exporter.Outcome.Deferred;
import dev.candor.telemetry.exporter.Outcome.Delivered;
import dev.candor.telemetry.exporter.Outcome.DropReason;
import dev.candor.telemetry.exporter.Outcome.Dropped;
import dev.candor.telemetry.exporter.Outcome.Scope;
import dev.candor.telemetry.exporter.Outcome.Separated;
import dev.candor.telemetry.exporter.Outcome.Split;
import dev.candor.telemetry.exporter.Outcome.Uncertain;
import dev.candor.telemetry.exporter.SealContext;
import dev.candor.telemetry.exporter.Sealed;
import dev.candor.telemetry.testkit.TestItems;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Amplitude's answers mean for the items of a body. */
class AmplitudeAnswersTest {
  private static final String DEVICE = "6f2c1c9e-58ad-4c53-9f0c-3f6b8a3f5d10";
  private static final Duration HALF_MINUTE = Duration.ofSeconds(30);
  private static final Duration HOUR = Duration.ofHours(1);

  private final List<String> warnings = new ArrayList<>();
  private final AmplitudeAnswers answers = new AmplitudeAnswers(warnings::add);
  private final Sealed three = seal(TestItems.events(3));
  private final List<String> ids = three.itemIds();

  @Test
  void ok_allIngested_isDelivered() {
    assertThat(
            of(
                200,
                "{\"code\":200,\"events_ingested\":3,\"payload_size_bytes\":1469,"
                    + "\"server_upload_time\":1795838143934}"))
        .isEqualTo(Delivered.all());
  }

  @Test
  void ok_fewerIngested_theDifferenceIsRefused() {
    assertThat(of(200, "{\"code\":200,\"events_ingested\":1}"))
        .isEqualTo(new Delivered(Map.of(), 2));
  }

  @Test
  void ok_identifyIsCountedToo() {
    Sealed start =
        seal(
            CatalogItems.of(CandorEvents.class).stream()
                .filter(item -> item.name().equals("session.start"))
                .<Item>map(item -> item)
                .toList());

    assertThat(of(start, 200, "{\"code\":200,\"events_ingested\":2}")).isEqualTo(Delivered.all());
    assertThat(of(start, 200, "{\"code\":200,\"events_ingested\":1}"))
        .isEqualTo(new Delivered(Map.of(), 1));
  }

  @ParameterizedTest
  @Tag("P7")
  @ValueSource(
      strings = {
        "success",
        "<html>log in</html>",
        "[]",
        "{\"code\":200",
        "{\"code\":400}",
        "\u0000",
        "\"ok\""
      })
  void ok_notAmplitudesWords_isTriedAgain(String body) {
    assertThat(of(200, body)).isEqualTo(new Uncertain());
  }

  @Test
  void ok_empty_isBelieved() {
    assertThat(of(204, "")).isEqualTo(Delivered.all());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "events_with_invalid_fields",
        "events_with_missing_fields",
        "events_with_invalid_id_lengths"
      })
  void malformed_namedByPlace_onlyThoseAreRefused(String list) {
    assertThat(of(400, "{\"code\":400,\"" + list + "\":{\"time\":[0,2],\"user_id\":[0]}}"))
        .isEqualTo(
            new Separated(
                Map.of(ids.get(0), DropReason.INVALID, ids.get(2), DropReason.INVALID), Map.of()));
  }

  @Test
  void malformed_placesThatAreNotThere_areIgnored() {
    assertThat(of(400, "{\"events_with_invalid_fields\":{\"time\":[-1,3,99999999999999999999,1]}}"))
        .isEqualTo(new Separated(Map.of(ids.get(1), DropReason.INVALID), Map.of()));
  }

  @Test
  void malformed_identifyOfAnItem_namesTheItem() {
    Sealed start =
        seal(
            List.of(
                CatalogItems.of(CandorEvents.class).stream()
                    .filter(item -> item.name().equals("session.start"))
                    .findFirst()
                    .orElseThrow(),
                TestItems.event(1)));

    assertThat(of(start, 400, "{\"events_with_invalid_fields\":{\"user_properties\":[1]}}"))
        .isEqualTo(new Separated(Map.of(start.itemIds().get(0), DropReason.INVALID), Map.of()));
  }

  @Test
  void silenced_device_isRefused() {
    assertThat(of(400, "{\"silenced_devices\":[\"" + DEVICE + "\"],\"silenced_events\":[]}"))
        .isEqualTo(
            new Separated(
                Map.of(
                    ids.get(0), DropReason.UNAUTHORIZED,
                    ids.get(1), DropReason.UNAUTHORIZED,
                    ids.get(2), DropReason.UNAUTHORIZED),
                Map.of()));
  }

  @Test
  void silenced_events_areRefused() {
    assertThat(of(400, "{\"silenced_devices\":[\"other\"],\"silenced_events\":[1]}"))
        .isEqualTo(new Separated(Map.of(ids.get(1), DropReason.UNAUTHORIZED), Map.of()));
  }

  @ParameterizedTest
  @Tag("P4")
  @ValueSource(
      strings = {
        "{\"code\":400,\"error\":\"Invalid API key: 0f1e2d\"}",
        "{\"code\":400,\"error\":\"invalid api key\"}",
        "{\"code\":400,\"error\":\"Request missing required field\",\"missing_field\":\"api_key\"}"
      })
  void key_refused_everythingWaitsAndAPersonIsTold(String body) {
    assertThat(of(400, body)).isEqualTo(new Deferred(HOUR, Scope.DESTINATION));

    assertThat(warnings).containsExactly(AmplitudeAnswers.KEY_REFUSED);
    assertThat(warnings.get(0)).doesNotContain("0f1e2d");
  }

  @Test
  void malformed_requestLacksAField_isDropped() {
    assertThat(of(400, "{\"code\":400,\"missing_field\":\"events\"}"))
        .isEqualTo(new Dropped(DropReason.INVALID));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Bad Request", "{}", "{\"code\":400,\"error\":\"Invalid\"}", "[1]"})
  void malformed_unnamed_isHalvedAndTheLastDropped(String body) {
    assertThat(of(400, body)).isEqualTo(new Separated(Map.of(), Map.of()));
    assertThat(of(seal(TestItems.events(1)), 400, body)).isEqualTo(new Dropped(DropReason.INVALID));
  }

  @Test
  void forbidden_isGivenUpAndTold() {
    assertThat(of(403, "<html>")).isEqualTo(new Dropped(DropReason.UNAUTHORIZED));

    assertThat(warnings).containsExactly(AmplitudeAnswers.SENDER_REFUSED);
  }

  @Test
  void tooLarge_isSplit() {
    assertThat(of(413, "{\"code\":413}")).isEqualTo(new Split());
  }

  @Test
  void throttled_someEvents_onlyTheyWait() {
    assertThat(of(429, "{\"code\":429,\"throttled_events\":[1]}"))
        .isEqualTo(new Separated(Map.of(), Map.of(ids.get(1), HALF_MINUTE)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"throttled_devices", "throttled_users"})
  void throttled_whoIsAll_waitsAsItIs(String list) {
    assertThat(of(429, "{\"code\":429,\"" + list + "\":{\"" + DEVICE + "\":31}}"))
        .isEqualTo(new Deferred(HALF_MINUTE, Scope.BODY));
  }

  @ParameterizedTest
  @ValueSource(strings = {"exceeded_daily_quota_devices", "exceeded_daily_quota_users"})
  void quota_spent_waitsAnHour(String list) {
    assertThat(of(429, "{\"code\":429,\"" + list + "\":{\"" + DEVICE + "\":500001}}"))
        .isEqualTo(new Deferred(HOUR, Scope.BODY));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<html>slow down</html>", "{\"code\":429}", "{\"throttled_dev"})
  void throttled_nobodyNamed_everythingWaits(String body) {
    assertThat(of(429, body)).isEqualTo(new Deferred(HALF_MINUTE, Scope.DESTINATION));
  }

  @Test
  void throttled_byTheBatchAddress_waitsHalfAsLong() {
    Sealed batch = new Sealed("/batch", three.contentType(), three.body(), ids);

    assertThat(of(batch, 429, "{\"code\":429,\"throttled_events\":[1]}"))
        .isEqualTo(new Separated(Map.of(), Map.of(ids.get(1), Duration.ofSeconds(15))));
    assertThat(of(batch, 429, "{\"code\":429}"))
        .isEqualTo(new Deferred(Duration.ofSeconds(15), Scope.DESTINATION));
  }

  @ParameterizedTest
  @Tag("P7")
  @ValueSource(ints = {500, 502, 504, 520})
  void broken_mayHaveBeenTaken_isUncertain(int status) {
    assertThat(of(status, "{\"code\":" + status + "}")).isEqualTo(new Uncertain());
  }

  @ParameterizedTest
  @CsvSource({"503, DESTINATION", "408, BODY"})
  void unavailable_nothingWasTaken_isDeferred(int status, Scope scope) {
    assertThat(of(status, "")).isEqualTo(new Deferred(Duration.ZERO, scope));
  }

  private Outcome of(int status, String body) {
    return of(three, status, body);
  }

  private Outcome of(Sealed sealed, int status, String body) {
    return answers.of(
        sealed,
        new HttpAnswer(
            status, Duration.ZERO, "application/json", body.getBytes(StandardCharsets.UTF_8)));
  }

  private static Sealed seal(List<Item> items) {
    try (AmplitudeDestination destination =
        AmplitudeDestination.builder(URI.create("https://amplitude.invalid"), "key").build()) {
      return destination.seal(items, new SealContext(DEVICE)).get(0);
    }
  }
}
