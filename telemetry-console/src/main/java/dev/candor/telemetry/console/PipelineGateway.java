package dev.candor.telemetry.console;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The gateway of a measured pipeline, as {@code candor gateway} runs it. */
final class PipelineGateway implements AutoCloseable {
  static final String TOKEN = "not-a-real-token-of-a-gateway";
  static final String KEY = "bench";

  private final WayGateway running;

  private PipelineGateway(WayGateway running) {
    this.running = running;
  }

  static PipelineGateway start(Path folder, int destinations, List<String> ports, Path profile)
      throws IOException {
    int port = WayGateway.free(null, "the gateway");
    List<String> paths = List.of("ga4: {}", "amplitude: {}", "sentry: {}", "store: {}");
    Path file =
        Files.writeString(
            folder.resolve("gateway.yaml"),
            """
            listen: 127.0.0.1:%d
            data: gateway
            services: [%s]
            registries: [bench.yaml]
            room: {items: 3000000, mib: 4096}
            paths: {%s}
            """
                .formatted(
                    port,
                    PipelineRequests.SERVICE,
                    String.join(", ", paths.subList(0, destinations))));
    List<String> options =
        profile.toString().isEmpty()
            ? List.of()
            : List.of("-XX:StartFlightRecording=settings=profile,filename=" + profile);
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.putAll(settings(ports));
    try {
      return new PipelineGateway(
          WayGateway.start(
              new GatewayChild.Start(file, folder.resolve("gateway.log"), environment, options),
              port,
              TOKEN));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw CommandFailure.failed("interrupted while the gateway started");
    }
  }

  private static Map<String, String> settings(List<String> ports) {
    return Map.of(
        "CANDOR_GATEWAY_TOKEN",
        TOKEN,
        "GA_MEASUREMENT_ID",
        "G-BENCH00000",
        "GA_API_SECRET",
        KEY,
        "GA_ENDPOINT",
        "http://127.0.0.1:" + ports.get(0),
        "AMPLITUDE_API_KEY",
        KEY,
        "AMPLITUDE_ENDPOINT",
        "http://127.0.0.1:" + ports.get(1),
        "SENTRY_DSN",
        "http://" + KEY + "@127.0.0.1:" + ports.get(2) + "/1");
  }

  URI uri() {
    return running.base();
  }

  long pid() {
    return running.pid();
  }

  /** How many events the path /store holds. */
  long stored() throws InterruptedException {
    return running.figures().sum("candor_gateway_items_stored_total", Map.of("path", "store"));
  }

  @Override
  public void close() {
    running.stop();
  }
}
