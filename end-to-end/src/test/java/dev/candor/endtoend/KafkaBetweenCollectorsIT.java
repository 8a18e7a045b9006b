package dev.candor.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.FlushResult;
import dev.candor.telemetry.collector.CollectorFiles;
import dev.candor.telemetry.collector.CollectorProcess;
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

/** A Collector on each host, Kafka, and a Collector in front of the gateway. */
@Timeout(420)
@Tag("P7")
@Tag("once")
class KafkaBetweenCollectorsIT {
  private static final Duration PATIENCE = Duration.ofSeconds(150);
  private static final Duration ROUND = Duration.ofSeconds(30);
  private static final int KILLS = 5;
  private static final int ERRORS = 20;

  @RegisterExtension final FakeAmplitude amplitude = new FakeAmplitude();
  @TempDir private Path folder;

  @Test
  void brokerIsKilledAgainAndAgain_eachArrivesOnce() {
    try (KafkaBroker broker =
            KafkaBroker.start(folder.resolve("kafka"), "candor.traces", "candor.metrics");
        GatewayProcess gateway = gateway();
        RestartableCollector host = onHost(broker);
        RestartableCollector behind = behindKafka(broker, gateway);
        Lab lab = Lab.start(folder.resolve("application"), host)) {
      for (int kill = 1; kill <= KILLS; kill++) {
        lab.fail(ERRORS);
        assertThat(lab.flush(ROUND)).isEqualTo(FlushResult.DELIVERED);
        broker.killAndRestart();
      }
      lab.fail(ERRORS);
      lab.flush(ROUND);

      int all = ERRORS * (KILLS + 1);
      Awaitility.await()
          .atMost(PATIENCE)
          .untilAsserted(() -> assertThat(amplitude.events("app.error")).hasSize(all));
      assertThat(amplitude.duplicates()).isZero();
      assertThat(behind.isAlive()).isTrue();
    }
  }

  private GatewayProcess gateway() {
    return GatewayProcess.start(
        folder,
        folder.resolve("gateway"),
        "services: [lab]\npaths: {amplitude: {}}\n",
        Map.of(
            "AMPLITUDE_API_KEY",
            FakeAmplitude.KEY,
            "AMPLITUDE_ENDPOINT",
            amplitude.uri().toString()));
  }

  private RestartableCollector onHost(KafkaBroker broker) {
    Path host = folder.resolve("host");
    return RestartableCollector.start(
        host, builder -> withKafka(builder, host, broker, CollectorFiles.DEST_KAFKA));
  }

  private RestartableCollector behindKafka(KafkaBroker broker, GatewayProcess gateway) {
    Path behind = folder.resolve("behind");
    return RestartableCollector.start(
        behind,
        builder ->
            withKafka(builder, behind, broker, CollectorFiles.FROM_KAFKA)
                .config(CollectorFiles.DEST_AMPLITUDE.unpack(behind))
                .environment("CANDOR_GATEWAY_ENDPOINT", gateway.uri().toString())
                .environment("CANDOR_GATEWAY_TOKEN", GatewayProcess.TOKEN)
                // As for a gateway on another machine.
                .environment("CANDOR_GATEWAY_COMPRESSION", "gzip"));
  }

  private static CollectorProcess.Builder withKafka(
      CollectorProcess.Builder builder, Path own, KafkaBroker broker, CollectorFiles overlay) {
    return builder
        .config(CollectorFiles.BASE.unpack(own))
        .config(overlay.unpack(own))
        .environment("CANDOR_SERVICES", "lab")
        .environment("CANDOR_QUEUE_DIR", own.resolve("queue").toString())
        .environment("CANDOR_KAFKA_BROKER", broker.address())
        .environment("CANDOR_KAFKA_PLAINTEXT", "true");
  }
}
