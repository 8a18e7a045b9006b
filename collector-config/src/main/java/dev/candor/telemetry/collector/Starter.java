package dev.candor.telemetry.collector;

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
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Starts a Collector until it is ready: again on other ports when one was taken, or without a
 * damaged queue.
 */
final class Starter {
  private static final int ATTEMPTS = 4;
  private static final long POLL_MILLIS = 30;

  private final Path collector;
  private final Path folder;
  private final List<Path> configs;
  private final Duration timeout;
  private final HttpClient http =
      HttpClient.newBuilder()
          .connectTimeout(Duration.ofSeconds(1))
          .proxy(HttpClient.Builder.NO_PROXY)
          .version(HttpClient.Version.HTTP_1_1)
          .build();

  Starter(Path collector, Path folder, List<Path> configs, Duration timeout) {
    this.collector = collector;
    this.folder = folder;
    this.configs = configs;
    this.timeout = timeout;
  }

  CollectorProcess start(
      Map<String, String> environment,
      String token,
      Optional<URI> listen,
      Optional<Path> queue,
      Consumer<String> progress,
      boolean stays)
      throws IOException {
    Files.createDirectories(folder);
    Path log = PrivateFiles.empty(folder.resolve("collector.log"));
    QueueRescue.moveDamaged(queue, progress);
    for (int attempt = 1; ; attempt++) {
      URI endpoint = listen.isPresent() ? listen.get() : free();
      CollectorState.Addresses addresses = new CollectorState.Addresses(endpoint, free(), free());
      Process process = launch(environment, token, addresses, log);
      Optional<String> failure = failure(process, addresses.health());
      if (failure.isEmpty()) {
        return new CollectorProcess(
            process, CollectorState.of(process, addresses, token), log, stays);
      }
      String text = Files.readString(log);
      boolean again =
          QueueRescue.moveAside(queue, text, progress)
              || (listen.isEmpty() && text.contains("address already in use"));
      if (!again || attempt == ATTEMPTS) {
        throw new CollectorException(reason(text, failure.get()) + "; its log: " + log);
      }
      PrivateFiles.empty(log);
    }
  }

  private Process launch(
      Map<String, String> environment, String token, CollectorState.Addresses addresses, Path log)
      throws IOException {
    List<String> command = new ArrayList<>(List.of(collector.toString()));
    configs.forEach(config -> command.addAll(List.of("--config", config.toString())));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().clear();
    builder.environment().putAll(environment);
    builder.environment().put("CANDOR_INGEST_TOKEN", token);
    builder.environment().put("CANDOR_LISTEN", addresses.endpoint().getAuthority());
    builder.environment().put("CANDOR_HEALTH", addresses.health().getAuthority());
    builder.environment().put("CANDOR_METRICS_HOST", addresses.metrics().getHost());
    builder.environment().put("CANDOR_METRICS_PORT", "" + addresses.metrics().getPort());
    return builder
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
        .start();
  }

  /** Waits until the process serves; otherwise it has ended, and the reason is returned. */
  private Optional<String> failure(Process process, URI health) {
    long start = System.nanoTime();
    try {
      while (!process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
        if (isReady(health)) {
          return Optional.empty();
        }
        if (System.nanoTime() - start > timeout.toNanos()) {
          process.destroyForcibly().waitFor();
          return Optional.of("the Collector was not ready in time");
        }
      }
      return Optional.of("the Collector ended while starting");
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      return Optional.of("the start of the Collector was interrupted");
    }
  }

  private boolean isReady(URI health) throws InterruptedException {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(health).timeout(Duration.ofSeconds(2)).GET().build();
      return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  private static String reason(String log, String otherwise) {
    if (log.contains("address already in use")) {
      return "a port of the Collector is in use: choose another address";
    }
    if (log.contains("no space left on device")) {
      return "the disk is full: the Collector cannot start";
    }
    return otherwise;
  }

  private static URI free() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }
  }
}
