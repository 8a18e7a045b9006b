package dev.candor.telemetry.collector;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The overlays that come with this module keep what the base promises, whichever are together. */
@Tag("P4")
@Tag("once")
class OverlaysIT {
  private static final Map<String, String> ENVIRONMENT =
      Map.ofEntries(
          Map.entry("CANDOR_FILE", "arrived.jsonl"),
          Map.entry("CANDOR_TLS_CERTIFICATE", "server.pem"),
          Map.entry("CANDOR_TLS_KEY", "server.key"),
          Map.entry("CANDOR_DEST_ENDPOINT", "https://collect.example.org"),
          Map.entry("CANDOR_DEST_TOKEN", "token-of-the-destination"),
          Map.entry("CANDOR_QUEUE_DIR", "queue"),
          Map.entry("CANDOR_GATEWAY_ENDPOINT", "https://gateway.example.org"),
          Map.entry("CANDOR_GATEWAY_TOKEN", "token-of-the-gateway"),
          Map.entry("CANDOR_GATEWAY_PATHS", "ga4,amplitude"),
          Map.entry(
              "CANDOR_SENTRY_TRACES",
              "https://sentry.example.org/api/1/integration/otlp/v1/traces"),
          Map.entry("CANDOR_SENTRY_KEY", "public-key-of-the-project"),
          Map.entry("CANDOR_KAFKA_BROKER", "broker.example.org:9093"));

  @TempDir private static Path folder;
  private static Path base;
  private static CollectorCheck check;

  @BeforeAll
  static void unpack() {
    base = CollectorFiles.BASE.unpack(folder);
    for (CollectorFiles overlay : overlays()) {
      overlay.unpack(folder);
    }
    check = CollectorCheck.of(GoldenCollector.program(), CollectorFiles.BASE.text());
  }

  /** ClickHouse is not in our distribution: {@link OverlayPairsTest} has it as it is written. */
  private static List<CollectorFiles> overlays() {
    List<CollectorFiles> overlays = new ArrayList<>(List.of(CollectorFiles.values()));
    overlays.removeAll(List.of(CollectorFiles.BASE, CollectorFiles.DEST_CLICKHOUSE));
    return overlays;
  }

  /** What {@code dest-gateway.yaml} joins. */
  private static List<CollectorFiles> joined() {
    return List.of(CollectorFiles.DEST_GA4, CollectorFiles.DEST_AMPLITUDE);
  }

  private static boolean isTwice(List<CollectorFiles> overlays) {
    return overlays.contains(CollectorFiles.DEST_GATEWAY)
        && overlays.stream().anyMatch(joined()::contains);
  }

  static List<List<CollectorFiles>> sets() {
    List<CollectorFiles> overlays = overlays();
    List<CollectorFiles> apart = new ArrayList<>(overlays);
    apart.remove(CollectorFiles.DEST_GATEWAY);
    List<CollectorFiles> together = new ArrayList<>(overlays);
    together.removeAll(joined());
    List<List<CollectorFiles>> sets = new ArrayList<>(List.of(apart, together));
    for (int i = 0; i < overlays.size(); i++) {
      sets.add(List.of(overlays.get(i)));
      for (int j = i + 1; j < overlays.size(); j++) {
        sets.add(List.of(overlays.get(i), overlays.get(j)));
      }
    }
    sets.removeIf(OverlaysIT::isTwice);
    return sets;
  }

  @ParameterizedTest
  @MethodSource("sets")
  void faults_overlaysTogether_areNone(List<CollectorFiles> overlays) {
    assertThat(faults(overlays, ENVIRONMENT)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("joined")
  void faults_vendorByBothWays_isTwice(CollectorFiles vendor) {
    assertThat(faults(List.of(vendor, CollectorFiles.DEST_GATEWAY), ENVIRONMENT))
        .singleElement()
        .asString()
        .startsWith("dest-gateway.yaml: exporters.otlp_http/gateway.endpoint: ")
        .endsWith(" (twice)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ga4,ga4", "ga4,tiger", "ga4,store"})
  void faults_pathsThatNoGatewayTakes_areNamedByTheVariable(String paths) {
    Map<String, String> environment = new HashMap<>(ENVIRONMENT);
    environment.put("CANDOR_GATEWAY_PATHS", paths);

    assertThat(faults(List.of(CollectorFiles.DEST_GATEWAY), environment))
        .singleElement()
        .asString()
        .startsWith("CANDOR_GATEWAY_PATHS: ga4, amplitude and sentry, each once at most")
        .doesNotContain("tiger");
  }

  private static List<String> faults(
      List<CollectorFiles> overlays, Map<String, String> environment) {
    List<Path> files = new ArrayList<>(List.of(base));
    overlays.forEach(overlay -> files.add(folder.resolve(overlay.file())));
    return check.faults(files, environment);
  }
}
