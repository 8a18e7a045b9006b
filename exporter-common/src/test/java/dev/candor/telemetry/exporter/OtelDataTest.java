package dev.candor.telemetry.exporter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.SourceTelemetry.Status;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.metrics.data.AggregationTemporality;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.data.MetricDataType;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class OtelDataTest {
  private static final String ID = "0102030405060708090a0b0c0d0e0f101112131415161718";
  private static final SealContext CONTEXT = new SealContext("an-installation");

  @Test
  void span_isWhatTheItemSays() {
    EventItem item = event(Status.ERROR, Map.of("t", "x", "f", true, "n", 4L, "d", 0.5));

    SpanData span = OtelData.span(item, OtelData.resource(item.resource(), CONTEXT));

    assertThat(span.getName()).isEqualTo("lab.test");
    assertThat(span.getTraceId() + span.getSpanId()).isEqualTo(ID);
    assertThat(span.getSpanContext().isSampled()).isTrue();
    assertThat(span.getKind()).isEqualTo(SpanKind.INTERNAL);
    assertThat(span.getStartEpochNanos()).isEqualTo(10);
    assertThat(span.getEndEpochNanos()).isEqualTo(20);
    assertThat(span.hasEnded()).isTrue();
    assertThat(span.getTotalAttributeCount()).isEqualTo(4);
    assertThat(span.getAttributes().get(AttributeKey.stringKey("t"))).isEqualTo("x");
    assertThat(span.getAttributes().get(AttributeKey.booleanKey("f"))).isTrue();
    assertThat(span.getAttributes().get(AttributeKey.longKey("n"))).isEqualTo(4);
    assertThat(span.getAttributes().get(AttributeKey.doubleKey("d"))).isEqualTo(0.5);
    assertThat(span.getInstrumentationScopeInfo()).isSameAs(OtelData.SCOPE);
  }

  @Test
  @Tag("P4")
  void span_holdsNothingElse() {
    SpanData span = OtelData.span(event(Status.ERROR, Map.of()), Resource.empty());

    assertThat(span.getParentSpanContext().isValid()).isFalse();
    assertThat(span.getEvents()).isEmpty();
    assertThat(span.getLinks()).isEmpty();
    assertThat(span.getTotalRecordedEvents() + span.getTotalRecordedLinks()).isZero();
    assertThat(span.getStatus().getDescription()).isEmpty();
    assertThat(span).hasToString("ItemSpan[lab.test]");
  }

  @Test
  void span_status_isKept() {
    for (Status status : Status.values()) {
      SpanData span = OtelData.span(event(status, Map.of()), Resource.empty());

      assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.valueOf(status.name()));
    }
  }

  @Test
  @SuppressWarnings("deprecation") // abstract in SpanData, so it must answer
  void span_oldScope_isTheSame() {
    SpanData span = OtelData.span(event(Status.OK, Map.of()), Resource.empty());

    assertThat(span.getInstrumentationLibraryInfo().getName()).isEqualTo("candor");
  }

  @Test
  void span_badIdOrValue_isRefusedWithoutQuotingIt() {
    EventItem noHex =
        EventItem.of("z".repeat(48), "x", Purpose.USAGE, 1, 2, Status.OK, Map.of(), Map.of());
    EventItem oddValue = event(Status.OK, Map.of("secret", List.of("secret")));

    assertThatThrownBy(() -> OtelData.span(noHex, Resource.empty()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("zz");
    assertThatThrownBy(() -> OtelData.span(oddValue, Resource.empty()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("secret");
  }

  @Test
  @Tag("P4")
  void resource_hasTheIdOfTheContextOnly() {
    Map<String, String> smuggled = Map.of("service.name", "lab", "app.installation.id", "smuggled");

    Resource with = OtelData.resource(smuggled, CONTEXT);
    Resource without = OtelData.resource(smuggled, new SealContext(null));

    assertThat(with.getAttribute(AttributeKey.stringKey("app.installation.id")))
        .isEqualTo("an-installation");
    assertThat(without.getAttributes().size()).isEqualTo(1);
    assertThat(OtelData.resource(smuggled, CONTEXT)).isEqualTo(with);
  }

  @Test
  void spans_ofMixedItems_areTheEventsInOrderWithOneResource() {
    EventItem first = event(Status.OK, Map.of());
    EventItem formless = event(Status.OK, Map.of("a", List.of("no form")));
    EventItem last = event(Status.ERROR, Map.of());

    List<SpanData> spans = OtelData.spans(List.of(first, counts(), formless, last), CONTEXT);

    assertThat(spans)
        .extracting(span -> span.getStatus().getStatusCode())
        .containsExactly(StatusCode.OK, StatusCode.ERROR);
    assertThat(spans.get(1).getResource()).isSameAs(spans.get(0).getResource());
    assertThat(OtelData.itemId(spans.get(0))).isEqualTo(ID);
  }

  @Test
  void metrics_areDeltasOfOneUtcDay() {
    List<MetricData> metrics =
        OtelData.metrics(
            counts(
                sum("a.count", "completed", 3, true),
                sum("a.count", "failed", 1, true),
                sum("a.area", "completed", 1.5, false),
                histogram(List.of(1L, 0L, 2L))));

    assertThat(metrics)
        .extracting(MetricData::getName)
        .containsExactly("a.count", "a.area", "a.duration");
    assertThat(metrics)
        .extracting(MetricData::getType)
        .containsExactly(
            MetricDataType.LONG_SUM, MetricDataType.DOUBLE_SUM, MetricDataType.HISTOGRAM);
    MetricData count = metrics.get(0);
    assertThat(count.getUnit()).isEqualTo("{event}");
    assertThat(count.getDescription()).isEmpty();
    assertThat(count.getInstrumentationScopeInfo()).isSameAs(OtelData.SCOPE);
    assertThat(count.getLongSumData().isMonotonic()).isTrue();
    assertThat(count.getLongSumData().getAggregationTemporality())
        .isEqualTo(AggregationTemporality.DELTA);
    assertThat(count.getLongSumData().getPoints())
        .extracting(point -> point.getValue())
        .containsExactly(3L, 1L);
    assertThat(metrics.get(2).getHistogramData().getPoints().iterator().next().getCount())
        .isEqualTo(3);
    for (MetricData metric : metrics) {
      assertThat(metric.getData().getPoints())
          .allSatisfy(
              point -> {
                assertThat(point.getStartEpochNanos()).isEqualTo(86_400L * 1_000_000_000);
                assertThat(point.getEpochNanos()).isEqualTo(2 * 86_400L * 1_000_000_000);
                assertThat(point.getExemplars()).isEmpty();
              });
    }
    assertThat(count).hasToString("CountMetric[a.count]");
  }

  @Test
  @Tag("P2")
  void metrics_carryTheReportAndNoInstallation() {
    MetricData metric = OtelData.metrics(counts(sum("a.count", "completed", 1, true))).get(0);

    assertThat(metric.getResource().getAttribute(AttributeKey.stringKey("candor.report.id")))
        .isEqualTo("0f".repeat(16));
    assertThat(metric.getResource().getAttribute(AttributeKey.stringKey("app.installation.id")))
        .isNull();
  }

  @Test
  void metrics_bucketsThatDoNotFit_areRefused() {
    assertThatThrownBy(() -> OtelData.metrics(counts(histogram(List.of(1L)))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static EventItem event(Status status, Map<String, Object> attributes) {
    return EventItem.of(
        ID, "lab.test", Purpose.USAGE, 10, 20, status, attributes, Map.of("service.name", "lab"));
  }

  private static CountItem counts(CountItem.Point... points) {
    return new CountItem(
        "0f".repeat(16),
        Purpose.USAGE,
        LocalDate.of(1970, 1, 2),
        List.of(points),
        new TreeMap<>(Map.of("service.name", "lab", "app.installation.id", "smuggled")));
  }

  private static CountItem.Point sum(String metric, String outcome, double sum, boolean whole) {
    return new CountItem.Point(
        metric,
        "{event}",
        new TreeMap<>(Map.of("activity.outcome", outcome)),
        1,
        sum,
        whole,
        List.of(),
        List.of());
  }

  private static CountItem.Point histogram(List<Long> buckets) {
    return new CountItem.Point(
        "a.duration", "s", new TreeMap<>(), 3, 9, false, List.of(1.0, 10.0), buckets);
  }
}
