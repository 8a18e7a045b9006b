package dev.candor.telemetry.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A Collector drops what is answered with 400, 401, 403, 404, 413 or 500: here is none of these.
 */
class AnswersTest {
  private static final String TRACES = "/store/v1/traces";

  @TempDir Path temporary;
  private TestGateway gateway;

  @BeforeEach
  void start() {
    gateway = TestGateway.start(config().store(Duration.ofDays(30)));
  }

  @AfterEach
  void stop() {
    gateway.close();
  }

  private GatewayConfig.Builder config() {
    return TestGateway.config(temporary.resolve("gateway"));
  }

  private static byte[] body() {
    return TestRequests.spans(1, 0, 1).toByteArray();
  }

  private static void assertLater(HttpResponse<byte[]> answer) {
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).contains("5");
  }

  @Test
  void post_wrongToken_isToComeAgain() {
    assertLater(
        gateway.send(
            HttpRequest.newBuilder(gateway.uri(TRACES))
                .header("Authorization", "Bearer not-a-real-token-1")
                .header("Content-Type", "application/x-protobuf")
                .POST(BodyPublishers.ofByteArray(body()))));
  }

  @Test
  void post_noToken_isToComeAgain() {
    assertLater(
        gateway.send(
            HttpRequest.newBuilder(gateway.uri(TRACES))
                .header("Content-Type", "application/x-protobuf")
                .POST(BodyPublishers.ofByteArray(body()))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/ga4/v1/traces", "/store/v1/logs", "/v1/traces", "/", "/store//traces"})
  void post_pathThatIsNotServed_isToComeAgain(String path) {
    assertLater(gateway.post(path, body()));
  }

  /** 405 would be for ever to a Collector, and a server between may turn a POST into a GET. */
  @ParameterizedTest
  @ValueSource(strings = {"PUT", "GET", "HEAD", "DELETE", "PATCH", "OPTIONS"})
  void otherMethod_onAPathForItems_isToComeAgain(String method) {
    assertLater(
        gateway.send(
            gateway
                .request(TRACES, body())
                .method(method, BodyPublishers.noBody())
                .header("Content-Type", "application/x-protobuf")));
    assertThat(gateway.get("/metrics")).contains("answer=\"method\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"zstd", "snappy", "br", "gzip, gzip"})
  void post_otherCompression_isToComeAgain(String encoding) {
    assertLater(
        gateway.send(
            gateway
                .request(TRACES, body())
                .header("Content-Type", "application/x-protobuf")
                .header("Content-Encoding", encoding)));
  }

  @Test
  void post_otherType_isToComeAgain() {
    assertLater(gateway.send(gateway.request(TRACES, body()).header("Content-Type", "text/xml")));
  }

  @Test
  void post_bodyBeyondTheLimit_isToComeAgain() {
    assertLater(gateway.post(TRACES, new byte[ReceiverLimits.defaults().body() + 1]));
  }

  /** Who writes first and listens afterwards hears the answer, and no broken connection. */
  @ParameterizedTest
  @ValueSource(strings = {"Bearer none-of-ours", "Bearer " + TestGateway.TOKEN})
  void post_longBodyThatIsRefused_isHeardOut(String authorization) throws IOException {
    byte[] body = new byte[3 * ReceiverLimits.defaults().body()];
    URI uri = gateway.uri(TRACES);
    try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
      String head =
          "POST %s HTTP/1.1\r\nHost: %s\r\nAuthorization: %s\r\nContent-Length: %d\r\n\r\n"
              .formatted(uri.getPath(), uri.getAuthority(), authorization, body.length);
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().write(body);

      byte[] status = socket.getInputStream().readNBytes("HTTP/1.1 503".length());

      assertThat(new String(status, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 503");
    }
  }

  @Test
  void post_bomb_isToComeAgain() {
    byte[] bomb = TestRequests.gzip(new byte[64 << 20]);

    assertLater(
        gateway.send(
            gateway
                .request(TRACES, bomb)
                .header("Content-Type", "application/x-protobuf")
                .header("Content-Encoding", "gzip")));
  }

  @Test
  void post_millionsOfEmptySpans_isToComeAgain() {
    byte[] empty = new byte[2 * 400_000];
    for (int i = 0; i < empty.length; i += 2) {
      empty[i] = 0x12; // a span of no bytes
    }
    ByteString spans = ByteString.copyFrom(empty);
    byte[] scope = delimited(2, spans);
    byte[] resource = delimited(1, ByteString.copyFrom(scope));

    assertLater(gateway.post(TRACES, resource));
  }

  @Test
  void post_fullStore_isToComeAgain() {
    gateway.close();
    gateway = TestGateway.start(config().store(Duration.ofDays(30)).room(2, 1L << 30));
    assertThat(gateway.post(TRACES, TestRequests.spans(1, 0, 2).toByteArray()).statusCode())
        .isEqualTo(200);

    assertLater(gateway.post(TRACES, TestRequests.spans(1, 2, 1).toByteArray()));
  }

  @Test
  void post_fullFile_isToComeAgain() {
    gateway.close();
    gateway = TestGateway.start(config().store(Duration.ofDays(30)).room(1_000_000, 4_096));

    assertLater(gateway.post(TRACES, body()));
  }

  @Test
  void post_folderThatCannotBeWritten_isToComeAgain() throws IOException {
    gateway.close();
    Path folder = Files.createDirectories(temporary.resolve("gateway-2"));
    Files.createFile(folder.resolve("store"));
    gateway = TestGateway.start(TestGateway.config(folder).store(Duration.ofDays(30)));

    assertLater(gateway.post(TRACES, body()));
  }

  @Test
  void post_whileStarting_isToComeAgain() throws IOException, InterruptedException {
    try (Gateway starting =
        Gateway.listening(
            TestGateway.config(temporary.resolve("gateway-2")).store(Duration.ofDays(1)).build(),
            new GatewayLog(new PrintWriter(new StringWriter()), Clock.systemUTC()),
            Clock.systemUTC())) {
      HttpResponse<byte[]> answer =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + starting.port() + TRACES))
                      .header("Authorization", "Bearer " + TestGateway.TOKEN)
                      .header("Content-Type", "application/x-protobuf")
                      .POST(BodyPublishers.ofByteArray(body()))
                      .build(),
                  BodyHandlers.ofByteArray());

      assertLater(answer);
    }
  }

  @Test
  void post_noOtlp_isTakenWithAWarning() throws IOException {
    HttpResponse<byte[]> answer =
        gateway.post(TRACES, "jane.doe@example.org".getBytes(StandardCharsets.UTF_8));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(ExportTraceServiceResponse.parseFrom(answer.body()).getPartialSuccess())
        .satisfies(partial -> assertThat(partial.getRejectedSpans()).isZero())
        .satisfies(partial -> assertThat(partial.getErrorMessage()).isNotEmpty());
  }

  @Test
  void post_someBadItems_takesTheOthers() throws IOException {
    List<Span> spans =
        List.of(
            TestRequests.span(1),
            TestRequests.span(2, "somebody.else"),
            TestRequests.span(3, "imaging.strict").toBuilder().clearAttributes().build(),
            TestRequests.span(4).toBuilder().clearSpanId().build(),
            TestRequests.span(5).toBuilder().setTraceId(ByteString.copyFrom(new byte[16])).build());

    HttpResponse<byte[]> answer =
        gateway.post(
            TRACES, TestRequests.request(TestRequests.installation(1), spans).toByteArray());

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(
            ExportTraceServiceResponse.parseFrom(answer.body())
                .getPartialSuccess()
                .getRejectedSpans())
        .isEqualTo(4);
    assertThat(gateway.get("/metrics"))
        .contains("candor_gateway_items_stored_total{path=\"store\"} 1.0")
        .contains("candor_gateway_items_rejected_total{path=\"store\",reason=\"unregistered\"} 1.0")
        .contains("candor_gateway_items_rejected_total{path=\"store\",reason=\"incomplete\"} 1.0")
        .contains("candor_gateway_items_rejected_total{path=\"store\",reason=\"id\"} 2.0");
  }

  @Test
  void post_textThatIsNoUtf8_takesItemsOfOthers() throws IOException {
    byte[] body =
        TestRequests.request(
                TestRequests.installation(1),
                List.of(
                    TestRequests.span(1),
                    TestRequests.span(2).toBuilder()
                        .addAttributes(TestRequests.text("imaging.run.note", "ZZZZ"))
                        .build()))
            .toByteArray();
    int at = new String(body, StandardCharsets.ISO_8859_1).indexOf("ZZZZ");
    body[at] = (byte) 0xff;

    HttpResponse<byte[]> answer = gateway.post(TRACES, body);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(ExportTraceServiceResponse.parseFrom(answer.body()).hasPartialSuccess()).isFalse();
  }

  @Test
  @Tag("P4")
  void log_afterRequestsOfAllKinds_holdsNothingOfThem() {
    String secret = "jane.doe@example.org";
    gateway.post(TRACES, secret.getBytes(StandardCharsets.UTF_8));
    gateway.post("/" + secret, body());
    gateway.post(
        TRACES,
        TestRequests.request(TestRequests.installation(1), List.of(TestRequests.span(1, secret)))
            .toByteArray());

    assertThat(gateway.log() + gateway.get("/metrics"))
        .contains("request.unreadable")
        .doesNotContain("jane")
        .doesNotContain("imaging")
        .doesNotContain(temporary.toString());
  }

  private static byte[] delimited(int field, ByteString content) {
    try {
      java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
      com.google.protobuf.CodedOutputStream coded =
          com.google.protobuf.CodedOutputStream.newInstance(out);
      coded.writeBytes(field, content);
      coded.flush();
      return out.toByteArray();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void take_beyondTheBudget_isRefused() {
    Budget budget = new Budget(10);

    assertThat(IntStream.range(0, 3).mapToObj(i -> budget.take(4)))
        .containsExactly(true, true, false);
  }
}
