package dev.candor.telemetry.exporter.door;

import dev.candor.telemetry.SourceTelemetry.Status;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A span as somebody made it: nothing in it has been looked at.
 *
 * @param traceId 32 hexadecimal digits, if it is well-formed
 * @param spanId 16 hexadecimal digits, if it is well-formed
 * @param root whether it has no parent
 * @param name its name
 * @param startNanos its start, nanoseconds since 1970
 * @param endNanos its end
 * @param status how it ended
 * @param attributes values of any class by key; the first of a repeated key
 * @param resource the attributes of its resource
 */
public record GivenSpan(
    String traceId,
    String spanId,
    boolean root,
    @Nullable String name,
    long startNanos,
    long endNanos,
    Status status,
    Map<String, ?> attributes,
    Map<String, ?> resource) {

  static GivenSpan of(SpanData span) {
    return new GivenSpan(
        span.getTraceId(),
        span.getSpanId(),
        !span.getParentSpanContext().isValid(),
        span.getName(),
        span.getStartEpochNanos(),
        span.getEndEpochNanos(),
        status(span.getStatus().getStatusCode()),
        map(span.getAttributes()),
        map(span.getResource().getAttributes()));
  }

  private static Status status(StatusCode code) {
    return switch (code) {
      case OK -> Status.OK;
      case ERROR -> Status.ERROR;
      case UNSET -> Status.UNSET;
    };
  }

  private static Map<String, Object> map(Attributes attributes) {
    Map<String, Object> map = new HashMap<>();
    // One key may stand there with two types.
    attributes.forEach((key, value) -> map.putIfAbsent(key.getKey(), value));
    return map;
  }

  /** Shows nothing of it. */
  @Override
  public String toString() {
    return "GivenSpan";
  }
}
