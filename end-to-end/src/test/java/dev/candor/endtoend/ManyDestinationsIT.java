package dev.candor.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.TelemetryStatus.DestinationLedger;
import dev.candor.telemetry.exporter.CountItem;
import dev.candor.telemetry.exporter.EventItem;
import dev.candor.telemetry.exporter.Item;
import dev.candor.telemetry.gateway.ItemIds;
import dev.candor.telemetry.testkit.Answer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Application, Collector, gateway, three vendors and a backend for OTLP at once, each in trouble of
 * its own. What one of them does is nothing to the others, and all books say the same.
 */
@Timeout(300)
@Tag("P7")
@Tag("P8")
class ManyDestinationsIT {
  private static final Duration PATIENCE = Duration.ofSeconds(150);
  private static final int ERRORS = 25;
  private static final List<String> VENDORS = List.of("ga4", "amplitude", "sentry");

  @RegisterExtension final Vendors vendors = new Vendors();
  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void oneDownOneSlowOneThrottling_othersGetEachOnceAndAllBooksAgree(VendorWays ways) {
    CountDownLatch patience = new CountDownLatch(1);
    vendors.google().backend().down();
    vendors.amplitude().backend().answerWith(Answer.retryAfter(429, "1"));
    vendors.sentry().backend().answerNext(Answer.held(patience));
    try (GatewayProcess gateway =
            GatewayProcess.start(folder.resolve("behind"), vendors.settings());
        RestartableCollector collector =
            RestartableCollector.toAll(folder.resolve("collector"), gateway, vendors, ways);
        Lab lab = Lab.start(folder.resolve("application"), collector)) {
      lab.fail(ERRORS);
      lab.sendAll(PATIENCE);

      awaitErrors(() -> vendors.otlp().spans("app.error").size());
      awaitErrors(() -> stored(gateway));
      assertThat(vendors.sentry().events().size()).isLessThanOrEqualTo(ERRORS);
      assertThat(gateway.term("amplitude", "delivered")).isZero();
      assertThat(gateway.term("ga4", "delivered")).isZero();

      patience.countDown();
      awaitErrors(() -> vendors.sentry().events().size());
      vendors.amplitude().behave();
      awaitErrors(() -> vendors.amplitude().events("app.error").size());
      assertThat(vendors.google().events()).isEmpty();
      vendors.google().backend().up();
      awaitErrors(() -> vendors.google().events("app_error").size());

      awaitEmpty(gateway);
      assertEachOnce();
      assertSameItems(lab.handedOver(), gateway.ids());
      assertBooksAgree(lab.ledger(), collector.figures(), gateway, ways);
      assertStoreAgrees(
          gateway.stored("store"),
          lab.handedOver().eventsBehind(gateway.ids()),
          vendors.otlp().points().size());
    } finally {
      patience.countDown();
    }
  }

  private static void awaitErrors(Callable<Integer> count) {
    Awaitility.await().atMost(PATIENCE).until(() -> count.call() >= ERRORS);
  }

  private static int stored(GatewayProcess gateway) {
    return (int) gateway.figures().sum("candor_gateway_items_stored_total", "path=\"store\"");
  }

  /** Sessions come after the errors, and are asked for as well. */
  private static void awaitEmpty(GatewayProcess gateway) {
    Awaitility.await()
        .atMost(PATIENCE)
        .until(() -> VENDORS.stream().mapToLong(gateway::queued).sum() == 0);
  }

  private void assertEachOnce() {
    assertThat(vendors.otlp().itemIds().values()).containsOnly(1);
    assertThat(vendors.otlp().spans("app.error")).hasSize(ERRORS);
    assertThat(vendors.google().events("app_error")).hasSize(ERRORS);
    assertThat(vendors.google().faults()).isEmpty();
    assertThat(vendors.amplitude().events("app.error")).hasSize(ERRORS);
    assertThat(vendors.amplitude().duplicates()).isZero();
    assertThat(vendors.sentry().events()).hasSize(ERRORS);
    assertThat(vendors.sentry().faults()).isEmpty();
  }

  /** All have the same items, by the ids that each of them knows. */
  private void assertSameItems(HandedOver handedOver, ItemIds ids) {
    HandedOver events = handedOver.eventsBehind(ids);
    assertThat(handedOver.uncertain()).isEmpty();
    assertThat(vendors.otlp().itemIds()).containsOnlyKeys(handedOver.delivered());
    assertThat(vendors.amplitudeIds()).containsExactlyInAnyOrderElementsOf(events.delivered());
    List<String> errors =
        vendors.otlp().spans("app.error").stream().map(span -> ids.event(span.itemId())).toList();
    assertThat(vendors.sentryIds()).containsExactlyInAnyOrderElementsOf(HandedOver.traces(errors));
  }

  private void assertBooksAgree(
      DestinationLedger application, Figures collector, GatewayProcess gateway, VendorWays ways) {
    long spans = vendors.otlp().spans().size();
    long points = vendors.otlp().points().size();
    assertThat(application.balances()).isTrue();
    assertThat(application.delivered())
        .isEqualTo(application.offered())
        .isEqualTo(vendors.otlp().itemIds().size());
    assertThat(collector.sum("otelcol_receiver_accepted_spans")).isEqualTo(spans);
    assertThat(collector.sum("otelcol_receiver_accepted_metric_points")).isEqualTo(points);
    assertThat(collector.sum("otelcol_exporter_send_failed_spans")).isZero();
    assertThat(sent(collector, "spans", "dest")).isEqualTo(spans);
    assertThat(sent(collector, "metric_points", "dest")).isEqualTo(points);
    Figures figures = gateway.figures();
    for (String vendor : VENDORS) {
      String path = "path=\"" + vendor + "\"";
      long came = sent(collector, "spans", ways.exporter(vendor));
      assertThat(figures.sum("candor_gateway_items_received_total", path)).isEqualTo(came);
      assertThat(figures.sum("candor_gateway_items_stored_total", path)).isEqualTo(came);
      assertThat(figures.sum("candor_gateway_items_known_total", path)).isZero();
      assertThat(gateway.term(vendor, "offered")).isEqualTo(came);
      assertThat(gateway.term(vendor, "uncertain")).isZero();
    }
    assertThat(
            sent(collector, "spans", "sentry_envelopes") + sent(collector, "spans", "sentry_spans"))
        .isEqualTo(spans);
    assertThat((long) vendors.google().events().size()).isEqualTo(gateway.term("ga4", "delivered"));
    // A session begins with an event more, of the user's properties.
    long told =
        vendors.amplitude().events().size() - vendors.amplitude().events("$identify").size();
    assertThat(told).isEqualTo(gateway.term("amplitude", "delivered"));
  }

  private static void assertStoreAgrees(List<Item> stored, HandedOver events, long points) {
    assertThat(stored)
        .filteredOn(EventItem.class::isInstance)
        .extracting(Item::id)
        .containsExactlyInAnyOrderElementsOf(events.delivered());
    assertThat(stored).filteredOn(CountItem.class::isInstance).hasSize((int) points);
    assertThat(Counts.total(stored, "app.error.count")).isEqualTo(ERRORS);
  }

  private static long sent(Figures collector, String signal, String exporter) {
    return collector.sum(
        "otelcol_exporter_sent_" + signal, "exporter=\"otlp_http/" + exporter + "\"");
  }
}
