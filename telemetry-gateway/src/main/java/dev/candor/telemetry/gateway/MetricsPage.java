package dev.candor.telemetry.gateway;

import dev.candor.telemetry.TelemetryStatus.DestinationLedger;
import dev.candor.telemetry.gateway.GatewayCounts.Name;
import io.prometheus.metrics.config.EscapingScheme;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;

/** The counters and ledgers as Prometheus reads them. Labels are words of our own. */
final class MetricsPage {
  static final String TYPE = PrometheusTextFormatWriter.CONTENT_TYPE;

  private static final String PREFIX = "candor_gateway_";

  private final GatewayCounts counts;
  private final Budget budget;
  private final GatewayState state;
  private final Supplier<Map<GatewayPath, Intake>> intakes;

  MetricsPage(
      GatewayCounts counts,
      Budget budget,
      GatewayState state,
      Supplier<Map<GatewayPath, Intake>> intakes) {
    this.counts = counts;
    this.budget = budget;
    this.state = state;
    this.intakes = intakes;
  }

  byte[] write() {
    ByteArrayOutputStream page = new ByteArrayOutputStream();
    try {
      PrometheusTextFormatWriter.create()
          .write(page, snapshots(), EscapingScheme.UNDERSCORE_ESCAPING);
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
    return page.toByteArray();
  }

  private MetricSnapshots snapshots() {
    MetricSnapshots.Builder all = MetricSnapshots.builder();
    counters(all);
    CounterSnapshot.Builder faults =
        CounterSnapshot.builder()
            .name(PREFIX + "store_faults")
            .help("Faults of a path's store, by kind");
    CounterSnapshot.Builder settled =
        CounterSnapshot.builder()
            .name(PREFIX + "ledger_items")
            .help("Items by path and by what became of them at the vendor");
    GaugeSnapshot.Builder queued =
        GaugeSnapshot.builder()
            .name(PREFIX + "queued_items")
            .help("Items that wait for the vendor");
    intakes
        .get()
        .forEach(
            (path, intake) -> {
              intake
                  .faults()
                  .forEach((kind, n) -> faults.dataPoint(count(n, path(path), "kind", kind)));
              intake.ledger().destinations().forEach(one -> ledger(one, path, settled, queued));
            });
    all.metricSnapshot(faults.build());
    all.metricSnapshot(settled.build());
    all.metricSnapshot(queued.build());
    all.metricSnapshot(gauge("buffered_bytes", "Bytes of bodies in memory", budget.held()));
    boolean ready = state.now() == GatewayState.Phase.READY;
    all.metricSnapshot(gauge("ready", "1 if requests are taken", ready ? 1 : 0));
    return all.build();
  }

  private void counters(MetricSnapshots.Builder all) {
    Map<Name, CounterSnapshot.Builder> byName = new EnumMap<>(Name.class);
    for (Name name : Name.values()) {
      byName.put(name, CounterSnapshot.builder().name(PREFIX + name.metric()).help(name.help()));
    }
    for (Map.Entry<GatewayCounts.Key, Long> count : counts.all().entrySet()) {
      GatewayCounts.Key key = count.getKey();
      CounterSnapshot.Builder metric = byName.get(key.name());
      if (metric != null) {
        metric.dataPoint(count(count.getValue(), key.path(), key.name().label(), key.label()));
      }
    }
    byName.values().forEach(metric -> all.metricSnapshot(metric.build()));
  }

  private static void ledger(
      DestinationLedger ledger,
      GatewayPath path,
      CounterSnapshot.Builder settled,
      GaugeSnapshot.Builder queued) {
    String name = path(path);
    settled.dataPoint(count(ledger.offered(), name, "term", "offered"));
    settled.dataPoint(count(ledger.delivered(), name, "term", "delivered"));
    settled.dataPoint(count(ledger.uncertain(), name, "term", "uncertain"));
    settled.dataPoint(count(ledger.expired(), name, "term", "expired"));
    settled.dataPoint(count(ledger.purged(), name, "term", "purged"));
    ledger
        .dropped()
        .forEach((reason, n) -> settled.dataPoint(count(n, name, "term", "dropped_" + reason)));
    queued.dataPoint(
        GaugeDataPointSnapshot.builder()
            .value((double) ledger.queued())
            .labels(Labels.of("path", name))
            .build());
  }

  private static CounterDataPointSnapshot count(long n, String path, String key, String label) {
    Labels labels = path.isEmpty() ? Labels.EMPTY : Labels.of("path", path);
    return CounterDataPointSnapshot.builder()
        .value((double) n)
        .labels(label.isEmpty() ? labels : labels.add(key, label))
        .build();
  }

  private static GaugeSnapshot gauge(String name, String help, double value) {
    return GaugeSnapshot.builder()
        .name(PREFIX + name)
        .help(help)
        .dataPoint(GaugeDataPointSnapshot.builder().value(value).build())
        .build();
  }

  private static String path(GatewayPath path) {
    return path.wireName();
  }
}
