package dev.candor.telemetry.exporter.door;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.exporter.OtelData;
import dev.candor.telemetry.exporter.SealContext;
import dev.candor.telemetry.testkit.TestItems;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.metrics.InstrumentType;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.data.AggregationTemporality;
import io.opentelemetry.sdk.metrics.data.LongPointData;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.export.CollectionRegistration;
import io.opentelemetry.sdk.metrics.export.MetricReader;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DoorMeterTest {
  private final Reader reader = new Reader();
  private final SdkMeterProvider meters =
      SdkMeterProvider.builder().registerMetricReader(reader).build();
  private final RegisteredSpanExporter exporter =
      RegisteredSpanExporter.builder(new ScriptedDestination(false), TestContracts::lab)
          .meter(meters.get("candor"))
          .build();

  private Map<String, Long> fates() {
    AttributeKey<String> fate = AttributeKey.stringKey("fate");
    return reader.metrics().stream()
        .filter(metric -> metric.getName().equals("telemetry.spans.handled"))
        .flatMap(metric -> metric.getLongSumData().getPoints().stream())
        .collect(
            Collectors.toMap(
                point -> String.valueOf(point.getAttributes().get(fate)), LongPointData::getValue));
  }

  @Test
  void meter_given_tellsEveryFate() {
    exporter.export(
        List.of(
            OtelData.span(
                TestItems.event(0),
                OtelData.resource(TestItems.event(0).resource(), new SealContext(null)))));

    assertThat(fates())
        .hasSize(SpanFate.values().length)
        .containsEntry("delivered", 1L)
        .containsEntry("unregistered", 0L);
  }

  @Test
  void meter_afterShutdown_isAskedNoMore() {
    exporter.shutdown();

    assertThat(fates()).isEmpty();
  }

  private static final class Reader implements MetricReader {
    private CollectionRegistration registration = CollectionRegistration.noop();

    List<MetricData> metrics() {
      return List.copyOf(registration.collectAllMetrics());
    }

    @Override
    public void register(CollectionRegistration registration) {
      this.registration = registration;
    }

    @Override
    public AggregationTemporality getAggregationTemporality(InstrumentType type) {
      return AggregationTemporality.CUMULATIVE;
    }

    @Override
    public CompletableResultCode forceFlush() {
      return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode shutdown() {
      return CompletableResultCode.ofSuccess();
    }
  }
}
