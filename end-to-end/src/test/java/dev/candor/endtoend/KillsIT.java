package dev.candor.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.exporter.EventItem;
import dev.candor.telemetry.exporter.Item;
import dev.candor.telemetry.gateway.ItemIds;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
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
        Lab lab = lab(collector);
        Load load = Load.on(lab)) {
      for (int kill = 1; kill <= KILLS; kill++) {
        load.round();
        collector.kill();
        collector.restart();
      }
      load.close();
      lab.sendAll(PATIENCE);

      HandedOver handedOver = lab.handedOver();
      awaitQuiet(handedOver, gateway);
      handedOver.assertArrived(vendors.otlp().itemIds().keySet());
      assertThat(handedOver.countedAtMost()).isEqualTo(load.errors());
      assertThat(vendors.otlpErrorCount())
          .isBetween(handedOver.countedForCertain(), (long) load.errors());
      assertBehindTheCollectorEachOnce(handedOver, gateway);
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

      HandedOver handedOver = lab.handedOver();
      awaitQuiet(handedOver, gateway);
      assertThat(handedOver.uncertain()).isEmpty();
      assertThat(vendors.otlp().itemIds())
          .containsOnlyKeys(handedOver.delivered())
          .allSatisfy((id, times) -> assertThat(times).isEqualTo(1));
      assertThat(vendors.otlp().spans("app.error")).hasSize(load.errors());
      assertThat(vendors.sentry().events()).hasSize(load.errors());
      assertThat(vendors.otlpErrorCount()).isEqualTo(load.errors());
      assertBehindTheCollectorEachOnce(handedOver, gateway);
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
  private void awaitQuiet(HandedOver handedOver, GatewayProcess gateway) {
    HandedOver events = handedOver.eventsBehind(gateway.ids());
    await(() -> vendors.otlp().itemIds().keySet().containsAll(handedOver.delivered()));
    await(() -> Set.copyOf(vendors.amplitudeIds()).containsAll(events.delivered()));
    await(
        () ->
            Set.copyOf(vendors.sentryIds())
                .containsAll(HandedOver.traces(certainErrors(events, gateway.ids()))));
    await(() -> gateway.term("ga4", "offered") >= events.delivered().size());
    await(() -> ids(gateway.storedSoFar("store")).containsAll(events.delivered()));
    await(
        () ->
            Counts.total(gateway.storedSoFar("store"), "app.error.count")
                >= handedOver.countedForCertain());
    await(() -> VENDORS.stream().mapToLong(gateway::queued).sum() == 0);
  }

  private static Set<String> ids(List<Item> stored) {
    return stored.stream().map(Item::id).collect(Collectors.toSet());
  }

  private static void await(Callable<Boolean> end) {
    Awaitility.await().pollInterval(POLL).atMost(PATIENCE).until(end);
  }

  /**
   * Each way has what was answered for. What was under way when the Collector died is uncertain:
   * OTLP has no key to ask by, and one way may have it though another has not.
   */
  private void assertBehindTheCollectorEachOnce(HandedOver handedOver, GatewayProcess gateway) {
    assertThat(handedOver.delivered()).isNotEmpty();
    HandedOver events = handedOver.eventsBehind(gateway.ids());
    events.assertArrived(vendors.amplitudeIds());
    assertThat(vendors.sentryIds())
        .containsAll(HandedOver.traces(certainErrors(events, gateway.ids())))
        .isSubsetOf(HandedOver.traces(events.all()));
    assertGoogleHasEach(events, gateway);
    for (String vendor : List.of("amplitude", "sentry")) {
      assertThat(gateway.term(vendor, "delivered")).isEqualTo(gateway.term(vendor, "offered"));
    }
    assertStoreHasEachOnce(handedOver, events, gateway.stored("store"));
  }

  /** Google has no key: the gateway's books say what is uncertain. */
  private void assertGoogleHasEach(HandedOver events, GatewayProcess gateway) {
    long offered = gateway.term("ga4", "offered");
    long delivered = gateway.term("ga4", "delivered");
    long uncertain = gateway.term("ga4", "uncertain");
    assertThat(offered)
        .isBetween((long) events.delivered().size(), (long) events.all().size())
        .isEqualTo(delivered + uncertain);
    assertThat((long) vendors.google().events().size()).isBetween(delivered, delivered + uncertain);
    assertThat(vendors.google().backend().bodySha256()).doesNotHaveDuplicates();
    assertThat(vendors.google().faults()).isEmpty();
  }

  private static void assertStoreHasEachOnce(
      HandedOver handedOver, HandedOver events, List<Item> stored) {
    assertThat(stored).extracting(Item::id).doesNotHaveDuplicates();
    events.assertArrived(
        stored.stream().filter(EventItem.class::isInstance).map(Item::id).toList());
    assertThat(Counts.total(stored, "app.error.count"))
        .isBetween(handedOver.countedForCertain(), handedOver.countedAtMost());
  }

  /** The errors among what was answered for; the backend for OTLP tells which they are. */
  private List<String> certainErrors(HandedOver events, ItemIds ids) {
    return vendors.otlp().spans("app.error").stream()
        .map(span -> ids.event(span.itemId()))
        .filter(events.delivered()::contains)
        .toList();
  }
}
