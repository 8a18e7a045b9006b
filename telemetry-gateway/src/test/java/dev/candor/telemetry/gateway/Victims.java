package dev.candor.telemetry.gateway;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.MessageOrBuilder;
import com.google.protobuf.util.JsonFormat;
import dev.candor.telemetry.registry.SignalRule;
import dev.candor.telemetry.registry.SignalRule.Instrument;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.metrics.v1.AggregationTemporality;
import io.opentelemetry.proto.metrics.v1.Gauge;
import io.opentelemetry.proto.metrics.v1.Histogram;
import io.opentelemetry.proto.metrics.v1.HistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import io.opentelemetry.proto.metrics.v1.ResourceMetrics;
import io.opentelemetry.proto.metrics.v1.ScopeMetrics;
import io.opentelemetry.proto.metrics.v1.Sum;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.Span;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/** Requests that are whole, with registered names and foreign ones, and a word in many places. */
final class Victims {
  private static final long START = 1_795_000_000_123_456_789L;
  private static final AggregationTemporality DELTA =
      AggregationTemporality.AGGREGATION_TEMPORALITY_DELTA;

  private Victims() {}

  static ExportTraceServiceRequest spans(String word) {
    Span span =
        TestRequests.span(-1).toBuilder()
            .clearAttributes()
            .setTraceState(word)
            .addAttributes(TestRequests.text(word, word))
            .addAttributes(TestRequests.text("imaging.run.note", "the stage moved"))
            .build();
    return TestRequests.request(
        word, List.of(span, TestRequests.span(-2, word), TestRequests.span(-3)));
  }

  static ExportMetricsServiceRequest counts(String word) {
    NumberDataPoint number =
        NumberDataPoint.newBuilder()
            .setStartTimeUnixNano(START)
            .setTimeUnixNano(START + 60_000_000_000L)
            .setAsInt(3)
            .build();
    HistogramDataPoint spread =
        HistogramDataPoint.newBuilder()
            .setStartTimeUnixNano(START)
            .setTimeUnixNano(START + 60_000_000_000L)
            .setCount(3)
            .setSum(4.5)
            .addAllExplicitBounds(List.of(1.0, 10.0))
            .addAllBucketCounts(List.of(1L, 2L, 0L))
            .build();
    Sum sum = sum(number).build();
    return request(
        word,
        Metric.newBuilder().setName(name(Instrument.COUNTER)).setSum(sum),
        Metric.newBuilder()
            .setName(name(Instrument.COUNTER))
            .setSum(sum(number.toBuilder().addAttributes(TestRequests.text(word, word)).build())),
        Metric.newBuilder()
            .setName(name(Instrument.HISTOGRAM))
            .setHistogram(
                Histogram.newBuilder().setAggregationTemporality(DELTA).addDataPoints(spread)),
        Metric.newBuilder().setName(word).setUnit(word).setDescription(word).setSum(sum),
        Metric.newBuilder().setName(word).setGauge(Gauge.newBuilder().addDataPoints(number)));
  }

  /** As OTLP's JSON has it: ids in hexadecimal. */
  static byte[] json(MessageOrBuilder request) {
    try {
      String json = JsonFormat.printer().print(request);
      if (request instanceof ExportTraceServiceRequest traces) {
        for (Span span : traces.getResourceSpans(0).getScopeSpans(0).getSpansList()) {
          json = withHex(withHex(json, span.getTraceId()), span.getSpanId());
        }
      }
      return json.getBytes(StandardCharsets.UTF_8);
    } catch (InvalidProtocolBufferException e) {
      throw new AssertionError(e);
    }
  }

  private static String withHex(String json, ByteString id) {
    byte[] bytes = id.toByteArray();
    return json.replace(
        '"' + Base64.getEncoder().encodeToString(bytes) + '"',
        '"' + HexFormat.of().formatHex(bytes) + '"');
  }

  private static Sum.Builder sum(NumberDataPoint point) {
    return Sum.newBuilder()
        .setIsMonotonic(true)
        .setAggregationTemporality(DELTA)
        .addDataPoints(point);
  }

  private static ExportMetricsServiceRequest request(String word, Metric.Builder... metrics) {
    ScopeMetrics.Builder scope = ScopeMetrics.newBuilder();
    for (Metric.Builder metric : metrics) {
      scope.addMetrics(metric);
    }
    Resource.Builder resource =
        Resource.newBuilder()
            .addAttributes(TestRequests.text("service.name", "lab"))
            .addAttributes(TestRequests.text(word, word));
    return ExportMetricsServiceRequest.newBuilder()
        .addResourceMetrics(
            ResourceMetrics.newBuilder().setResource(resource).addScopeMetrics(scope))
        .build();
  }

  /** One that is registered and needs no attribute. */
  private static String name(Instrument instrument) {
    return TestGateway.registry().metrics().stream()
        .filter(rule -> rule.required().isEmpty() && rule.shape().instrument() == instrument)
        .map(SignalRule::name)
        .findFirst()
        .orElseThrow();
  }
}
