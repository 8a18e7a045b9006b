package dev.candor.telemetry.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LoopbackBackendTest {
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final String ID = "0102030405060708090a0b0c0d0e0f101112131415161718";

  @RegisterExtension final LoopbackBackend backend = new LoopbackBackend();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @Test
  void spans_protobufAndGzip_areDecoded() throws Exception {
    HttpResponse<byte[]> response = post("/v1/traces", "application/x-protobuf", gzip(traces()));

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(backend.spans("lab.test")).hasSize(1);
    ReceivedSpan span = backend.spans().get(0);
    assertThat(span.itemId()).isEqualTo(ID);
    assertThat(span.attributes()).containsEntry("a", "b").containsEntry("n", 3L);
    assertThat(backend.itemIds()).containsExactlyEntriesOf(java.util.Map.of(ID, 1));
    ReceivedRequest request = backend.requests().get(0);
    assertThat(request.body()).isEqualTo(traces());
    assertThat(request.wire()).isNotEqualTo(traces());
    assertThat(request.method()).isEqualTo("POST");
    assertThat(request.headers()).containsKey("content-type");
    assertThat(backend.bodySha256()).containsExactly(request.sha256());
    assertThat(request).asString().contains("POST /v1/traces");
  }

  @Test
  void spans_json_areDecodedWithHexadecimalIds() throws Exception {
    String json =
        """
        {"resourceSpans":[{"resource":{"attributes":[{"key":"service.name","value":{"stringValue":"lab"}}]},
        "scopeSpans":[{"spans":[{"traceId":"%s","spanId":"%s","name":"lab.test","unknown":1,
        "attributes":[{"key":"d","value":{"doubleValue":0.5}},{"key":"f","value":{"boolValue":true}},
        {"key":"l","value":{"arrayValue":{}}}]}]}]}]}
        """
            .formatted(ID.substring(0, 32), ID.substring(32));

    post("/v1/traces", "application/json", json.getBytes(StandardCharsets.UTF_8));

    ReceivedSpan span = backend.spans().get(0);
    assertThat(span.itemId()).isEqualTo(ID);
    assertThat(span.attributes()).containsEntry("d", 0.5).containsEntry("f", true);
    assertThat(span.resource()).containsEntry("service.name", "lab");
  }

  @Test
  void answerBy_rule_judgesEachRequestAndNotesWhatWasTaken() throws Exception {
    backend.answerBy(request -> Answer.status(request.body().length > 1 ? 413 : 204));

    int small = post("/mp/collect", "application/json", new byte[] {'1'}).statusCode();
    int large = post("/mp/collect", "application/json", new byte[] {'1', '2'}).statusCode();

    assertThat(small).isEqualTo(204);
    assertThat(large).isEqualTo(413);
    assertThat(backend.requests()).extracting(ReceivedRequest::taken).containsExactly(true, false);
  }

  @Test
  void points_json_areDecoded() throws Exception {
    String json =
        """
        {"resourceMetrics":[{"resource":{"attributes":[{"key":"candor.report.id","value":{"stringValue":"r1"}}]},
        "scopeMetrics":[{"metrics":[
        {"name":"a.count","unit":"{event}","sum":{"dataPoints":[{"asInt":"4","startTimeUnixNano":"1","timeUnixNano":"2"}]}},
        {"name":"a.duration","unit":"s","histogram":{"dataPoints":[{"count":"2","sum":1.5,"bucketCounts":["2","0"],"explicitBounds":[1]}]}}]}]}]}
        """;

    post("/v1/metrics", "application/json", json.getBytes(StandardCharsets.UTF_8));

    assertThat(backend.points("a.count").get(0).sum()).isEqualTo(4);
    assertThat(backend.points("a.duration").get(0).buckets()).containsExactly(2L, 0L);
    assertThat(backend.itemIds()).containsExactlyEntriesOf(java.util.Map.of("r1", 1));
  }

  @Test
  void decode_repeatedKey_fails() throws Exception {
    KeyValue twice = KeyValue.newBuilder().setKey("a").build();
    byte[] body = trace(span().addAttributes(twice).addAttributes(twice));

    post("/v1/traces", "application/x-protobuf", body);

    assertThatThrownBy(backend::spans).isInstanceOf(AssertionError.class);
  }

  @Test
  void decode_notOtlp_fails() throws Exception {
    post("/v1/traces", "application/x-protobuf", new byte[] {1, 2, 3});
    post("/v1/metrics", "application/x-protobuf", new byte[] {1, 2, 3});
    post("/other?q=1", "text/plain", new byte[] {1});

    assertThatThrownBy(() -> backend.requests().get(0).spans()).isInstanceOf(AssertionError.class);
    assertThatThrownBy(() -> backend.requests().get(1).points()).isInstanceOf(AssertionError.class);
    assertThat(backend.requests().get(2).spans()).isEmpty();
    assertThat(backend.requests().get(2).points()).isEmpty();
    assertThat(backend.requests().get(2).path()).isEqualTo("/other?q=1");
  }

  @Test
  void answerNext_thenAsBefore() throws Exception {
    backend.answerWith(503);
    backend.answerNext(Answer.ok(), Answer.retryAfter(429, "7"));

    assertThat(post().statusCode()).isEqualTo(200);
    HttpResponse<byte[]> limited = post();
    assertThat(limited.statusCode()).isEqualTo(429);
    assertThat(limited.headers().firstValue("Retry-After")).contains("7");
    assertThat(post().statusCode()).isEqualTo(503);
    assertThat(backend.itemIds()).containsEntry(ID, 1);
    assertThat(backend.requests()).hasSize(3);
  }

  @Test
  void partialSuccess_namesHowMany() throws Exception {
    backend.answerWith(Answer.partialSuccess(3));

    ExportTraceServiceResponse response = ExportTraceServiceResponse.parseFrom(post().body());
    byte[] metrics = post("/v1/metrics", "application/x-protobuf", new byte[0]).body();

    assertThat(response.getPartialSuccess().getRejectedSpans()).isEqualTo(3);
    assertThat(metrics).isNotEmpty();
  }

  @Test
  void lost_takesAndCuts() {
    backend.answerWith(Answer.lost());

    assertThatThrownBy(this::post).isInstanceOf(IOException.class);

    assertThat(backend.itemIds()).containsEntry(ID, 1);
  }

  @Test
  void reset_takesNothing() {
    backend.answerWith(Answer.reset());

    assertThatThrownBy(this::post).isInstanceOf(IOException.class);

    assertThat(backend.requests()).isEmpty();
    assertThat(backend.connections()).isEqualTo(1);
  }

  @Test
  void held_answersWhenReleased() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    backend.answerWith(Answer.held(release));

    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(
            request("/v1/traces", "application/x-protobuf", traces()), BodyHandlers.ofByteArray());
    backend.awaitRequests(1, LONG);
    assertThat(answer).isNotDone();
    release.countDown();

    assertThat(answer.get().statusCode()).isEqualTo(200);
  }

  @Test
  void endless_sendsMoreThanAnyoneReads() throws Exception {
    backend.answerWith(Answer.endless());

    HttpResponse<InputStream> response =
        client.send(
            request("/v1/traces", "application/x-protobuf", traces()),
            BodyHandlers.ofInputStream());

    try (InputStream body = response.body()) {
      assertThat(body.readNBytes(1 << 20)).hasSize(1 << 20);
    }
  }

  @Test
  void redirectAndBomb_areAsTold() throws Exception {
    backend.answerNext(Answer.redirect(URI.create("http://127.0.0.1:1/x")), Answer.gzipBomb());

    assertThat(post().headers().firstValue("Location")).contains("http://127.0.0.1:1/x");
    HttpResponse<byte[]> bomb = post();
    assertThat(bomb.headers().firstValue("Content-Encoding")).contains("gzip");
    assertThat(bomb.body()).hasSizeLessThan(64 << 10);
  }

  @Test
  void down_refuses_andUpIsTheSameAddress() throws Exception {
    URI before = backend.uri();
    backend.down();
    assertThatThrownBy(this::post).isInstanceOf(ConnectException.class);

    backend.up();

    assertThat(backend.uri()).isEqualTo(before);
    assertThat(post().statusCode()).isEqualTo(200);
  }

  @Test
  void awaitRequests_none_failsWithCounts() {
    assertThatThrownBy(() -> backend.awaitRequests(1, Duration.ofMillis(5)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("expected 1 requests");
  }

  @Test
  void close_forgets() throws Exception {
    post();

    backend.close();

    assertThat(backend.requests()).isEmpty();
    assertThat(backend.connections()).isZero();
  }

  private HttpResponse<byte[]> post() throws Exception {
    return post("/v1/traces", "application/x-protobuf", traces());
  }

  private HttpResponse<byte[]> post(String path, String type, byte[] body) throws Exception {
    return client.send(request(path, type, body), BodyHandlers.ofByteArray());
  }

  private HttpRequest request(String path, String type, byte[] body) {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(backend.uri().resolve(path))
            .header("Content-Type", type)
            .POST(BodyPublishers.ofByteArray(body));
    if (body.length > 2 && body[0] == 0x1f && body[1] == (byte) 0x8b) {
      builder.header("Content-Encoding", "gzip");
    }
    return builder.build();
  }

  private static byte[] traces() {
    return trace(
        span()
            .addAttributes(
                KeyValue.newBuilder()
                    .setKey("a")
                    .setValue(AnyValue.newBuilder().setStringValue("b")))
            .addAttributes(
                KeyValue.newBuilder().setKey("n").setValue(AnyValue.newBuilder().setIntValue(3))));
  }

  private static Span.Builder span() {
    byte[] id = java.util.HexFormat.of().parseHex(ID);
    return Span.newBuilder()
        .setName("lab.test")
        .setTraceId(ByteString.copyFrom(id, 0, 16))
        .setSpanId(ByteString.copyFrom(id, 16, 8));
  }

  private static byte[] trace(Span.Builder span) {
    return ExportTraceServiceRequest.newBuilder()
        .addResourceSpans(
            ResourceSpans.newBuilder().addScopeSpans(ScopeSpans.newBuilder().addSpans(span)))
        .build()
        .toByteArray();
  }

  private static byte[] gzip(byte[] body) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(body);
    }
    return bytes.toByteArray();
  }
}
