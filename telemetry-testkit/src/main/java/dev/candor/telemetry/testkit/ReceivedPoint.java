package dev.candor.telemetry.testkit;

import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.metrics.v1.HistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import io.opentelemetry.proto.metrics.v1.ResourceMetrics;
import io.opentelemetry.proto.metrics.v1.ScopeMetrics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One point of a sum or histogram that arrived.
 *
 * @param metric the metric's name
 * @param unit its unit
 * @param attributes values by key
 * @param resource attributes of its resource, {@code candor.report.id} among them
 * @param startNanos the start of what it counts
 * @param endNanos its end, exclusive
 * @param count how many values; for a sum of whole numbers its value
 * @param sum the sum
 * @param buckets counts of a histogram's buckets; empty for a sum
 */
public record ReceivedPoint(
    String metric,
    String unit,
    Map<String, Object> attributes,
    Map<String, Object> resource,
    long startNanos,
    long endNanos,
    long count,
    double sum,
    List<Long> buckets) {

  static List<ReceivedPoint> of(ExportMetricsServiceRequest request) {
    List<ReceivedPoint> points = new ArrayList<>();
    for (ResourceMetrics resourceMetrics : request.getResourceMetricsList()) {
      Map<String, Object> resource =
          OtlpDecoder.map(resourceMetrics.getResource().getAttributesList());
      for (ScopeMetrics scopeMetrics : resourceMetrics.getScopeMetricsList()) {
        for (Metric metric : scopeMetrics.getMetricsList()) {
          metric.getSum().getDataPointsList().forEach(p -> points.add(number(metric, p, resource)));
          metric
              .getHistogram()
              .getDataPointsList()
              .forEach(p -> points.add(histogram(metric, p, resource)));
        }
      }
    }
    return points;
  }

  private static ReceivedPoint number(
      Metric metric, NumberDataPoint point, Map<String, Object> resource) {
    return new ReceivedPoint(
        metric.getName(),
        metric.getUnit(),
        OtlpDecoder.map(point.getAttributesList()),
        resource,
        point.getStartTimeUnixNano(),
        point.getTimeUnixNano(),
        point.getAsInt(),
        point.hasAsInt() ? point.getAsInt() : point.getAsDouble(),
        List.of());
  }

  private static ReceivedPoint histogram(
      Metric metric, HistogramDataPoint point, Map<String, Object> resource) {
    return new ReceivedPoint(
        metric.getName(),
        metric.getUnit(),
        OtlpDecoder.map(point.getAttributesList()),
        resource,
        point.getStartTimeUnixNano(),
        point.getTimeUnixNano(),
        point.getCount(),
        point.getSum(),
        point.getBucketCountsList());
  }
}
