package dev.candor.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.collector.CollectorFiles;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two vendors that share a queue of the Collector, and the gateway's store of one is full: what
 * waits for it is known by the other when it comes again.
 */
@Timeout(240)
@Tag("P6")
@Tag("P7")
@Tag("P8")
class SharedQueueIT {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final int SPANS = 400;
  private static final int ROOM = 1_000;

  /** Requests until a store is full: one that has room takes a whole one. */
  private static final int TAKEN = 3;

  private static final int ALL = (TAKEN + 1) * SPANS;
  private static final List<String> VENDORS = List.of("ga4", "amplitude");

  @RegisterExtension final Vendors vendors = new Vendors();
  @TempDir private Path folder;

  @Test
  void storeOfOneIsFull_eachVendorGetsEachOnceWhenThereIsRoom() {
    vendors.google().backend().down();
    try (GatewayProcess gateway = gateway();
        RestartableCollector collector = collector(gateway)) {
      for (int requests = 1; requests <= TAKEN; requests++) {
        send(collector);
        int spans = requests * SPANS;
        await(() -> gateway.items("stored", "amplitude") == spans);
      }
      send(collector);
      await(() -> gateway.answers("ga4", "full") > 0);
      await(() -> gateway.items("stored", "amplitude") == ALL);
      assertThat(gateway.items("stored", "ga4")).isEqualTo(TAKEN * SPANS);

      vendors.google().backend().up();

      await(() -> gateway.term("ga4", "delivered") == ALL);
      await(() -> gateway.term("amplitude", "delivered") == ALL);
      assertThat(vendors.google().events()).hasSize(ALL);
      assertThat(vendors.google().faults()).isEmpty();
      assertThat(vendors.amplitudeIds()).hasSize(ALL).doesNotHaveDuplicates();
      assertThat(gateway.answers("amplitude", "full")).isZero();
      for (String path : VENDORS) {
        assertThat(gateway.items("received", path))
            .isEqualTo(gateway.items("stored", path) + gateway.items("known", path));
      }
    }
  }

  private GatewayProcess gateway() {
    Path behind = folder.resolve("behind");
    return GatewayProcess.start(
        behind,
        behind.resolve("gateway"),
        "services: [lab]\nroom: {items: %d}\npaths: {ga4: {}, amplitude: {}}\n".formatted(ROOM),
        vendors.settings());
  }

  private RestartableCollector collector(GatewayProcess gateway) {
    Path own = folder.resolve("collector");
    return RestartableCollector.start(
        own,
        builder ->
            RestartableCollector.variables(
                builder
                    .config(CollectorFiles.BASE.unpack(own))
                    .config(CollectorFiles.DEST_GATEWAY.unpack(own)),
                own,
                gateway,
                vendors));
  }

  private static void send(RestartableCollector collector) {
    assertThat(collector.post(RawSpans.request(SPANS))).isEqualTo(200);
  }

  private static void await(Callable<Boolean> end) {
    Awaitility.await().atMost(PATIENCE).until(end);
  }
}
