package dev.candor.telemetry.gateway;

import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.exporter.CountItem;
import dev.candor.telemetry.exporter.CountItem.Point;
import dev.candor.telemetry.exporter.ItemJson;
import dev.candor.telemetry.registry.Admission;
import dev.candor.telemetry.registry.Contract;
import dev.candor.telemetry.registry.Registry;
import dev.candor.telemetry.registry.SignalRule;
import dev.candor.telemetry.registry.SignalRule.Instrument;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.metrics.v1.AggregationTemporality;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.ResourceMetrics;
import io.opentelemetry.proto.metrics.v1.ScopeMetrics;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes items of points of metrics, one by one. A report may come in parts, as a Collector cuts its
 * batches, so each point is an item of its own. Any thread.
 */
final class PointJudge {
  private static final long NANOS = 1_000_000_000L;

  private final Contract contract;
  private final ItemIds ids;

  PointJudge(Contract contract, ItemIds ids) {
    this.contract = contract;
    this.ids = ids;
  }

  Judged judge(ExportMetricsServiceRequest request) {
    Judged judged = new Judged();
    for (ResourceMetrics metrics : request.getResourceMetricsList()) {
      Map<String, Object> resource = GivenValues.of(metrics.getResource().getAttributesList());
      for (ScopeMetrics scope : metrics.getScopeMetricsList()) {
        scope.getMetricsList().forEach(metric -> judge(metric, resource, judged));
      }
    }
    return judged;
  }

  /** Takes none, for paths that have no use for them. */
  static Judged refuse(ExportMetricsServiceRequest request) {
    Judged judged = new Judged();
    judged.reject(
        Rejection.UNSUPPORTED,
        request.getResourceMetricsList().stream()
            .flatMap(resource -> resource.getScopeMetricsList().stream())
            .flatMap(scope -> scope.getMetricsList().stream())
            .mapToLong(PointJudge::points)
            .sum());
    return judged;
  }

  private static long points(Metric metric) {
    return switch (metric.getDataCase()) {
      case SUM -> metric.getSum().getDataPointsCount();
      case HISTOGRAM -> metric.getHistogram().getDataPointsCount();
      case GAUGE -> metric.getGauge().getDataPointsCount();
      case EXPONENTIAL_HISTOGRAM -> metric.getExponentialHistogram().getDataPointsCount();
      case SUMMARY -> metric.getSummary().getDataPointsCount();
      case DATA_NOT_SET -> 0;
    };
  }

  private void judge(Metric metric, Map<String, Object> resource, Judged judged) {
    SignalRule.Shape shape = contract.metric(metric.getName());
    Rejection whole =
        shape == null
            ? Rejection.UNREGISTERED
            : isOfShape(metric, shape.instrument()) ? null : Rejection.FORM;
    if (whole != null || shape == null) {
      for (long i = points(metric); i > 0; i--) {
        judged.reject(whole == null ? Rejection.FORM : whole);
      }
      return;
    }
    Series series = new Series(metric.getName(), shape.unit(), resource, judged);
    metric
        .getSum()
        .getDataPointsList()
        .forEach(
            point ->
                take(
                    series,
                    point.getAttributesList(),
                    new Window(point.getStartTimeUnixNano(), point.getTimeUnixNano()),
                    GivenPoints.of(point)));
    metric
        .getHistogram()
        .getDataPointsList()
        .forEach(
            point ->
                take(
                    series,
                    point.getAttributesList(),
                    new Window(point.getStartTimeUnixNano(), point.getTimeUnixNano()),
                    GivenPoints.of(point)));
  }

  private void take(
      Series series, List<KeyValue> given, Window window, GivenPoints.@Nullable Total total) {
    Admission admission =
        contract.admitPoint(series.metric(), GivenValues.of(given), series.resource());
    Judged judged = series.judged();
    judged.omit(admission.omissions());
    SortedMap<String, String> reporter = new TreeMap<>(admission.resource());
    String report = reporter.remove(Registry.REPORT_ID);
    if (!admission.isAdmitted() || admission.attributes().size() < given.size()) {
      // Without the value that tells them apart two points would be one.
      judged.reject(Rejection.INCOMPLETE);
    } else if (report == null && window.isRounded()) {
      judged.reject(Rejection.REPORT);
    } else if (total == null || window.start() <= 0) {
      judged.reject(Rejection.RANGE);
    } else {
      Point point =
          new Point(
              series.metric(),
              series.unit(),
              admission.attributes(),
              total.count(),
              total.sum(),
              total.whole(),
              total.bounds(),
              total.buckets());
      String id = ids.point(report == null ? "" : report, window.key(point, reporter));
      judged.take(new CountItem(id, Purpose.USAGE, window.day(), List.of(point), reporter));
    }
  }

  private static boolean isOfShape(Metric metric, Instrument instrument) {
    return switch (metric.getDataCase()) {
      case SUM ->
          instrument == Instrument.COUNTER
              && metric.getSum().getIsMonotonic()
              && isDelta(metric.getSum().getAggregationTemporality());
      case HISTOGRAM ->
          instrument == Instrument.HISTOGRAM
              && isDelta(metric.getHistogram().getAggregationTemporality());
      default -> false;
    };
  }

  private static boolean isDelta(AggregationTemporality temporality) {
    return temporality == AggregationTemporality.AGGREGATION_TEMPORALITY_DELTA;
  }

  /**
   * What a point covers, in nanoseconds since 1970. No two senders count from the same nanosecond
   * to the same nanosecond, so a point that comes again is known even without the id of a report;
   * unless the times are rounded, as those of whole days are.
   */
  private record Window(long start, long end) {
    boolean isRounded() {
      return start % NANOS == 0 && end % NANOS == 0;
    }

    LocalDate day() {
      return LocalDate.ofInstant(Instant.ofEpochSecond(start / NANOS), ZoneOffset.UTC);
    }

    String key(Point point, SortedMap<String, String> reporter) {
      return String.join(
          "\0",
          point.metric(),
          Long.toString(start),
          Long.toString(end),
          ItemJson.writeMap(point.attributes()),
          ItemJson.writeMap(reporter));
    }
  }

  private record Series(String metric, String unit, Map<String, Object> resource, Judged judged) {}
}
