package dev.candor.telemetry.testkit;

import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * One span that arrived.
 *
 * @param itemId trace id and span id, the id of the item it was made of
 * @param name its name
 * @param attributes values by key: {@code String}, {@code Boolean}, {@code Long}, {@code Double}
 * @param resource attributes of its resource
 * @param span all of it
 */
public record ReceivedSpan(
    String itemId,
    String name,
    Map<String, Object> attributes,
    Map<String, Object> resource,
    Span span) {

  static List<ReceivedSpan> of(ExportTraceServiceRequest request) {
    List<ReceivedSpan> spans = new ArrayList<>();
    HexFormat hex = HexFormat.of();
    for (ResourceSpans resourceSpans : request.getResourceSpansList()) {
      Map<String, Object> resource =
          OtlpDecoder.map(resourceSpans.getResource().getAttributesList());
      for (ScopeSpans scopeSpans : resourceSpans.getScopeSpansList()) {
        for (Span span : scopeSpans.getSpansList()) {
          String id =
              hex.formatHex(span.getTraceId().toByteArray())
                  + hex.formatHex(span.getSpanId().toByteArray());
          spans.add(
              new ReceivedSpan(
                  id, span.getName(), OtlpDecoder.map(span.getAttributesList()), resource, span));
        }
      }
    }
    return spans;
  }
}
