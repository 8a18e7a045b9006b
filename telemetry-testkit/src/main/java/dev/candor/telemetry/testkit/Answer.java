package dev.candor.telemetry.testkit;

import com.sun.net.httpserver.HttpExchange;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsPartialSuccess;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceResponse;
import io.opentelemetry.proto.collector.trace.v1.ExportTracePartialSuccess;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.concurrent.CountDownLatch;
import java.util.zip.GZIPOutputStream;

/** How a {@link LoopbackBackend} answers one request. Stateless; used for as many as come. */
public final class Answer {
  private static final int BOMB_BYTES = 32 << 20;

  private final boolean reads;
  private final boolean takes;
  private final Reply reply;

  private Answer(boolean reads, boolean takes, Reply reply) {
    this.reads = reads;
    this.takes = takes;
    this.reply = reply;
  }

  /** 200: takes everything. */
  public static Answer ok() {
    return status(200);
  }

  /** A bare status; the 2xx take everything, the others nothing. */
  public static Answer status(int status) {
    return body(status, "application/octet-stream", new byte[0]);
  }

  /** A status with a body, for destinations that read it. */
  public static Answer body(int status, String contentType, byte[] body) {
    byte[] copy = body.clone();
    return new Answer(
        true, status / 100 == 2, exchange -> write(exchange, status, contentType, copy));
  }

  /** A refusal with a {@code Retry-After} header, in seconds or as an HTTP date. */
  public static Answer retryAfter(int status, String value) {
    return new Answer(
        true,
        false,
        exchange -> {
          exchange.getResponseHeaders().set("Retry-After", value);
          exchange.sendResponseHeaders(status, -1);
        });
  }

  /** This answer with a header more. */
  public Answer with(String header, String value) {
    return new Answer(
        reads,
        takes,
        exchange -> {
          exchange.getResponseHeaders().set(header, value);
          reply.write(exchange);
        });
  }

  /** 200, but OTLP says that {@code rejected} items were not taken. */
  public static Answer partialSuccess(long rejected) {
    return new Answer(
        true,
        true,
        exchange ->
            write(exchange, 200, "application/x-protobuf", partialSuccess(exchange, rejected)));
  }

  /** 307 to somewhere else. */
  public static Answer redirect(URI location) {
    return new Answer(
        true,
        false,
        exchange -> {
          exchange.getResponseHeaders().set("Location", location.toString());
          exchange.sendResponseHeaders(307, -1);
        });
  }

  /** Cuts the connection without reading the body. */
  public static Answer reset() {
    return new Answer(false, false, HttpExchange::close);
  }

  /** Takes everything, and cuts the connection before the sender hears of it. */
  public static Answer lost() {
    return new Answer(true, true, HttpExchange::close);
  }

  /** Takes everything, and says so once {@code release} is open. */
  public static Answer held(CountDownLatch release) {
    return new Answer(
        true,
        true,
        exchange -> {
          release.await();
          write(exchange, 200, "application/x-protobuf", new byte[0]);
        });
  }

  /** Takes everything, answers 200, and sends bytes until the other side hangs up. */
  public static Answer endless() {
    return new Answer(
        true,
        true,
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          byte[] chunk = new byte[8 << 10];
          try (OutputStream out = exchange.getResponseBody()) {
            while (!Thread.currentThread().isInterrupted()) {
              out.write(chunk);
            }
          }
        });
  }

  /** Takes everything, and answers with a few bytes that claim to unpack to 32 MiB. */
  public static Answer gzipBomb() {
    return new Answer(
        true,
        true,
        exchange -> {
          exchange.getResponseHeaders().set("Content-Encoding", "gzip");
          write(exchange, 200, "application/x-protobuf", bomb());
        });
  }

  /** Tells whether the body of the request is read and remembered. */
  boolean reads() {
    return reads;
  }

  /** Tells whether the backend took what the request holds. */
  boolean takes() {
    return takes;
  }

  void reply(HttpExchange exchange) throws IOException, InterruptedException {
    reply.write(exchange);
  }

  private static void write(HttpExchange exchange, int status, String contentType, byte[] body)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", contentType);
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      exchange.getResponseBody().write(body);
    }
  }

  private static byte[] partialSuccess(HttpExchange exchange, long rejected) {
    if (exchange.getRequestURI().getPath().endsWith("/v1/metrics")) {
      return ExportMetricsServiceResponse.newBuilder()
          .setPartialSuccess(
              ExportMetricsPartialSuccess.newBuilder()
                  .setRejectedDataPoints(rejected)
                  .setErrorMessage("refused by the test"))
          .build()
          .toByteArray();
    }
    return ExportTraceServiceResponse.newBuilder()
        .setPartialSuccess(
            ExportTracePartialSuccess.newBuilder()
                .setRejectedSpans(rejected)
                .setErrorMessage("refused by the test"))
        .build()
        .toByteArray();
  }

  private static byte[] bomb() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(bytes)) {
      byte[] zeros = new byte[1 << 20];
      for (int written = 0; written < BOMB_BYTES; written += zeros.length) {
        gzip.write(zeros);
      }
    }
    return bytes.toByteArray();
  }

  /** Writes the answer; closing the exchange is the caller's. */
  @FunctionalInterface
  private interface Reply {
    void write(HttpExchange exchange) throws IOException, InterruptedException;
  }
}
