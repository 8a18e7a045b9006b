package dev.candor.telemetry.testkit;

import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One request as a {@link LoopbackBackend} saw it. */
public final class ReceivedRequest {
  private final String method;
  private final String path;
  private final Map<String, String> headers;
  private final byte[] wire;
  private final byte[] body;
  private final boolean taken;
  private final Instant at;

  ReceivedRequest(
      String method,
      String path,
      Map<String, String> headers,
      byte[] wire,
      byte[] body,
      boolean taken) {
    this(method, path, headers, wire, body, taken, Instant.now());
  }

  private ReceivedRequest(
      String method,
      String path,
      Map<String, String> headers,
      byte[] wire,
      byte[] body,
      boolean taken,
      Instant at) {
    this.method = method;
    this.path = path;
    this.headers = Map.copyOf(headers);
    this.wire = wire;
    this.body = body;
    this.taken = taken;
    this.at = at;
  }

  /** The same request, taken or not. */
  ReceivedRequest taken(boolean isTaken) {
    return new ReceivedRequest(method, path, headers, wire, body, isTaken, at);
  }

  /** The method, such as {@code POST}. */
  public String method() {
    return method;
  }

  /** When it had been read, by the clock of this machine. */
  public Instant at() {
    return at;
  }

  /** The path and query. */
  public String path() {
    return path;
  }

  /** The value of a header, or an empty string. */
  public String header(String name) {
    return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
  }

  /** All headers, names in lower case. */
  public Map<String, String> headers() {
    return headers;
  }

  /** The body as it came over the wire. */
  public byte[] wire() {
    return wire.clone();
  }

  /** The body after {@code Content-Encoding} is undone. */
  public byte[] body() {
    return body.clone();
  }

  /** SHA-256 of {@link #body()}, lower-case hexadecimal. */
  public String sha256() {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Whether the backend took what it holds, whatever it answered. */
  public boolean taken() {
    return taken;
  }

  /** The body as OTLP traces, protobuf or JSON; empty for other paths. */
  public ExportTraceServiceRequest traces() {
    return path.endsWith("/v1/traces")
        ? OtlpDecoder.traces(header("content-type"), body)
        : ExportTraceServiceRequest.getDefaultInstance();
  }

  /** The body as OTLP metrics, protobuf or JSON; empty for other paths. */
  public ExportMetricsServiceRequest metrics() {
    return path.endsWith("/v1/metrics")
        ? OtlpDecoder.metrics(header("content-type"), body)
        : ExportMetricsServiceRequest.getDefaultInstance();
  }

  /** The spans in it. */
  public List<ReceivedSpan> spans() {
    return ReceivedSpan.of(traces());
  }

  /** The points of metrics in it. */
  public List<ReceivedPoint> points() {
    return ReceivedPoint.of(metrics());
  }

  @Override
  public String toString() {
    return "ReceivedRequest[" + method + " " + path + ", " + body.length + " bytes]";
  }
}
