package dev.candor.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.collector.CollectorFiles;
import dev.candor.telemetry.testkit.FakeCertificate;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A Collector on each host, and one that all of them send to over TLS, in front of the gateway. */
@Timeout(420)
@Tag("P7")
@Tag("once")
class AgentCollectorsIT {
  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final int ERRORS = 5;
  // Several MiB of stacks: many times what the Collector in the middle takes in one request.
  private static final int WAITING = 2_000;
  private static final int PARTS = 20;

  @RegisterExtension final Vendors vendors = new Vendors();
  @TempDir private Path folder;

  @BeforeEach
  void makeCertificate() throws IOException, GeneralSecurityException {
    FakeCertificate certificate = FakeCertificate.of("ip:127.0.0.1");
    pem("server.pem", "CERTIFICATE", certificate.certificate().getEncoded());
    pem("server.key", "PRIVATE KEY", certificate.key().getEncoded());
  }

  private void pem(String file, String kind, byte[] bytes) throws IOException {
    byte[] end = "\n".getBytes(StandardCharsets.US_ASCII);
    Files.writeString(
        folder.resolve(file),
        "-----BEGIN %s-----\n%s\n-----END %s-----\n"
            .formatted(kind, Base64.getMimeEncoder(64, end).encodeToString(bytes), kind));
  }

  @Test
  void twoHosts_eachEventArrivesOnce_alsoWhenTheOneInTheMiddleIsKilled() {
    try (GatewayProcess gateway =
            GatewayProcess.start(folder.resolve("behind"), vendors.settings());
        RestartableCollector middle = middle(gateway);
        RestartableCollector one = agent("one", middle);
        RestartableCollector other = agent("other", middle);
        Lab first = Lab.start(folder.resolve("first"), one);
        Lab second = Lab.start(folder.resolve("second"), other)) {
      first.fail(ERRORS);
      first.sendAll(PATIENCE);
      Awaitility.await().atMost(PATIENCE).until(() -> arrived() == ERRORS);

      middle.kill();
      for (int part = 1; part <= PARTS; part++) {
        second.failDeep(WAITING / PARTS);
        second.sendAll(PATIENCE); // what its host's Collector took waits there
      }
      assertThat(arrived()).isEqualTo(ERRORS);
      middle.restart();

      Awaitility.await()
          .atMost(PATIENCE)
          .untilAsserted(() -> assertThat(arrived()).isEqualTo(ERRORS + WAITING));
      assertThat(vendors.amplitude().duplicates()).isZero();
      assertLossless(List.of(one, other, middle));
    }
  }

  private int arrived() {
    return vendors.amplitude().events("app.error").size();
  }

  /** No Collector on the way has given anything up. */
  private static void assertLossless(List<RestartableCollector> collectors) {
    for (RestartableCollector collector : collectors) {
      Figures figures = collector.figures();
      for (String signal : List.of("spans", "metric_points")) {
        assertThat(figures.sum("otelcol_exporter_send_failed_" + signal)).isZero();
        assertThat(figures.sum("otelcol_exporter_enqueue_failed_" + signal)).isZero();
      }
    }
  }

  private RestartableCollector middle(GatewayProcess gateway) {
    return collector(
        "middle",
        List.of(CollectorFiles.LISTEN_TLS, CollectorFiles.DEST_AMPLITUDE),
        Map.of(
            "CANDOR_TLS_CERTIFICATE",
            folder.resolve("server.pem").toString(),
            "CANDOR_TLS_KEY",
            folder.resolve("server.key").toString(),
            "CANDOR_GATEWAY_ENDPOINT",
            gateway.uri().toString(),
            "CANDOR_GATEWAY_TOKEN",
            GatewayProcess.TOKEN));
  }

  private RestartableCollector agent(String name, RestartableCollector middle) {
    return collector(
        name,
        List.of(CollectorFiles.DEST_OTLP),
        Map.of(
            "CANDOR_DEST_ENDPOINT",
            "https://" + middle.endpoint().getAuthority(),
            "CANDOR_DEST_TOKEN",
            middle.token(),
            "CANDOR_DEST_CA",
            folder.resolve("server.pem").toString()));
  }

  private RestartableCollector collector(
      String name, List<CollectorFiles> overlays, Map<String, String> environment) {
    Path home = folder.resolve(name);
    return RestartableCollector.start(
        home,
        builder -> {
          builder.config(CollectorFiles.BASE.unpack(home));
          overlays.forEach(overlay -> builder.config(overlay.unpack(home)));
          environment.forEach(builder::environment);
          return builder
              .environment("CANDOR_SERVICES", "lab")
              .environment("CANDOR_QUEUE_DIR", home.resolve("queue").toString());
        });
  }
}
