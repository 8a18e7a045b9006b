package dev.candor.telemetry.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.candor.telemetry.testkit.FakeGa4.Fault;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract of the strict fake: what it must refuse, in which form, and what it takes. */
class FakeGa4Test {
  private static final String QUERY = "?measurement_id=G-TEST123&api_secret=not-a-real-secret";
  private static final String EVENT = "{'name':'lab_test','params':{}}";

  @RegisterExtension final FakeGa4 google = new FakeGa4();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @Test
  void good_isTaken() throws Exception {
    long micros = Instant.now().toEpochMilli() * 1000;
    String body =
        """
        {'client_id':'12.34','non_personalized_ads':true,
         'consent':{'ad_user_data':'DENIED','ad_personalization':'DENIED'},
         'device':{'operating_system':'Linux'},'user_properties':{'app_name':{'value':'lab'}},
         'events':[{'name':'lab_test','timestamp_micros':%d,
           'params':{'session_id':1795000000,'engagement_time_msec':1,'images':7,'mode':'auto'}}]}
        """
            .formatted(micros);

    assertThat(post("/mp/collect" + QUERY, body).statusCode()).isEqualTo(204);

    assertThat(google.faults()).isEmpty();
    FakeGa4.Event event = google.events("lab_test").get(0);
    assertThat(event.clientId()).isEqualTo("12.34");
    assertThat(event.timestampMicros()).isEqualTo(micros);
    assertThat(event.params()).containsEntry("images", 7L).containsEntry("mode", "auto");
    assertThat(event.userProperties()).containsEntry("app_name", "lab");
    assertThat(google.names()).containsOnly(java.util.Map.entry("lab_test", 1));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("badBodies")
  void bad_isAnswered204AndNotTaken(String code, String field, String body) throws Exception {
    HttpResponse<String> answer = post("/mp/collect" + QUERY, body);

    assertThat(answer.statusCode()).isEqualTo(204);
    assertThat(answer.body()).isEmpty();
    assertThat(google.events()).isEmpty();
    assertThat(google.faults()).contains(new Fault(code, field));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("badBodies")
  void bad_atTheDebugAddress_isNamed(String code, String field, String body) throws Exception {
    HttpResponse<String> answer = post("/debug/mp/collect" + QUERY, body);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .startsWith("{\"validationMessages\":[{")
        .contains("\"validationCode\":\"" + code + "\"");
    assertThat(google.events()).isEmpty();
  }

  static Stream<Arguments> badBodies() {
    String now = Instant.now().toEpochMilli() + "000";
    return Stream.of(
        arguments("VALUE_INVALID", "", "{'client_id':'1.2','events':[" + EVENT + "]"),
        arguments("VALUE_INVALID", "", "[" + EVENT + "]"),
        arguments("VALUE_INVALID", "", "{'client_id':'1.2','client_id':'1.2','events':[]}"),
        arguments("NAME_INVALID", "", request("'session':1,'events':[" + EVENT + "]")),
        arguments("NAME_INVALID", "", request("'user_data':{},'events':[" + EVENT + "]")),
        arguments("VALUE_REQUIRED", "client_id", "{'events':[" + EVENT + "]}"),
        arguments(
            "VALUE_INVALID",
            "client_id",
            "{'client_id':'6f2c1c9e-58ad-4c53-9f0c-3f6b8a3f5d10','events':[" + EVENT + "]}"),
        arguments("VALUE_INVALID", "client_id", "{'client_id':12.34,'events':[" + EVENT + "]}"),
        arguments(
            "VALUE_INVALID",
            "user_id",
            request("'user_id':'" + "u".repeat(257) + "','events':[" + EVENT + "]")),
        arguments(
            "VALUE_INVALID", "consent", request("'consent':{'ad_user_data':'denied'}," + events())),
        arguments("NAME_INVALID", "consent", request("'consent':{'ads':'DENIED'}," + events())),
        arguments("NAME_INVALID", "device", request("'device':{'host':'lab-7'}," + events())),
        arguments(
            "VALUE_INVALID",
            "non_personalized_ads",
            request("'non_personalized_ads':'true'," + events())),
        arguments(
            "NAME_RESERVED",
            "user_properties",
            request("'user_properties':{'user_id':{'value':'1'}}," + events())),
        arguments(
            "NAME_INVALID",
            "user_properties",
            request("'user_properties':{'app.name':{'value':'1'}}," + events())),
        arguments(
            "VALUE_INVALID",
            "user_properties",
            request("'user_properties':{'a':{'value':'" + "v".repeat(37) + "'}}," + events())),
        arguments(
            "EXCEEDED_MAX_ENTITIES",
            "user_properties",
            request("'user_properties':{" + many(26, "'p%d':{'value':1}") + "}," + events())),
        arguments("VALUE_REQUIRED", "events", request("'events':[]")),
        arguments("VALUE_INVALID", "events", request("'events':" + EVENT)),
        arguments("EXCEEDED_MAX_ENTITIES", "events", request("'events':[" + many(26, EVENT) + "]")),
        arguments("VALUE_REQUIRED", "events.name", event("", "{}")),
        arguments("NAME_INVALID", "events.name", event("session.start", "{}")),
        arguments("NAME_INVALID", "events.name", event("9lives", "{}")),
        arguments("NAME_INVALID", "events.name", event("e".repeat(41), "{}")),
        arguments("NAME_RESERVED", "events.name", event("error", "{}")),
        arguments("NAME_RESERVED", "events.name", event("Session_Start", "{}")),
        arguments("NAME_RESERVED", "events.name", event("firebase_lab", "{}")),
        arguments("VALUE_REQUIRED", "events.params", request("'events':[{'name':'lab_test'}]")),
        arguments("NAME_INVALID", "events", request("'events':[{'name':'a','params':{},'x':1}]")),
        arguments(
            "VALUE_OUT_OF_BOUNDS",
            "events.timestamp_micros",
            timed(Instant.now().minus(Duration.ofHours(73)))),
        arguments(
            "VALUE_OUT_OF_BOUNDS",
            "events.timestamp_micros",
            timed(Instant.now().plus(Duration.ofMinutes(16)))),
        arguments(
            "VALUE_INVALID",
            "events.timestamp_micros",
            request("'events':[{'name':'lab_test','params':{},'timestamp_micros':'" + now + "'}]")),
        arguments(
            "EXCEEDED_MAX_ENTITIES",
            "events.params",
            event("lab_test", "{" + many(26, "'p%d':1") + "}")),
        arguments("NAME_INVALID", "events.params", event("lab_test", "{'a.b':1}")),
        arguments(
            "NAME_INVALID", "events.params", event("lab_test", "{'" + "p".repeat(41) + "':1}")),
        arguments("NAME_RESERVED", "events.params", event("lab_test", "{'ga_x':1}")),
        arguments("NAME_RESERVED", "events.params", event("lab_test", "{'firebase_conversion':1}")),
        arguments("NAME_RESERVED", "events.params", event("lab_test", "{'user_id':'1'}")),
        arguments(
            "VALUE_INVALID", "events.params", event("lab_test", "{'a':'" + "v".repeat(101) + "'}")),
        arguments("VALUE_INVALID", "events.params", event("lab_test", "{'a':null}")),
        arguments("VALUE_INVALID", "events.params", event("lab_test", "{'a':[1]}")),
        arguments("VALUE_INVALID", "events.params", event("lab_test", "{'a':{'b':1}}")),
        arguments("VALUE_INVALID", "events.params", event("lab_test", "{'a':''}")),
        arguments("VALUE_INVALID", "events.params", event("lab_test", "{'a':9007199254740993}")),
        arguments("VALUE_INVALID", "", event("lab_test", "{'a':NaN}")),
        arguments("VALUE_INVALID", "session_id", event("lab_test", "{'session_id':'6f2c-58ad'}")),
        arguments(
            "VALUE_INVALID",
            "engagement_time_msec",
            event("lab_test", "{'engagement_time_msec':0}")),
        arguments("VALUE_REQUIRED", "events.params.currency", event("lab_test", "{'value':1}")),
        arguments("VALUE_INVALID", "events.params.level", event("lab_test", "{'level':'high'}")),
        arguments("VALUE_INVALID", "events.params.method", event("lab_test", "{'method':1}")),
        arguments(
            "VALUE_OUT_OF_BOUNDS",
            "",
            request(events() + ",'user_agent':'" + "x".repeat(130_000) + "'")));
  }

  @ParameterizedTest
  @CsvSource({
    "'', measurement_id",
    "?measurement_id=G-OTHER&api_secret=not-a-real-secret, measurement_id",
    "?measurement_id=G-TEST123, api_secret",
    "?measurement_id=G-TEST123&api_secret=wrong, api_secret"
  })
  void credentials_wrong_areAnswered204AndNothingIsTaken(String query, String field)
      throws Exception {
    assertThat(post("/mp/collect" + query, request(events())).statusCode()).isEqualTo(204);

    assertThat(google.events()).isEmpty();
    assertThat(google.faults()).contains(new Fault("VALUE_INVALID", field));
  }

  @ParameterizedTest
  @CsvSource({"content-encoding, gzip", "content-type, text/plain"})
  void form_wrong_isNotTaken(String header, String value) throws Exception {
    byte[] json = request(events()).replace('\'', '"').getBytes(UTF_8);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(google.uri().resolve("/mp/collect" + QUERY))
            .header("Content-Type", "application/json")
            .setHeader(header, value)
            .POST(
                BodyPublishers.ofByteArray(header.equals("content-encoding") ? gzip(json) : json));

    assertThat(client.send(request.build(), BodyHandlers.ofString()).statusCode()).isEqualTo(204);

    assertThat(google.events()).isEmpty();
    assertThat(google.faults()).contains(new Fault("VALUE_INVALID", header));
  }

  @Test
  void get_isNotTaken() throws Exception {
    URI address = google.uri().resolve("/mp/collect" + QUERY);

    client.send(HttpRequest.newBuilder(address).GET().build(), BodyHandlers.discarding());

    assertThat(google.faults()).contains(new Fault("VALUE_INVALID", "method"));
  }

  @Test
  void otherPath_isNotFound() throws Exception {
    assertThat(post("/g/collect" + QUERY, request(events())).statusCode()).isEqualTo(404);
  }

  @Test
  void debugAddress_goodBodyAndWrongSecret_findsNothing() throws Exception {
    HttpResponse<String> answer = post("/debug/mp/collect?api_secret=wrong", request(events()));

    assertThat(answer.body()).isEqualTo("{\"validationMessages\":[]}");
    assertThat(google.events()).isEmpty();
  }

  @Test
  void throttled_takesNothingUntilItBehaves() throws Exception {
    google.backend().answerWith(429);
    int throttled = post("/mp/collect" + QUERY, request(events())).statusCode();
    google.behave();

    int taken = post("/mp/collect" + QUERY, request(events())).statusCode();

    assertThat(throttled).isEqualTo(429);
    assertThat(taken).isEqualTo(204);
    assertThat(google.events()).hasSize(1);
  }

  @Test
  void answerLost_eventIsTakenAllTheSame() {
    google.backend().answerNext(Answer.lost());

    assertThat(
            org.assertj.core.api.Assertions.catchThrowable(
                () -> post("/mp/collect" + QUERY, request(events()))))
        .isInstanceOf(java.io.IOException.class);

    assertThat(google.events()).hasSize(1);
  }

  private static String request(String fields) {
    return "{'client_id':'12.34'," + fields + "}";
  }

  private static String events() {
    return "'events':[" + EVENT + "]";
  }

  private static String event(String name, String params) {
    return request("'events':[{'name':'" + name + "','params':" + params + "}]");
  }

  private static String timed(Instant at) {
    return request(
        "'events':[{'name':'lab_test','params':{},'timestamp_micros':"
            + at.toEpochMilli()
            + "000}]");
  }

  private static String many(int count, String one) {
    return IntStream.range(0, count)
        .mapToObj(n -> one.contains("%d") ? one.formatted(n) : one)
        .collect(Collectors.joining(","));
  }

  private static byte[] gzip(byte[] body) throws java.io.IOException {
    java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
    try (java.io.OutputStream gzip = new java.util.zip.GZIPOutputStream(bytes)) {
      gzip.write(body);
    }
    return bytes.toByteArray();
  }

  private HttpResponse<String> post(String path, String body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(google.uri().resolve(path))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body.replace('\'', '"')))
            .build();
    return client.send(request, BodyHandlers.ofString());
  }
}
