package dev.candor.telemetry.gateway;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

/** OTLP requests as a Collector sends them. */
final class TestRequests {
  private static final long NANOS = 1_000_000_000L;

  private TestRequests() {}

  /** The id of the installation of this number. */
  static String installation(int number) {
    return "6f2c1c9e-58ad-4c53-9f0c-%012x".formatted(number);
  }

  /** Spans of one installation, numbered. */
  static ExportTraceServiceRequest spans(int installation, int from, int count) {
    return request(
        installation(installation),
        IntStream.range(from, from + count).mapToObj(TestRequests::span).toList());
  }

  /** Requests joined into one, as a Collector joins them. */
  static ExportTraceServiceRequest joined(List<ExportTraceServiceRequest> requests) {
    ExportTraceServiceRequest.Builder all = ExportTraceServiceRequest.newBuilder();
    requests.forEach(request -> all.addAllResourceSpans(request.getResourceSpansList()));
    return all.build();
  }

  static ExportTraceServiceRequest request(String installation, List<Span> spans) {
    return ExportTraceServiceRequest.newBuilder()
        .addResourceSpans(
            ResourceSpans.newBuilder()
                .setResource(
                    Resource.newBuilder()
                        .addAttributes(text("service.name", "lab"))
                        .addAttributes(text("service.version", "1.4.2"))
                        .addAttributes(text("app.installation.id", installation)))
                .addScopeSpans(ScopeSpans.newBuilder().addAllSpans(spans)))
        .build();
  }

  /** A registered span. */
  static Span span(int number) {
    return span(number, "imaging.run");
  }

  static Span span(int number, String name) {
    long start = Instant.now().minus(Duration.ofMinutes(10)).getEpochSecond() * NANOS;
    return Span.newBuilder()
        .setTraceId(
            ByteString.copyFrom(ByteBuffer.allocate(16).putLong(0xa0).putLong(number + 1).array()))
        .setSpanId(ByteString.copyFrom(ByteBuffer.allocate(8).putLong(number + 1).array()))
        .setName(name)
        .setStartTimeUnixNano(start)
        .setEndTimeUnixNano(start + NANOS)
        .addAttributes(number("imaging.run.channels", number))
        .build();
  }

  static KeyValue text(String key, String value) {
    return KeyValue.newBuilder()
        .setKey(key)
        .setValue(AnyValue.newBuilder().setStringValue(value))
        .build();
  }

  static KeyValue number(String key, long value) {
    return KeyValue.newBuilder()
        .setKey(key)
        .setValue(AnyValue.newBuilder().setIntValue(value))
        .build();
  }

  static byte[] gzip(byte[] body) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }
}
