package dev.candor.telemetry.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the fake of Amplitude must refuse, and how; and what it takes. */
class FakeAmplitudeTest {
  private static final String DEVICE = "\"device_id\":\"device-1\"";
  private static final String GOOD = "{\"event_type\":\"tool.use\"," + DEVICE + "}";
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @RegisterExtension final FakeAmplitude amplitude = new FakeAmplitude();

  static Stream<Arguments> badEvents() {
    return Stream.of(
        bad("events_with_invalid_fields", "events", "7"),
        bad("events_with_missing_fields", "event_type", "{" + DEVICE + "}"),
        bad("events_with_missing_fields", "event_type", with("\"event_type\":\" \"")),
        bad("events_with_missing_fields", "event_type", with("\"event_type\":7")),
        bad("events_with_missing_fields", "device_id", "{\"event_type\":\"tool.use\"}"),
        bad("events_with_invalid_fields", "event_type", with(type("[Amplitude] Start Session"))),
        bad("events_with_invalid_fields", "event_type", with(type("[Amplitude] Revenue"))),
        bad("events_with_invalid_fields", "event_type", with(type("$other"))),
        bad("events_with_invalid_id_lengths", "device_id", id("\"abcd\"")),
        bad("events_with_invalid_fields", "device_id", id("\"unknown\"")),
        bad("events_with_invalid_fields", "device_id", id("\"N/A\"")),
        bad("events_with_invalid_fields", "device_id", id("\"lmy47d\"")),
        bad(
            "events_with_invalid_fields",
            "device_id",
            id("\"00000000-0000-0000-0000-000000000000\"")),
        bad("events_with_invalid_fields", "device_id", id("123456")),
        bad("events_with_invalid_id_lengths", "user_id", more("\"user_id\":\"me\"")),
        bad("events_with_invalid_fields", "user_id", more("\"user_id\":\"anonymous\"")),
        bad("events_with_invalid_fields", "time", more("\"time\":\"2026-11-28T00:00:00Z\"")),
        bad("events_with_invalid_fields", "time", more("\"time\":1795000000000.5")),
        bad("events_with_invalid_fields", "time", more("\"time\":-5")),
        bad("events_with_invalid_fields", "session_id", more("\"session_id\":\"abc\"")),
        bad("events_with_invalid_fields", "session_id", more("\"session_id\":-2")),
        bad("events_with_invalid_fields", "event_id", more("\"event_id\":\"1\"")),
        bad("events_with_invalid_fields", "insert_id", more("\"insert_id\":7")),
        bad("events_with_invalid_fields", "platform", more("\"platform\":7")),
        bad("events_with_invalid_fields", "location_lat", more("\"location_lat\":\"0\"")),
        bad("events_with_invalid_fields", "event_properties", more("\"event_properties\":[]")),
        bad("events_with_invalid_fields", "event_properties", more(deep(41))),
        bad("events_with_invalid_fields", "user_properties", more("\"user_properties\":7")),
        bad(
            "events_with_invalid_fields",
            "user_properties",
            more("\"user_properties\":{\"$set\":{},\"a\":1}")),
        bad(
            "events_with_invalid_fields",
            "user_properties",
            more("\"user_properties\":{\"$invent\":{}}")),
        bad(
            "events_with_invalid_fields",
            "user_properties",
            with(type("$identify") + ",\"user_properties\":{\"a\":1}")),
        bad(
            "events_with_invalid_fields",
            "groups",
            more("\"groups\":{\"a\":1,\"b\":1,\"c\":1,\"d\":1,\"e\":1,\"f\":1}")),
        bad("events_with_invalid_fields", "plan", more("\"plan\":{\"owner\":\"x\"}")));
  }

  static Stream<Arguments> badRequests() {
    return Stream.of(
        Arguments.of("[]", 400, "Invalid JSON request body"),
        Arguments.of("not json", 400, "Invalid JSON request body"),
        Arguments.of("{\"a\":1,\"a\":2}", 400, "Invalid JSON request body"),
        Arguments.of("{\"events\":[" + GOOD + "]}", 400, "\"missing_field\":\"api_key\""),
        Arguments.of("{\"api_key\":\"other\",\"events\":[" + GOOD + "]}", 400, "\"Invalid API key"),
        Arguments.of(
            "{\"api_key\":\"" + FakeAmplitude.KEY + "\"}", 400, "\"missing_field\":\"events\""),
        Arguments.of(body(), 400, "\"missing_field\":\"events\""),
        Arguments.of(body(many(2_000)), 413, "Payload too large"),
        Arguments.of(body(more("\"city\":\"" + "x".repeat(1_000_000) + "\"")), 413, "too large"));
  }

