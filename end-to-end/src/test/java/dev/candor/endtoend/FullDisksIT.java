package dev.candor.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.collector.CollectorFiles;
import dev.candor.telemetry.testkit.FakeAmplitude;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * The disk of the Collector's queue is full, or the gateway's: what has no room stays where it is,
 * and arrives once there is some.
 */
@Timeout(300)
@Tag("P6")
@Tag("P7")
@Tag("posix")
class FullDisksIT {
  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final Duration ROUND = Duration.ofSeconds(2);
  // Each look reads all that has arrived.
  private static final Duration POLL = Duration.ofSeconds(1);
  private static final int ERRORS = 50;
  private static final int MOST_ROUNDS = 200;

  @RegisterExtension final Vendors vendors = new Vendors();
  @TempDir private Path folder;

  @Test
  void collectorsDiskIsFull_applicationKeepsWhatHasNoRoomAndEachArrivesOnce() {
    vendors.otlp().down();
    Path own = folder.resolve("collector");
    try (SmallDisk disk = SmallDisk.at(folder.resolve("disk"), 1_024);
        RestartableCollector collector =
            RestartableCollector.start(
                disk.limiting(RestartableCollector.program(), own.resolve("limited")),
                own,
                builder ->
                    builder
                        .config(CollectorFiles.BASE.unpack(own))
                        .config(CollectorFiles.DEST_OTLP.unpack(own))
                        .environment("CANDOR_SERVICES", "lab")
                        .environment("CANDOR_QUEUE_DIR", disk.folder().resolve("q").toString())
                        .environment("CANDOR_DEST_ENDPOINT", vendors.otlp().uri().toString())
                        .environment("CANDOR_DEST_TOKEN", "not-a-real-token"));
        Lab lab = Lab.start(folder.resolve("application"), collector)) {
      int errors = failUntilRefused(lab, collector);
      assertThat(collector.isAlive()).isTrue();

      disk.grow(collector.pid());
      lab.sendAll(PATIENCE);
      vendors.otlp().up();

      Awaitility.await()
          .atMost(PATIENCE)
          .pollInterval(POLL)
          .untilAsserted(
              () ->
                  assertThat(vendors.otlp().itemIds().size())
                      .isEqualTo((int) lab.ledger().delivered()));
      assertThat(vendors.otlp().spans("app.error")).hasSize(errors);
      assertThat(vendors.otlp().itemIds().values()).containsOnly(1);
      assertThat(lab.ledger().delivered()).isEqualTo(lab.ledger().offered());
    }
  }

  @Test
  void gatewaysDiskIsFull_answersComeAgainAndEachArrivesOnce() {
    Path own = folder.resolve("collector");
    vendors.amplitude().backend().down();
    try (SmallDisk disk = SmallDisk.at(folder.resolve("disk"), 3_072);
        GatewayProcess gateway = gateway(disk);
        RestartableCollector collector =
            RestartableCollector.start(
                own,
                builder ->
                    builder
                        .config(CollectorFiles.BASE.unpack(own))
                        .config(CollectorFiles.DEST_AMPLITUDE.unpack(own))
                        .config(CollectorFiles.DEST_STORE.unpack(own))
                        .environment("CANDOR_SERVICES", "lab")
                        .environment("CANDOR_QUEUE_DIR", own.resolve("queue").toString())
                        .environment("CANDOR_GATEWAY_ENDPOINT", gateway.uri().toString())
                        .environment("CANDOR_GATEWAY_TOKEN", GatewayProcess.TOKEN));
        Lab lab = Lab.start(folder.resolve("application"), collector)) {
      int errors = failUntilFull(lab, gateway);
      assertThat(replyWhenFull(gateway).retryAfter()).isEqualTo("5");

      disk.grow(gateway.pid());
      vendors.amplitude().backend().up();
      lab.sendAll(PATIENCE);

      Awaitility.await()
          .atMost(PATIENCE)
          .pollInterval(POLL)
          .until(() -> vendors.amplitude().events("app.error").size() >= errors);
      assertThat(vendors.amplitude().events("app.error")).hasSize(errors);
      assertThat(vendors.amplitude().duplicates()).isZero();
      awaitStored(gateway, collector);
      assertThat(Counts.total(gateway.stored("store"), "app.error.count")).isEqualTo(errors);
    }
  }

  private GatewayProcess gateway(SmallDisk disk) {
    return GatewayProcess.start(
        folder.resolve("behind"),
        disk,
        "services: [lab]\npaths: {amplitude: {}, store: {}}\n",
        Map.of(
            "AMPLITUDE_API_KEY",
            FakeAmplitude.KEY,
            "AMPLITUDE_ENDPOINT",
            vendors.amplitude().uri().toString()));
  }

  /** Returns how many errors were recorded until the Collector had no room for more. */
  private static int failUntilRefused(Lab lab, RestartableCollector collector) {
    int errors = 0;
    for (int round = 0; round < MOST_ROUNDS; round++) {
      lab.fail(ERRORS);
      errors += ERRORS;
      lab.flush(ROUND);
      if (refused(collector.figures()) > 0) {
        return errors;
      }
    }
    throw new AssertionError("the disk is never full");
  }

  private static long refused(Figures figures) {
    return figures.sum("otelcol_receiver_refused_spans")
        + figures.sum("otelcol_receiver_failed_spans");
  }

  /** Returns how many errors were recorded until both stores of the gateway took no more. */
  private static int failUntilFull(Lab lab, GatewayProcess gateway) {
    int errors = 0;
    for (int round = 0; round < MOST_ROUNDS; round++) {
      lab.fail(ERRORS);
      errors += ERRORS;
      lab.flush(ROUND);
      if (gateway.answers("store", "full") > 0 && gateway.answers("amplitude", "full") > 0) {
        return errors;
      }
    }
    throw new AssertionError("the disk is never full");
  }

  /** A small request may still find room. */
  private static GatewayProcess.Reply replyWhenFull(GatewayProcess gateway) {
    return Awaitility.await()
        .atMost(PATIENCE)
        .until(
            () -> gateway.post("/amplitude/v1/traces", RawSpans.request(1_000)),
            reply -> reply.status() == 503);
  }

  private static void awaitStored(GatewayProcess gateway, RestartableCollector collector) {
    Awaitility.await()
        .atMost(PATIENCE)
        .until(() -> gateway.items("stored", "store") >= accepted(collector.figures()));
  }

  private static long accepted(Figures figures) {
    return figures.sum("otelcol_receiver_accepted_spans")
        + figures.sum("otelcol_receiver_accepted_metric_points");
  }
}
