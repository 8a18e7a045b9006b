package dev.candor.endtoend;

import dev.candor.telemetry.collector.CollectorFiles;
import dev.candor.telemetry.collector.CollectorFinder;
import dev.candor.telemetry.collector.CollectorProcess;
import dev.candor.telemetry.testkit.FakeSentry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** A Collector that can be killed and started again on its queue and at its address. One thread. */
final class RestartableCollector implements AutoCloseable {
  private static final String TOKEN = "not-a-real-token-of-a-collector";

  private final Path program;
  private final Path folder;
  private final URI listen = URI.create("http://127.0.0.1:" + Ports.free());
  private final UnaryOperator<CollectorProcess.Builder> settings;
  private final List<String> told = new ArrayList<>();
  private CollectorProcess process;

  private RestartableCollector(
      Path program, Path folder, UnaryOperator<CollectorProcess.Builder> settings) {
    this.program = program;
    this.folder = folder;
    this.settings = settings;
    this.process = launch();
  }

  /**
   * Starts one behind the base that comes with Candor.
   *
   * @param settings adds overlays and what they need; may be asked again
   */
  static RestartableCollector start(Path folder, UnaryOperator<CollectorProcess.Builder> settings) {
    return start(program(), folder, settings);
  }

  /** Starts another program than the usual one. */
  static RestartableCollector start(
      Path program, Path folder, UnaryOperator<CollectorProcess.Builder> settings) {
    return new RestartableCollector(program, folder, settings);
  }

  /** With everything that leads to the gateway, and the way to any OTLP backend. */
  static RestartableCollector toAll(Path folder, GatewayProcess gateway, Vendors vendors) {
    return toAll(folder, gateway, vendors, VendorWays.APART);
  }

  /** As {@link #toAll(Path, GatewayProcess, Vendors)}, by either way. */
  static RestartableCollector toAll(
      Path folder, GatewayProcess gateway, Vendors vendors, VendorWays ways) {
    return start(
        folder,
        builder -> {
          all(ways).forEach(file -> builder.config(file.unpack(folder)));
          return variables(builder, folder, gateway, vendors);
        });
  }

  /** The base, and the overlays of {@link #toAll}. */
  static List<CollectorFiles> all() {
    return all(VendorWays.APART);
  }

  private static List<CollectorFiles> all(VendorWays ways) {
    List<CollectorFiles> all =
        new ArrayList<>(
            List.of(
                CollectorFiles.BASE,
                CollectorFiles.DEST_OTLP,
                CollectorFiles.DEST_SENTRY,
                CollectorFiles.DEST_STORE));
    all.addAll(ways.overlays());
    return all;
  }

  /** What these files ask of the environment. */
  static CollectorProcess.Builder variables(
      CollectorProcess.Builder builder, Path folder, GatewayProcess gateway, Vendors vendors) {
    return builder
        .environment("CANDOR_SERVICES", "lab")
        .environment("CANDOR_QUEUE_DIR", folder.resolve("queue").toString())
        .environment("CANDOR_DEST_ENDPOINT", vendors.otlp().uri().toString())
        .environment("CANDOR_DEST_TOKEN", "not-a-real-token")
        .environment("CANDOR_GATEWAY_ENDPOINT", gateway.uri().toString())
        .environment("CANDOR_GATEWAY_TOKEN", GatewayProcess.TOKEN)
        .environment("CANDOR_GATEWAY_PATHS", "ga4,amplitude")
        .environment("CANDOR_SENTRY_TRACES", vendors.sentryTraces())
        .environment("CANDOR_SENTRY_KEY", FakeSentry.KEY);
  }

  /** The program that tests run. */
  static Path program() {
    Path root = Path.of(System.getProperty("candor.root"));
    return CollectorFinder.inProject(root, System.getenv()).find(line -> {});
  }

  URI endpoint() {
    return listen;
  }

  String token() {
    return TOKEN;
  }

  /** Sends it spans as JSON, and returns the status of its answer. */
  int post(byte[] spans) {
    HttpRequest request =
        HttpRequest.newBuilder(listen.resolve("/v1/traces"))
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer " + TOKEN)
            .POST(BodyPublishers.ofByteArray(spans))
            .build();
    try {
      return Figures.HTTP.send(request, BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  long pid() {
    return process.pid();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Its counters since it was started. */
  Figures figures() {
    return Figures.read(process.metrics().resolve("/metrics"));
  }

  /** What it was told at its starts, of damaged queues for instance. */
  List<String> told() {
    return List.copyOf(told);
  }

  /** What it has written to its log since its last start. */
  String log() {
    try {
      return Files.readString(process.log());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends it as {@code kill -9} does. */
  void kill() {
    process.kill();
  }

  /** Asks it to end, as an operator does, and waits until it has. */
  void stop() {
    process.close();
  }

  /** Starts it again, and returns once it serves. */
  void restart() {
    process = launch();
  }

  @Override
  public void close() {
    process.close();
  }

  private CollectorProcess launch() {
    return settings
        .apply(CollectorProcess.builder(program, folder).token(TOKEN).listen(listen))
        .progress(told::add)
        .start();
  }
}
