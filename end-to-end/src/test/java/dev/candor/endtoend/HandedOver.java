package dev.candor.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.candor.telemetry.TelemetryStatus.DestinationLedger;
import dev.candor.telemetry.gateway.ItemIds;
import dev.candor.telemetry.outbox.Outbox;
import dev.candor.telemetry.outbox.SealedBody;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.metrics.v1.ResourceMetrics;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * What an application's store says that it has handed over, item by item: events by trace id and
 * span id, counts by the id of their report.
 *
 * @param delivered what somebody answered for
 * @param uncertain what may have been taken
 * @param counted how many errors the reports count, by the id of the report
 */
record HandedOver(Set<String> delivered, Set<String> uncertain, Map<String, Long> counted) {
  private static final int TRACE_DIGITS = 32;
  private static final int EVENT_DIGITS = 48;

  /** Reads the store in a folder; an application may be running on it. */
  static HandedOver read(Path folder) {
    HandedOver read = new HandedOver(new HashSet<>(), new HashSet<>(), new HashMap<>());
    try (Outbox outbox = Outbox.open(folder, Outbox.Limits.defaults(), Clock.systemUTC())) {
      for (SealedBody body : outbox.sealed()) {
        (body.state().equals("delivered") ? read.delivered : read.uncertain).addAll(body.itemIds());
        if (body.path().endsWith("/v1/metrics")) {
          read.count(outbox.bytes(body.id()).orElseThrow());
        }
      }
    }
    return read;
  }

  /** Nothing is missing here that the ledger counts. */
  HandedOver assertIsAllOf(DestinationLedger ledger) {
    assertThat(ledger.balances()).isTrue();
    assertThat(ledger.dropped()).isEmpty();
    assertThat(ledger.delivered() + ledger.uncertain()).isEqualTo(ledger.offered());
    assertThat((long) delivered.size()).isEqualTo(ledger.delivered());
    assertThat((long) uncertain.size()).isEqualTo(ledger.uncertain());
    return this;
  }

  /** What was answered for is there, and nothing that was never handed over. */
  void assertArrived(Collection<String> there) {
    assertThat(there).containsAll(delivered).isSubsetOf(all());
  }

  /** The errors that delivered reports count. */
  long countedForCertain() {
    return delivered.stream().mapToLong(id -> counted.getOrDefault(id, 0L)).sum();
  }

  /** The errors that all reports count. */
  long countedAtMost() {
    return counted.values().stream().mapToLong(Long::longValue).sum();
  }

  /** The events alone, by the ids that a gateway gives them. */
  HandedOver eventsBehind(ItemIds ids) {
    return new HandedOver(events(delivered, ids::event), events(uncertain, ids::event), Map.of());
  }

  /** What an id begins with, by which Sentry knows an error. */
  static Set<String> traces(Collection<String> events) {
    return events.stream().map(id -> id.substring(0, TRACE_DIGITS)).collect(Collectors.toSet());
  }

  /** Both. */
  Set<String> all() {
    Set<String> all = new HashSet<>(delivered);
    all.addAll(uncertain);
    return all;
  }

  private static Set<String> events(Set<String> ids, UnaryOperator<String> rebuilt) {
    return ids.stream()
        .filter(id -> id.length() == EVENT_DIGITS)
        .map(rebuilt)
        .collect(Collectors.toSet());
  }

  private void count(byte[] body) {
    try {
      ExportMetricsServiceRequest.parseFrom(body)
          .getResourceMetricsList()
          .forEach(
              metrics ->
                  metrics.getResource().getAttributesList().stream()
                      .filter(attribute -> attribute.getKey().equals("candor.report.id"))
                      .forEach(
                          id ->
                              counted.merge(
                                  id.getValue().getStringValue(), errors(metrics), Long::sum)));
    } catch (InvalidProtocolBufferException e) {
      throw new AssertionError("the application seals protobuf", e);
    }
  }

  private static long errors(ResourceMetrics metrics) {
    return metrics.getScopeMetricsList().stream()
        .flatMap(scope -> scope.getMetricsList().stream())
        .filter(metric -> metric.getName().equals("app.error.count"))
        .flatMap(metric -> metric.getSum().getDataPointsList().stream())
        .mapToLong(point -> point.getAsInt())
        .sum();
  }
}
