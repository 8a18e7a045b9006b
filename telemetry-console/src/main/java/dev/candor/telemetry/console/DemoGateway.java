package dev.candor.telemetry.console;

import dev.candor.telemetry.collector.CollectorFiles;
import dev.candor.telemetry.collector.CollectorProcess;
import dev.candor.telemetry.gateway.ConfigFile;
import dev.candor.telemetry.gateway.Gateway;
import dev.candor.telemetry.gateway.GatewayLog;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The gateway between a demo's Collector and the strict fakes, for an application that knows the
 * Collector alone. Does nothing where no vendor is reached by it. One thread.
 */
final class DemoGateway implements AutoCloseable {
  private static final int TOKEN_BYTES = 32;

  private final Shell shell;
  private final DemoFolder folder;
  private final List<WayDestination> destinations;
  private final Map<String, String> settings;
  private final String token;
  private @Nullable Gateway gateway;
  private @Nullable PrintWriter log;
  private long straight;

  /**
   * Prepares one.
   *
   * @param vendors who is reached by it
   * @param settings of these vendors
   */
  DemoGateway(
      Shell shell, DemoFolder folder, Set<DemoVendor> vendors, Map<String, String> settings) {
    this.shell = shell;
    this.folder = folder;
    this.settings = Map.copyOf(settings);
    this.destinations =
        vendors.stream().map(vendor -> WayDestination.valueOf(vendor.name())).toList();
    byte[] bytes = new byte[TOKEN_BYTES];
    new SecureRandom().nextBytes(bytes);
    this.token = HexFormat.of().formatHex(bytes);
  }

  void start() {
    if (destinations.isEmpty()) {
      return;
    }
    shell.line("Starting the gateway ...");
    Map<String, String> environment = new HashMap<>(settings);
    environment.put(ConfigFile.TOKEN, token);
    try {
      Path file = Files.createDirectories(folder.gateway()).resolve("gateway.yaml");
      Files.writeString(file, text());
      PrintWriter lines =
          new PrintWriter(Files.newBufferedWriter(folder.gateway().resolve("gateway.log")));
      log = lines;
      gateway =
          Gateway.start(
              ConfigFile.read(file, environment, shell.clock()),
              new GatewayLog(lines, shell.clock()),
              shell.clock());
    } catch (IOException e) {
      throw CommandFailure.missing("the gateway cannot be started: is a port free?");
    }
  }

  private String text() {
    List<String> paths = destinations.stream().map(one -> one + ": {}").toList();
    return """
        listen: 127.0.0.1:0
        data: data
        services: [%s]
        paths: {%s}
        """
        .formatted(CollectorCommands.SERVICES.replace("|", ", "), String.join(", ", paths));
  }

  /** What the Collector sends to it with. */
  List<CollectorFiles> overlays() {
    return destinations.stream().map(WayDestination::overlay).toList();
  }

  /** What the environment of such a Collector says. */
  Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>();
    if (gateway != null) {
      environment.put("CANDOR_QUEUE_DIR", folder.collector().resolve("queue").toString());
      environment.put(WaySettings.GATEWAY_ENDPOINT, base());
      environment.put(WaySettings.GATEWAY_TOKEN, token);
      environment.putAll(WaySettings.ofDsn(settings.getOrDefault("SENTRY_DSN", "")));
    }
    return environment;
  }

  private String base() {
    return "http://127.0.0.1:" + (gateway == null ? 0 : gateway.port());
  }

  /** Waits until the Collector has passed on what it took, and the vendors have it. */
  void await(CollectorProcess collector) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(Demo.PATIENCE.toSeconds());
    while (gateway != null && !isEmpty(collector) && System.nanoTime() < deadline) {
      WayProof.waited(new CompletableFuture<>());
    }
  }

  private boolean isEmpty(CollectorProcess collector) throws InterruptedException {
    Figures ours = Figures.of(collector);
    Figures theirs = Figures.at(URI.create(base() + "/metrics"), List.of());
    long taken = ours.sum("otelcol_receiver_accepted_spans", Map.of());
    straight = sent(ours, "otlp_http/sentry_spans");
    boolean passedOn =
        destinations.stream()
            .allMatch(
                one -> one.exporters().stream().mapToLong(by -> sent(ours, by)).sum() >= taken);
    return passedOn && theirs.sum("candor_gateway_queued_items", Map.of()) == 0;
  }

  private static long sent(Figures figures, String exporter) {
    return figures.sum("otelcol_exporter_sent_spans", Map.of("exporter", exporter));
  }

  /** What it has done, to be read once it is stopped; empty where it had nothing to do. */
  List<GatewayRecords> records() {
    List<GatewayRecords> records = new ArrayList<>();
    for (WayDestination one : destinations) {
      Path data = folder.gateway().resolve("data");
      if (Files.isDirectory(data)) {
        long past = one == WayDestination.SENTRY ? straight : 0;
        records.add(GatewayRecords.read(one.word(), data, past, shell.clock()));
      }
    }
    return records;
  }

  /** Stops it; what it holds is sent first. Twice is once. */
  void stop() {
    if (gateway != null) {
      gateway.close();
    }
    if (log != null) {
      log.close();
    }
  }

  /** {@link #stop}. */
  @Override
  public void close() {
    stop();
  }
}