  @ParameterizedTest
  @MethodSource("badEvents")
  void post_badEvent_isNamedByItsPlace(String list, String field, String event) throws Exception {
    HttpResponse<String> answer = post("/2/httpapi", body(GOOD, event));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("\"" + list + "\":{\"" + field + "\":[1]");
    assertThat(amplitude.events()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("badRequests")
  void post_badRequest_isRefused(String body, int status, String text) throws Exception {
    HttpResponse<String> answer = post("/2/httpapi", body);

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body()).contains(text).contains("\"code\":" + status);
    assertThat(amplitude.events()).isEmpty();
  }

  @Test
  void post_otherPath_isNotFound() throws Exception {
    assertThat(post("/httpapi", body(GOOD)).statusCode()).isEqualTo(404);
  }

  @Test
  void post_otherType_isRefused() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(amplitude.uri().resolve("/2/httpapi"))
            .header("Content-Type", "text/plain")
            .POST(HttpRequest.BodyPublishers.ofString(body(GOOD)))
            .build();

    assertThat(CLIENT.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
        .isEqualTo(400);
  }

  @Test
  void get_isRefused() throws Exception {
    HttpRequest request = HttpRequest.newBuilder(amplitude.uri().resolve("/batch")).GET().build();

    assertThat(CLIENT.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
        .isEqualTo(405);
  }

  @Test
  void post_good_isTakenAndCounted() throws Exception {
    String event =
        more(
            "\"time\":1795000000000,\"session_id\":-1,\"insert_id\":\"a\","
                + "\"event_properties\":{\"n\":7,\"list\":[\"a\",\"b\"]}");

    HttpResponse<String> answer = post("/2/httpapi", body(GOOD, event));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("\"code\":200", "\"events_ingested\":2");
    assertThat(amplitude.types()).containsEntry("tool.use", 2);
    assertThat(amplitude.events().get(1).properties())
        .containsEntry("n", 7L)
        .containsEntry("list", List.of("a", "b"));
  }

  @Test
  void post_shortIdWithMinLength_isTaken() throws Exception {
    String body =
        "{\"api_key\":\""
            + FakeAmplitude.KEY
            + "\",\"options\":{\"min_id_length\":2},\"events\":["
            + id("\"abc\"")
            + "]}";

    assertThat(post("/2/httpapi", body).statusCode()).isEqualTo(200);
  }

  @Test
  void post_sameInsertId_isKnown() throws Exception {
    post("/2/httpapi", body(more("\"insert_id\":\"a\"")));
    post("/batch", body(more("\"insert_id\":\"a\"")));

    assertThat(amplitude.events()).hasSize(1);
    assertThat(amplitude.duplicates()).isEqualTo(1);
  }

  @Test
  void post_twoBad_httpNamesTheFirstAndBatchBoth() throws Exception {
    String bad = more("\"time\":-5");

    assertThat(post("/2/httpapi", body(bad, GOOD, bad)).body()).contains("{\"time\":[0]}");
    assertThat(post("/batch", body(bad, GOOD, bad)).body()).contains("{\"time\":[0,2]}");
  }

  @Test
  void batch_twoThousand_isTaken() throws Exception {
    assertThat(post("/batch", body(many(2_000))).statusCode()).isEqualTo(200);
    assertThat(post("/batch", body(many(2_001))).statusCode()).isEqualTo(413);
  }

  @Test
  void silenced_device_isNamed() throws Exception {
    amplitude.silence("device-1");

    HttpResponse<String> answer = post("/2/httpapi", body(id("\"device-2\""), GOOD));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body())
        .contains("\"silenced_devices\":[\"device-1\"]", "\"silenced_events\":[1]");
  }

  @Test
  void throttled_device_isNamedUntilItBehaves() throws Exception {
    amplitude.throttle("device-1");
    HttpResponse<String> answer = post("/2/httpapi", body(id("\"device-2\""), GOOD));

    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.body())
        .contains("\"throttled_devices\":{\"device-1\":31}", "\"throttled_events\":[1]");
    amplitude.behave();
    assertThat(post("/2/httpapi", body(GOOD)).statusCode()).isEqualTo(200);
  }

  @Test
  void spent_device_isNamedApart() throws Exception {
    amplitude.spend("device-1");

    HttpResponse<String> answer = post("/2/httpapi", body(GOOD));

    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.body()).contains("\"exceeded_daily_quota_devices\":{\"device-1\"");
  }

  @Test
  void cut_longText_isTold() throws Exception {
    post("/2/httpapi", body(more("\"event_properties\":{\"a\":\"" + "x".repeat(1_025) + "\"}")));

    assertThat(amplitude.cut()).isEqualTo(1);
  }

  private HttpResponse<String> post(String path, String body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(amplitude.uri() + path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body.getBytes(StandardCharsets.UTF_8)))
            .build();
    return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private static Arguments bad(String list, String field, String event) {
    return Arguments.of(list, field, event);
  }

  private static String body(String... events) {
    return "{\"api_key\":\""
        + FakeAmplitude.KEY
        + "\",\"events\":["
        + String.join(",", events)
        + "]}";
  }

  private static String with(String fields) {
    return "{" + fields + "," + DEVICE + "}";
  }

  private static String more(String fields) {
    return with("\"event_type\":\"tool.use\"," + fields);
  }

  private static String id(String device) {
    return "{\"event_type\":\"tool.use\",\"device_id\":" + device + "}";
  }

  private static String type(String type) {
    return "\"event_type\":\"" + type + "\"";
  }

  private static String deep(int levels) {
    return "\"event_properties\":" + "{\"a\":".repeat(levels) + "1" + "}".repeat(levels);
  }

  private static String[] many(int count) {
    return new ArrayList<>(Collections.nCopies(count, GOOD)).toArray(String[]::new);
  }
}
