package dev.candor.telemetry.console;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The gateway of a measured pipeline, as {@code candor gateway} runs it. */
final class PipelineGateway implements AutoCloseable {
  static final String TOKEN = "not-a-real-token-of-a-gateway";
  static final String KEY = "bench";

  private static final int ATTEMPTS = 600;
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  private final Process process;
  private final URI uri;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private PipelineGateway(Process process, URI uri) {
    this.process = process;
    this.uri = uri;
  }

  static PipelineGateway start(Path folder, int destinations, List<String> ports, Path profile)
      throws IOException {
    URI uri = free();
    List<String> paths = List.of("ga4: {}", "amplitude: {}", "sentry: {}", "store: {}");
    Path file =
        Files.writeString(
            folder.resolve("gateway.yaml"),
            """
            listen: %s
            data: gateway
            services: [%s]
            registries: [bench.yaml]
            room: {items: 3000000, mib: 4096}
            paths: {%s}
            """
                .formatted(
                    uri.getAuthority(),
                    PipelineRequests.SERVICE,
                    String.join(", ", paths.subList(0, destinations))));
    List<String> options = new ArrayList<>(JavaCommand.GATEWAY);
    if (!profile.toString().isEmpty()) {
      options.add("-XX:StartFlightRecording=settings=profile,filename=" + profile);
    }
    ProcessBuilder builder =
        new ProcessBuilder(
            JavaCommand.of(
                options, Candor.class.getName(), "gateway", "--config", file.toString()));
    builder.environment().putAll(settings(ports));
    Process process =
        builder
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("gateway.log").toFile())
            .start();
    PipelineGateway gateway = new PipelineGateway(process, uri);
    gateway.awaitReady();
    return gateway;
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
    return uri;
  }

  long pid() {
    return process.pid();
  }

  /** How many events the path /store holds. */
  long stored() throws InterruptedException {
    return Figures.at(uri.resolve("/metrics"), List.of())
        .sum("candor_gateway_items_stored_total", Map.of("path", "store"));
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private void awaitReady() {
    for (int attempt = 0; attempt < ATTEMPTS && process.isAlive(); attempt++) {
      if (get("/ready").startsWith("ready")) {
        return;
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
    process.destroyForcibly();
    throw CommandFailure.missing("the gateway did not start");
  }

  private String get(String path) {
    HttpRequest request =
        HttpRequest.newBuilder(uri.resolve(path)).timeout(Duration.ofSeconds(5)).GET().build();
    try {
      return http.send(request, BodyHandlers.ofString()).body();
    } catch (IOException notYet) {
      return "";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "";
    }
  }

  private static URI free() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }
  }
}
