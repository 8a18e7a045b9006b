package dev.candor.telemetry.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FakeSentryTest {
  private static final String ID = "0123456789abcdef0123456789abcdef";
  private static final String ENVELOPE = "/api/42/envelope/";
  private static final String SPANS = "/api/42/integration/otlp/v1/traces";
  private static final String AUTH =
      "Sentry sentry_version=7, sentry_client=test/1, sentry_key=" + FakeSentry.KEY;
  private static final String EVENT =
      "{'event_id':'"
          + ID
          + "','timestamp':'2026-11-17T10:00:00.5Z','platform':'java',"
          + "'level':'error','release':'lab@1.4.2','environment':'production',"
          + "'tags':{'os.type':'linux'},'user':{'id':'u'},'fingerprint':['a','b'],"
          + "'exception':{'values':[{'type':'IOException','module':'java.io',"
          + "'mechanism':{'type':'generic','handled':true},"
          + "'stacktrace':{'frames':[{'module':'a.B','function':'c','lineno':3,'in_app':true}]}}]},"
          + "'breadcrumbs':{'values':[{'timestamp':'2026-11-17T10:00:00Z','message':'open'}]},"
          + "'contexts':{'app':{'app_name':'lab'}},'sdk':{'name':'candor','version':'1'}}";
  private static final String SESSION =
      "{'sid':'018f0000-0000-7000-8000-000000000000','init':true,'started':'2026-11-17T10:00:00Z',"
          + "'status':'ok','seq':0,'errors':0,'attrs':{'release':'lab@1.4.2'}}";
  private static final String REPORT =
      "{'timestamp':'2026-11-17T10:00:00Z','discarded_events':"
          + "[{'reason':'ratelimit_backoff','category':'error','quantity':2}]}";

  @RegisterExtension
  final FakeSentry sentry = new FakeSentry(FakeClock.at(Instant.parse("2026-11-22T10:00:00Z")));

  /** One request and the status that it is refused with. */
  private record Bad(String why, int status, UnaryOperator<Request> change) {
    @Override
    public String toString() {
      return why;
    }
  }

  private record Request(String method, String path, Map<String, String> headers, byte[] body) {
    Request path(String other) {
      return new Request(method, other, headers, body);
    }

    Request body(byte[] other) {
      return new Request(method, path, headers, other);
    }

    Request envelope(String... items) {
      return body(FakeSentryTest.envelope("{'event_id':'" + ID + "'}", items));
    }

    Request header(String name, String value) {
      Map<String, String> changed = new TreeMap<>(headers);
      changed.put(name, value);
      return new Request(method, path, changed, body);
    }
  }

  static Stream<Bad> bad() {
    List<Bad> bad = new ArrayList<>();
    bad.add(new Bad("other project", 403, r -> r.path("/api/43/envelope/")));
    bad.add(new Bad("old address", 404, r -> r.path("/api/42/store/")));
    bad.add(new Bad("metrics", 404, r -> r.path("/api/42/integration/otlp/v1/metrics")));
    bad.add(new Bad("no key", 401, r -> r.header("X-Sentry-Auth", "Sentry sentry_version=7")));
    bad.add(new Bad("no scheme", 401, r -> r.header("X-Sentry-Auth", "Bearer sentry_key=x")));
    bad.add(
        new Bad(
            "wrong key",
            403,
            r -> r.header("X-Sentry-Auth", "Sentry sentry_version=7, sentry_key=x")));
    bad.add(
        new Bad(
            "old protocol",
            400,
            r ->
                r.header(
                    "X-Sentry-Auth", "Sentry sentry_version=5, sentry_key=" + FakeSentry.KEY)));
    bad.add(new Bad("plain JSON", 415, r -> r.header("Content-Type", "application/json")));
    bad.add(new Bad("unknown encoding", 400, r -> r.header("Content-Encoding", "zstd")));
    bad.add(new Bad("empty body", 400, r -> r.body(new byte[0])));
    bad.add(new Bad("header is no object", 400, r -> r.body(envelope("[]", item("event", EVENT)))));
    bad.add(new Bad("event without id", 400, r -> r.body(envelope("{}", item("event", EVENT)))));
    bad.add(
        new Bad(
            "sent_at twice",
            400,
            r ->
                r.body(
                    envelope(
                        "{'event_id':'"
                            + ID
                            + "','sent_at':'2026-11-17T10:00:00Z',"
                            + "'sent_at':'2026-11-17T10:00:00Z'}",
                        item("event", EVENT)))));
    bad.add(
        new Bad(
            "header's id is another",
            400,
            r ->
                r.body(
                    envelope(
                        "{'event_id':'" + ID.replace('0', '1') + "'}", item("event", EVENT)))));
    bad.add(new Bad("no items", 400, r -> r.envelope()));
    bad.add(
        new Bad("two events", 400, r -> r.envelope(item("event", EVENT), item("event", EVENT))));
    bad.add(
        new Bad(
            "length in characters",
            400,
            r ->
                r.envelope(
                    "{'type':'event','length':"
                        + EVENT.length()
                        + "}\n"
                        + EVENT.replace("open", "öffnen"))));
    bad.add(
        new Bad(
            "length too long", 400, r -> r.envelope("{'type':'event','length':99999}\n" + EVENT)));
    bad.add(new Bad("length is text", 400, r -> r.envelope("{'type':'event','length':'1'}\n{}")));
    bad.add(new Bad("no type", 400, r -> r.envelope("{'length':2}\n{}")));
    bad.add(new Bad("payload is no JSON", 400, r -> r.envelope(item("event", "{"))));
    bad.add(
        new Bad("too large", 413, r -> r.envelope(item("event", EVENT + " ".repeat(1_000_000)))));
    event(bad, "id in capitals", ID, ID.toUpperCase(java.util.Locale.ROOT));
    event(bad, "no timestamp", "'timestamp':'2026-11-17T10:00:00.5Z',", "");
    event(bad, "timestamp is no time", "2026-11-17T10:00:00.5Z", "yesterday");
    event(bad, "unknown level", "'level':'error'", "'level':'warn'");
    event(bad, "unknown platform", "'platform':'java'", "'platform':'jvm'");
    event(bad, "unknown field", "'level'", "'severity'");
    event(bad, "release with a slash", "lab@1.4.2", "lab/1.4.2");
    event(bad, "environment none", "'production'", "'none'");
    event(bad, "tag is a number", "'linux'", "3");
    event(bad, "tag is empty", "'linux'", "''");
    event(bad, "tag is long", "'linux'", "'" + "x".repeat(201) + "'");
    event(bad, "tag's key is long", "os.type", "o".repeat(33));
    event(bad, "tag's key is reserved", "os.type", "release");
    event(bad, "unknown user field", "{'id':'u'}", "{'number':'u'}");
    event(bad, "fingerprint of numbers", "['a','b']", "[1]");
    event(bad, "fingerprint empty", "['a','b']", "[]");
    event(bad, "line is text", "'lineno':3", "'lineno':'3'");
    event(bad, "unknown frame field", "'lineno'", "'line'");
    event(bad, "in_app is text", "'in_app':true", "'in_app':'yes'");
    event(bad, "no frames", "[{'module':'a.B','function':'c','lineno':3,'in_app':true}]", "[]");
    event(
        bad,
        "bare breadcrumbs",
        "{'values':[{'timestamp':'2026-11-17T10:00:00Z','message':'open'}]}",
        "[]");
    event(bad, "context is text", "{'app_name':'lab'}", "'lab'");
    event(bad, "context is large", "'lab'}", "'" + "x".repeat(9_000) + "'}");
    event(bad, "no words", "'exception'", "'logentry':{'formatted':''},'exception'");
    event(bad, "words of no form", "'exception'", "'logentry':7,'exception'");
    event(bad, "neither exception nor message", "'exception'", "'extra'");
    session(bad, "sid is no UUID", "018f0000-0000-7000-8000-000000000000", "s-1");
    session(bad, "unknown status", "'ok'", "'fine'");
    session(bad, "no release", "'release':'lab@1.4.2'", "");
    session(bad, "no start", "'started':'2026-11-17T10:00:00Z',", "");
    session(bad, "begun over five days ago", "11-17T10:00:00Z", "11-17T09:59:59Z");
    session(bad, "crash without error", "'ok'", "'crashed'");
    session(bad, "negative duration", "'seq':0", "'duration':-1");
    bad.add(
        new Bad(
            "101 sessions",
            400,
            r ->
                r.body(
                    envelope(
                        "{}",
                        Stream.generate(() -> item("session", SESSION))
                            .limit(101)
                            .toArray(String[]::new)))));
    report(bad, "unknown reason", "ratelimit_backoff", "consent");
    report(bad, "unknown category", "'error'", "'errors'");
    report(bad, "nothing discarded", "'quantity':2", "'quantity':0");
    bad.add(new Bad("spans as envelope", 415, r -> r.path(SPANS)));
    bad.add(
        new Bad(
            "spans that are none",
            400,
            r ->
                r.path(SPANS)
                    .header("Content-Type", "application/x-protobuf")
                    .body(new byte[] {1, 2, 3})));
    bad.add(new Bad("span without id", 400, r -> otlp(r, Span.newBuilder().setName("x"))));
    bad.add(
        new Bad(
            "span with an id of zeros",
            400,
            r -> otlp(r, span().setSpanId(ByteString.copyFrom(new byte[8])))));
    bad.add(new Bad("span backwards", 400, r -> otlp(r, span().setEndTimeUnixNano(1))));
    bad.add(
        new Bad(
            "span with an event", 400, r -> otlp(r, span().addEvents(Span.Event.newBuilder()))));
    return bad.stream();
  }

  @ParameterizedTest
  @MethodSource("bad")
  void request_bad_isRefusedInSentrysWords(Bad bad) throws Exception {
    HttpResponse<String> answer = send(bad.change().apply(good()));

    assertThat(answer.statusCode()).isEqualTo(bad.status());
    assertThat(answer.body()).contains("\"detail\":", "\"causes\":[");
    assertThat(answer.headers().firstValue("X-Sentry-Error")).isPresent();
    assertThat(sentry.names()).isEmpty();
    assertThat(sentry.faults()).isNotEmpty();
  }

  @Test
  void event_good_isTakenOnceById() throws Exception {
    HttpResponse<String> answer = send(good());
    send(good());

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("{\"id\":\"" + ID + "\"}");
    assertThat(sentry.faults()).isEmpty();
    assertThat(sentry.names()).isEqualTo(Map.of("IOException", 1));
    assertThat(sentry.events().get(0)).containsEntry("release", "lab@1.4.2");
  }

  @Test
  void sessionsAndReports_good_areTaken() throws Exception {
    send(good().body(envelope("{}", item("session", SESSION), item("session", SESSION))));
    send(good().body(envelope("{}", item("client_report", REPORT))));

    assertThat(sentry.faults()).isEmpty();
    assertThat(sentry.sessions()).hasSize(2);
    assertThat(sentry.reports()).hasSize(1);
    assertThat(sentry.names()).isEqualTo(Map.of("session ok", 2));
  }

  @Test
  void spans_good_areTaken() throws Exception {
    send(otlp(good(), span()));

    assertThat(sentry.faults()).isEmpty();
    assertThat(sentry.names()).isEqualTo(Map.of("imaging.run", 1));
  }

  @Test
  void items_unknownOrWithoutLength_areSkippedAndRead() throws Exception {
    send(good().envelope("{'type':'never_heard_of'}\nanything", "{'type':'event'}\n" + EVENT));

    assertThat(sentry.faults()).isEmpty();
    assertThat(sentry.events()).hasSize(1);
  }

  @Test
  void dsn_belowAPath_isServedToo() throws Exception {
    assertThat(sentry.dsn("/tracker")).endsWith("/tracker/42").contains(FakeSentry.KEY + "@");

    assertThat(send(good().path("/tracker" + ENVELOPE)).statusCode()).isEqualTo(200);
  }

  @Test
  void backend_throttles_withTheHeaderOfTheTest() throws Exception {
    sentry
        .backend()
        .answerNext(Answer.status(429).with("X-Sentry-Rate-Limits", "60:error:organization"));

    HttpResponse<String> answer = send(good());

    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.headers().firstValue("X-Sentry-Rate-Limits"))
        .contains("60:error:organization");
    assertThat(sentry.events()).isEmpty();
  }

  private static void event(List<Bad> bad, String why, String good, String other) {
    bad.add(new Bad(why, 400, r -> r.envelope(item("event", replaced(EVENT, good, other)))));
  }

  private static void session(List<Bad> bad, String why, String good, String other) {
    bad.add(
        new Bad(
            why,
            400,
            r -> r.body(envelope("{}", item("session", replaced(SESSION, good, other))))));
  }

  private static void report(List<Bad> bad, String why, String good, String other) {
    bad.add(
        new Bad(
            why,
            400,
            r -> r.body(envelope("{}", item("client_report", replaced(REPORT, good, other))))));
  }

  private static String replaced(String text, String good, String other) {
    assertThat(text).contains(good);
    return text.replace(good, other);
  }

  private static Request good() {
    return new Request(
            "POST",
            ENVELOPE,
            Map.of("X-Sentry-Auth", AUTH, "Content-Type", "application/x-sentry-envelope"),
            new byte[0])
        .envelope(item("event", EVENT));
  }

  private static Request otlp(Request request, Span.Builder span) {
    return request
        .path(SPANS)
        .header("Content-Type", "application/x-protobuf")
        .header("X-Sentry-Auth", "sentry sentry_key=" + FakeSentry.KEY)
        .body(
            ExportTraceServiceRequest.newBuilder()
                .addResourceSpans(
                    ResourceSpans.newBuilder()
                        .addScopeSpans(ScopeSpans.newBuilder().addSpans(span)))
                .build()
                .toByteArray());
  }

  private static Span.Builder span() {
    return Span.newBuilder()
        .setName("imaging.run")
        .setTraceId(ByteString.copyFromUtf8("0123456789abcdef"))
        .setSpanId(ByteString.copyFromUtf8("01234567"))
        .setStartTimeUnixNano(5)
        .setEndTimeUnixNano(7);
  }

  private static String item(String type, String payload) {
    int length = json(payload).getBytes(StandardCharsets.UTF_8).length;
    return "{'type':'" + type + "','length':" + length + "}\n" + payload;
  }

  private static byte[] envelope(String header, String... items) {
    String text = header + "\n" + String.join("\n", items);
    return json(text).getBytes(StandardCharsets.UTF_8);
  }

  private static String json(String text) {
    return text.replace('\'', '"');
  }

  private HttpResponse<String> send(Request request) throws IOException, InterruptedException {
    String dsn = sentry.dsn();
    URI base = URI.create("http://" + dsn.substring(dsn.indexOf('@') + 1, dsn.lastIndexOf('/')));
    HttpRequest.Builder http =
        HttpRequest.newBuilder(URI.create(base + request.path()))
            .method(request.method(), BodyPublishers.ofByteArray(request.body()));
    request.headers().forEach(http::setHeader);
    return HttpClient.newHttpClient().send(http.build(), BodyHandlers.ofString());
  }
}
