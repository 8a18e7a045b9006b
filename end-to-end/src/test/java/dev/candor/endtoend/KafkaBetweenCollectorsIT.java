package dev.candor.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.ConsentPreset;
import dev.candor.telemetry.FlushResult;
import dev.candor.telemetry.TelemetryOptions;
import dev.candor.telemetry.TelemetryRuntime;
import dev.candor.telemetry.collector.CollectorFiles;
import dev.candor.telemetry.collector.CollectorFinder;
import dev.candor.telemetry.collector.CollectorProcess;
import dev.candor.telemetry.gateway.ConfigFile;
import dev.candor.telemetry.gateway.Gateway;
import dev.candor.telemetry.gateway.GatewayLog;
import dev.candor.telemetry.testkit.FakeAmplitude;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
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
class KafkaBetweenCollectorsIT {
  private static final Duration PATIENCE = Duration.ofSeconds(150);
  private static final Duration ROUND = Duration.ofSeconds(30);
  private static final String TOKEN = "not-a-real-token-of-a-gateway";
  private static final int KILLS = 5;
  private static final int ERRORS = 20;

  @RegisterExtension final FakeAmplitude amplitude = new FakeAmplitude();
  @TempDir private Path folder;

  @Test
  void brokerIsKilledAgainAndAgain_eachArrivesOnce() throws IOException {
    try (KafkaBroker broker =
            KafkaBroker.start(folder.resolve("kafka"), "candor.traces", "candor.metrics");
        Gateway gateway = gateway();
        CollectorProcess host = onHost(broker);
        CollectorProcess behind = behindKafka(broker, gateway);
        TelemetryRuntime runtime = start(host)) {
      for (int kill = 1; kill <= KILLS; kill++) {
        fail(runtime);
        assertThat(runtime.flush(ROUND)).isEqualTo(FlushResult.DELIVERED);
        broker.killAndRestart();
      }
      fail(runtime);
      runtime.flush(ROUND);

      int all = ERRORS * (KILLS + 1);
      Awaitility.await()
          .atMost(PATIENCE)
          .untilAsserted(() -> assertThat(amplitude.events("app.error")).hasSize(all));
      assertThat(amplitude.duplicates()).isZero();
      assertThat(behind.isAlive()).isTrue();
    }
  }

  private Gateway gateway() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("gateway.yaml"),
            """
            listen: 127.0.0.1:0
            data: gateway
            services: [lab]
            paths: {amplitude: {}}
            """);
    Map<String, String> environment =
        Map.of(
            ConfigFile.TOKEN,
            TOKEN,
            "AMPLITUDE_API_KEY",
            FakeAmplitude.KEY,
            "AMPLITUDE_ENDPOINT",
            amplitude.uri().toString());
    Clock clock = Clock.systemUTC();
    return Gateway.start(
        ConfigFile.read(file, environment, clock),
        new GatewayLog(new PrintWriter(new StringWriter()), clock),
        clock);
  }

  private CollectorProcess onHost(KafkaBroker broker) {
    return collector("host", broker, CollectorFiles.DEST_KAFKA).start();
  }

  private CollectorProcess behindKafka(KafkaBroker broker, Gateway gateway) {
    return collector("behind", broker, CollectorFiles.FROM_KAFKA)
        .config(CollectorFiles.DEST_AMPLITUDE.unpack(folder))
        .environment("CANDOR_GATEWAY_ENDPOINT", "http://127.0.0.1:" + gateway.port())
        .environment("CANDOR_GATEWAY_TOKEN", TOKEN)
        .start();
  }

  private CollectorProcess.Builder collector(
      String name, KafkaBroker broker, CollectorFiles overlay) {
    Path root = Path.of(System.getProperty("candor.root"));
    Path program = CollectorFinder.inProject(root, System.getenv()).find(line -> {});
    return CollectorProcess.builder(program, folder.resolve(name))
        .config(CollectorFiles.BASE.unpack(folder))
        .config(overlay.unpack(folder))
        .environment("CANDOR_SERVICES", "lab")
        .environment("CANDOR_QUEUE_DIR", folder.resolve(name + "-queue").toString())
        .environment("CANDOR_KAFKA_BROKER", broker.address())
        .environment("CANDOR_KAFKA_PLAINTEXT", "true");
  }

  private TelemetryRuntime start(CollectorProcess collector) {
    TelemetryRuntime runtime =
        TelemetryRuntime.start(
            TelemetryOptions.builder("lab", "1.4.2")
                .folder(folder.resolve("application"))
                .environment(
                    Map.of(
                        "OTEL_EXPORTER_OTLP_ENDPOINT",
                        collector.endpoint().toString(),
                        "OTEL_EXPORTER_OTLP_HEADERS",
                        "authorization=Bearer%20" + collector.token()))
                .build());
    runtime.consent().set(ConsentPreset.EVERYTHING);
    return runtime;
  }

  private static void fail(TelemetryRuntime runtime) {
    for (int i = 0; i < ERRORS; i++) {
      runtime.telemetry().error(new IllegalStateException());
    }
  }
}
