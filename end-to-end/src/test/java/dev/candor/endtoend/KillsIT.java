package dev.candor.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.TelemetryStatus.DestinationLedger;
import dev.candor.telemetry.exporter.CountItem;
import dev.candor.telemetry.exporter.EventItem;
import dev.candor.telemetry.exporter.Item;
import dev.candor.telemetry.testkit.ReceivedPoint;
import dev.candor.telemetry.testkit.ReceivedSpan;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills what stands on the way, again and again, while an application sends. What was answered for
 * arrives; where a key exists it arrives once; elsewhere the books say what is uncertain.
 */
@Timeout(420)
@Tag("P6")
@Tag("P7")
@Tag("P8")
@Tag("once")
class KillsIT {
  private static final Duration PATIENCE = Duration.ofSeconds(150);
  // Each look reads all that has arrived.
  private static final Duration POLL = Duration.ofSeconds(1);
  private static final int KILLS = 20;
  private static final List<String> VENDORS = List.of("ga4", "amplitude", "sentry");

  @RegisterExtension final Vendors vendors = new Vendors();
  @TempDir private Path folder;

  @Test
  void collectorIsKilledTwentyTimes_whatItAnsweredForArrivesOnce() {
    try (GatewayProcess gateway = gateway();
        RestartableCollector collector = collector(gateway);
        Lab lab = lab(collector)) {
      try (Load load = Load.on(lab)) {
        for (int kill = 1; kill <= KILLS; kill++) {
          load.round();
          collector.kill();
          collector.restart();
        }
      }
      lab.sendAll(PATIENCE);

      awaitQuiet(lab, gateway);
      assertNothingLost(lab.ledger());
      assertBehindTheCollectorEachOnce(gateway);
    }
  }

  @Test
  void gatewayIsKilledTwentyTimes_eachArrivesOnceOrIsUncertain() {
    try (GatewayProcess gateway = gateway();
        RestartableCollector collector = collector(gateway);
        Lab lab = lab(collector);
        Load load = Load.on(lab)) {
      for (int kill = 1; kill <= KILLS; kill++) {
        load.round();
        gateway.killAndRestart();
      }
      load.close();
      lab.sendAll(PATIENCE);

      awaitQuiet(lab, gateway);
      assertThat(lab.ledger().delivered()).isEqualTo(lab.ledger().offered());
      assertThat(vendors.otlp().itemIds().values()).containsOnly(1);
      assertThat(errors()).isEqualTo(load.errors());
      assertBehindTheCollectorEachOnce(gateway);
    }
  }

  private GatewayProcess gateway() {
    return GatewayProcess.start(folder.resolve("behind"), vendors.settings());
  }

  private RestartableCollector collector(GatewayProcess gateway) {
    return RestartableCollector.toAll(folder.resolve("collector"), gateway, vendors);
  }

  private Lab lab(RestartableCollector collector) {
    return Lab.start(folder.resolve("application"), collector);
  }

  /** Waits until what the application was answered for has come everywhere, and nothing waits. */
  private void awaitQuiet(Lab lab, GatewayProcess gateway) {
    long delivered = lab.ledger().delivered();
    Awaitility.await()
        .pollInterval(POLL)
        .atMost(PATIENCE)
        .until(() -> vendors.otlp().itemIds().size() >= delivered);
    Awaitility.await()
        .pollInterval(POLL)
        .atMost(PATIENCE)
        .until(
            () ->
                vendors.amplitude().events("app.error").size() >= errors()
                    && vendors.sentry().events().size() >= errors()
                    && VENDORS.stream().mapToLong(gateway::queued).sum() == 0);
    // Each destination has a queue of its own, with pauses of its own after a kill.
    Awaitility.await()
        .pollInterval(POLL)
        .atMost(PATIENCE)
        .until(() -> gateway.storedSoFar("store").size() >= spans() + points().size());
  }

  /** What was under way when the Collector died is uncertain: OTLP has no key to ask by. */
  private void assertNothingLost(DestinationLedger application) {
    assertThat(application.balances()).isTrue();
    assertThat(application.dropped()).isEmpty();
    assertThat(application.delivered() + application.uncertain()).isEqualTo(application.offered());
    assertThat((long) vendors.otlp().itemIds().size())
        .isBetween(application.delivered(), application.offered());
  }

  private void assertBehindTheCollectorEachOnce(GatewayProcess gateway) {
    assertThat(vendors.amplitude().events("app.error")).hasSize(errors());
    assertThat(vendors.sentry().events()).hasSize(errors());
    long offered = gateway.term("ga4", "offered");
    long delivered = gateway.term("ga4", "delivered");
    long uncertain = gateway.term("ga4", "uncertain");
    assertThat(delivered + uncertain).isEqualTo(offered);
    assertThat((long) vendors.google().events().size()).isBetween(delivered, delivered + uncertain);
    assertThat(vendors.google().backend().bodySha256()).doesNotHaveDuplicates();
    assertThat(vendors.google().faults()).isEmpty();
    for (String vendor : List.of("amplitude", "sentry")) {
      assertThat(gateway.term(vendor, "delivered")).isEqualTo(gateway.term(vendor, "offered"));
    }
    assertStoreHasEachOnce(gateway.stored("store"));
  }

  /** The backend for OTLP has no key, and tells what the Collector has sent again. */
  private void assertStoreHasEachOnce(List<Item> stored) {
    List<ReceivedPoint> points = points();
    assertThat(stored).filteredOn(EventItem.class::isInstance).hasSize(spans());
    assertThat(stored).filteredOn(CountItem.class::isInstance).hasSameSizeAs(points);
    assertThat(Counts.total(stored, "app.error.count"))
        .isPositive()
        .isEqualTo(
            points.stream()
                .filter(point -> point.metric().equals("app.error.count"))
                .mapToLong(ReceivedPoint::count)
                .sum());
  }

  /** How many events have come through the Collector. */
  private int spans() {
    return (int) vendors.otlp().spans().stream().map(ReceivedSpan::itemId).distinct().count();
  }

  private List<ReceivedPoint> points() {
    return vendors.otlp().points().stream().distinct().toList();
  }

  /** How many errors have come through the Collector. */
  private int errors() {
    return (int)
        vendors.otlp().spans("app.error").stream().map(ReceivedSpan::itemId).distinct().count();
  }
}
