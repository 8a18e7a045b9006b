package dev.candor.telemetry.exporter;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.sdk.common.InstrumentationScopeInfo;
import io.opentelemetry.sdk.metrics.data.AggregationTemporality;
import io.opentelemetry.sdk.metrics.data.Data;
import io.opentelemetry.sdk.metrics.data.DoublePointData;
import io.opentelemetry.sdk.metrics.data.HistogramData;
import io.opentelemetry.sdk.metrics.data.HistogramPointData;
import io.opentelemetry.sdk.metrics.data.LongPointData;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.data.MetricDataType;
import io.opentelemetry.sdk.metrics.data.SumData;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The one place where an item becomes OpenTelemetry data. Pure: equal items give equal data.
 *
 * <p>Only the item and the resource given go in: no context, exemplar, event, link or parent, so
 * nothing of the host application can come along.
 */
public final class OtelData {
  /** The instrumentation scope of everything. */
  public static final InstrumentationScopeInfo SCOPE = InstrumentationScopeInfo.create("candor");

  /** The resource attribute that lets a receiver recognise a report of counts. */
  public static final String REPORT_ID = "candor.report.id";

  /** The resource attribute with the pseudonymous id of the installation; spans only. */
  public static final String INSTALLATION_ID = "app.installation.id";

  private OtelData() {}

  /**
   * Returns the resource of spans. Make one for each distinct map and share it: exporters group by
   * the object, so that two equal ones give other bytes than one.
   */
  public static Resource resource(Map<String, String> resource, SealContext context) {
    String installation = context.installationOf(resource);
    return installation == null
        ? resource(resource, INSTALLATION_ID, "")
        : resource(resource, INSTALLATION_ID, installation);
  }

  /**
   * Returns the span of an event.
   *
   * @throws IllegalArgumentException if the id is not hexadecimal or a value has no form in
   *     OpenTelemetry
   */
  public static SpanData span(EventItem item, Resource resource) {
    return new ItemSpan(item, attributes(item.attributes()), resource);
  }

  /**
   * Returns the spans of the events among some items, in order; equal resources are one object. An
   * event that has no form in OpenTelemetry is left out.
   */
  public static List<SpanData> spans(List<? extends Item> items, SealContext context) {
    return spans(items, context, EventNames.none());
  }

  /** As {@link #spans(List, SealContext)}, under the names of a vendor. */
  public static List<SpanData> spans(
      List<? extends Item> items, SealContext context, EventNames names) {
    Map<Map<String, String>, Resource> resources = new HashMap<>();
    List<SpanData> spans = new ArrayList<>(items.size());
    for (Item item : items) {
      if (item instanceof EventItem event) {
        Resource resource =
            resources.computeIfAbsent(event.resource(), map -> resource(map, context));
        SpanData span = spanIfAny(event, resource);
        if (span != null) {
          spans.add(names.named(span));
        }
      }
    }
    return Collections.unmodifiableList(spans);
  }

  private static @Nullable SpanData spanIfAny(EventItem event, Resource resource) {
    try {
      return span(event, resource);
    } catch (IllegalArgumentException noForm) {
      return null; // it is in no body, so the courier books it
    }
  }

  /** The id of the item that became this span. */
  public static String itemId(SpanData span) {
    return span.getTraceId() + span.getSpanId();
  }

  /**
   * Returns the metrics of one day's totals: delta sums and histograms from midnight to midnight
   * UTC.
   *
   * @throws IllegalArgumentException if a histogram's buckets do not fit its bounds
   */
  public static List<MetricData> metrics(CountItem item) {
    Resource resource = resource(item.resource(), REPORT_ID, item.id());
    Map<MetricKey, List<CountItem.Point>> byMetric = new LinkedHashMap<>();
    for (CountItem.Point point : item.points()) {
      byMetric.computeIfAbsent(MetricKey.of(point), key -> new ArrayList<>()).add(point);
    }
    long start = nanos(item.day());
    long end = nanos(item.day().plusDays(1));
    List<MetricData> metrics = new ArrayList<>(byMetric.size());
    byMetric.forEach(
        (key, points) ->
            metrics.add(
                new CountMetric(
                    resource, key.name(), key.unit(), key.type(), key.data(points, start, end))));
    return metrics;
  }

  private static Resource resource(Map<String, String> resource, String idKey, String id) {
    AttributesBuilder attributes = Attributes.builder();
    resource.forEach(
        (key, value) -> {
          // Ids have their own way in; nobody can smuggle one through the resource.
          if (!key.equals(INSTALLATION_ID) && !key.equals(REPORT_ID)) {
            attributes.put(key, value);
          }
        });
    if (!id.isEmpty()) {
      attributes.put(idKey, id);
    }
    return Resource.create(attributes.build());
  }

  private static Attributes attributes(Map<String, Object> values) {
    AttributesBuilder attributes = Attributes.builder();
    values.forEach((key, value) -> put(attributes, key, value));
    return attributes.build();
  }

  static void put(AttributesBuilder attributes, String key, Object value) {
    if (value instanceof String text) {
      attributes.put(AttributeKey.stringKey(key), text);
    } else if (value instanceof Boolean flag) {
      attributes.put(AttributeKey.booleanKey(key), flag);
    } else if (value instanceof Long number) {
      attributes.put(AttributeKey.longKey(key), number);
    } else if (value instanceof Double number) {
      attributes.put(AttributeKey.doubleKey(key), number);
    } else {
      throw new IllegalArgumentException("a value must be String, Boolean, Long or Double");
    }
  }

  private static long nanos(LocalDate day) {
    return Math.multiplyExact(day.atStartOfDay(ZoneOffset.UTC).toEpochSecond(), 1_000_000_000L);
  }

  /** Points that make up one metric. */
  private record MetricKey(String name, String unit, MetricDataType type) {
    static MetricKey of(CountItem.Point point) {
      MetricDataType type =
          !point.bounds().isEmpty()
              ? MetricDataType.HISTOGRAM
              : point.whole() ? MetricDataType.LONG_SUM : MetricDataType.DOUBLE_SUM;
      return new MetricKey(point.metric(), point.unit(), type);
    }

    Data<?> data(List<CountItem.Point> points, long start, long end) {
      return switch (type) {
        case HISTOGRAM ->
            HistogramData.create(
                AggregationTemporality.DELTA,
                points.stream().map(point -> histogram(point, start, end)).toList());
        case LONG_SUM ->
            SumData.createLongSumData(
                true,
                AggregationTemporality.DELTA,
                points.stream().map(point -> whole(point, start, end)).toList());
        default ->
            SumData.createDoubleSumData(
                true,
                AggregationTemporality.DELTA,
                points.stream().map(point -> decimal(point, start, end)).toList());
      };
    }

    private static LongPointData whole(CountItem.Point point, long start, long end) {
      return LongPointData.create(
          start, end, attributes(point.attributes()), Math.round(point.sum()));
    }

    private static DoublePointData decimal(CountItem.Point point, long start, long end) {
      return DoublePointData.create(
          start, end, attributes(point.attributes()), point.sum(), List.of());
    }

    private static HistogramPointData histogram(CountItem.Point point, long start, long end) {
      return HistogramPointData.create(
          start,
          end,
          attributes(point.attributes()),
          point.sum(),
          /* hasMin= */ false,
          0,
          /* hasMax= */ false,
          0,
          point.bounds(),
          point.buckets());
    }
  }
}
