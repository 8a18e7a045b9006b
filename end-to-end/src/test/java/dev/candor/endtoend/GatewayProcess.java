package dev.candor.endtoend;

import dev.candor.telemetry.console.Candor;
import dev.candor.telemetry.exporter.Item;
import dev.candor.telemetry.gateway.ItemIds;
import dev.candor.telemetry.outbox.Outbox;
import dev.candor.telemetry.outbox.StoredItem;
import dev.candor.telemetry.testkit.ChildJvm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * {@code candor gateway} in a process of its own, that can be killed and started again on its
 * stores and at its address. One thread.
 */
final class GatewayProcess implements AutoCloseable {
  /** The token that Collectors send. */
  static final String TOKEN = "not-a-real-token-of-a-gateway";

  private static final Duration START = Duration.ofSeconds(60);
  private static final int AT_ONCE = 200;

  private final Path data;
  private final Path settings;
  private final List<String> below;
  private final int port = Ports.free();
  private final Map<String, String> environment;
  private ChildJvm process;

  private GatewayProcess(
      Path folder, Path data, List<String> below, String more, Map<String, String> environment) {
    this.data = data;
    this.below = below;
    this.environment = environment;
    this.settings = folder.resolve("gateway.yaml");
    String text = "listen: 127.0.0.1:" + port + "\ndata: " + data + "\n" + more;
    try {
      Files.createDirectories(folder);
      Files.writeString(settings, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.process = launch();
  }

  /** One with all paths, for the events that come with Candor. */
  static GatewayProcess start(Path folder, Map<String, String> vendors) {
    return start(
        folder,
        folder.resolve("gateway"),
        "services: [lab]\npaths: {ga4: {}, amplitude: {}, sentry: {}, store: {}}\n",
        vendors);
  }

  /**
   * One with settings of its own; returns once it takes requests.
   *
   * @param folder for its file
   * @param data for its stores
   * @param more lines of its file
   */
  static GatewayProcess start(
      Path folder, Path data, String more, Map<String, String> environment) {
    return started(new GatewayProcess(folder, data, List.of(), more, environment));
  }

  /** As {@link #start(Path, Path, String, Map)}, with its stores on a small disk. */
  static GatewayProcess start(
      Path folder, SmallDisk disk, String more, Map<String, String> environment) {
    Path data = disk.folder().resolve("gateway");
    return started(new GatewayProcess(folder, data, disk.below(), more, environment));
  }

  private static GatewayProcess started(GatewayProcess gateway) {
    gateway.awaitReady();
    return gateway;
  }

  /** The base address. */
  URI uri() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** Its counters and ledgers, now. */
  Figures figures() {
    return Figures.read(uri().resolve("/metrics"));
  }

  /** A term of a path's ledger. */
  long term(String path, String term) {
    return figures()
        .sum("candor_gateway_ledger_items_total", "path=\"" + path + "\"", "term=\"" + term + "\"");
  }

  /** How many items of a path were {@code received}, {@code stored} or {@code known}. */
  long items(String what, String path) {
    return figures().sum("candor_gateway_items_" + what + "_total", "path=\"" + path + "\"");
  }

  /** How many requests of a path were answered by this word. */
  long answers(String path, String word) {
    return figures()
        .sum("candor_gateway_requests_total", "path=\"" + path + "\"", "answer=\"" + word + "\"");
  }

  /** How many items of a path wait for its vendor. */
  long queued(String path) {
    return figures().sum("candor_gateway_queued_items", "path=\"" + path + "\"");
  }

  /**
   * What it answers.
   *
   * @param retryAfter the header; empty if there is none
   */
  record Reply(int status, String retryAfter) {}

  /** Sends a body of JSON as a Collector would. */
  Reply post(String path, byte[] json) {
    HttpRequest request =
        HttpRequest.newBuilder(uri().resolve(path))
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer " + TOKEN)
            .POST(BodyPublishers.ofByteArray(json))
            .build();
    try {
      HttpResponse<Void> answer = Figures.HTTP.send(request, BodyHandlers.discarding());
      return new Reply(answer.statusCode(), answer.headers().firstValue("Retry-After").orElse(""));
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

  /** Ends it as {@code kill -9} does. */
  void kill() {
    process.kill();
  }

  /** Ends it as {@code kill -9} does, and starts it again. */
  void killAndRestart() {
    kill();
    process = launch();
    awaitReady();
  }

  /** What it has written to its log since its last start. */
  List<String> log() {
    return process.stdout();
  }

  /** What it makes of the ids of items. */
  ItemIds ids() {
    try {
      return ItemIds.of(data);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What lies in the store of a path, once this process is gone. */
  List<Item> stored(String path) {
    process.kill();
    return storedSoFar(path);
  }

  /** What lies in the store of a path, now. */
  List<Item> storedSoFar(String path) {
    List<Item> items = new ArrayList<>();
    try (Outbox outbox =
        Outbox.openRelay(data.resolve(path), Outbox.Limits.defaults(), Clock.systemUTC())) {
      long last = 0;
      List<StoredItem> some = outbox.items(last, AT_ONCE);
      while (!some.isEmpty()) {
        some.forEach(one -> items.add(one.item()));
        last = some.get(some.size() - 1).number();
        some = outbox.items(last, AT_ONCE);
      }
    }
    return items;
  }

  @Override
  public void close() {
    process.close();
  }

  private void awaitReady() {
    process.awaitLine("gateway.ready", START);
  }

  private ChildJvm launch() {
    ChildJvm.Builder builder =
        ChildJvm.of(Candor.class)
            .below(below.toArray(String[]::new))
            .jvmArgs("-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
            .args("gateway", "--config", settings.toString())
            .environment("CANDOR_GATEWAY_TOKEN", TOKEN);
    environment.forEach(builder::environment);
    return builder.start();
  }
}
