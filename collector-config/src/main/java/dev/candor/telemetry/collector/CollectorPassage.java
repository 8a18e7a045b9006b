package dev.candor.telemetry.collector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A real Collector in front of a server on loopback that keeps what arrives. There is no queue in
 * between: once a request is answered, everything of it that passed has arrived. For one thread.
 */
final class CollectorPassage implements AutoCloseable {
  static final ObjectMapper JSON = new ObjectMapper();

  private static final String OVERLAY = "loopback.yaml";

  // A base with every key is large, and a build machine may be busy.
  private static final Duration START = Duration.ofMinutes(2);

  private final HttpServer backend;
  private final ConcurrentLinkedQueue<byte[]> bodies = new ConcurrentLinkedQueue<>();
  private final CollectorProcess collector;
  private final HttpClient http = HttpClient.newHttpClient();

  private CollectorPassage(
      Path program, Path folder, List<Path> configs, Map<String, String> environment)
      throws IOException {
    backend = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    backend.createContext("/", this::keep);
    CollectorProcess.Builder builder = CollectorProcess.builder(program, folder);
    builder.startTimeout(START);
    configs.forEach(builder::config);
    builder.config(overlay(folder));
    environment.forEach(builder::environment);
    builder.environment("LOOPBACK", "http://127.0.0.1:" + backend.getAddress().getPort());
    backend.start();
    try {
      collector = builder.start();
    } catch (RuntimeException e) {
      backend.stop(0);
      throw e;
    }
  }

  /**
   * Starts a Collector.
   *
   * @param folder for its log and files; made if missing
   * @param configs base and overlays, without a destination of their own
   * @throws CollectorException if it does not get ready
   */
  static CollectorPassage start(
      Path program, Path folder, List<Path> configs, Map<String, String> environment) {
    try {
      Files.createDirectories(folder);
      return new CollectorPassage(program, folder, configs, environment);
    } catch (IOException e) {
      throw new CollectorException("the Collector cannot be started: is its folder writable?", e);
    }
  }

  /** Sends a body of OTLP/JSON and returns the answer's status. */
  int post(String path, byte[] body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(collector.endpoint() + path))
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer " + collector.token())
            .POST(BodyPublishers.ofByteArray(body))
            .build();
    try {
      return http.send(request, BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      throw new CollectorException("the Collector has stopped answering: see its log", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CollectorException("interrupted", e);
    }
  }

  /** What arrived since the last call. */
  List<JsonNode> arrived() {
    List<JsonNode> requests = new ArrayList<>();
    for (byte[] body = bodies.poll(); body != null; body = bodies.poll()) {
      try {
        requests.add(JSON.readTree(body));
      } catch (IOException e) {
        throw new CollectorException("the Collector sent what is no JSON", e);
      }
    }
    return requests;
  }

  CollectorProcess process() {
    return collector;
  }

  @Override
  public void close() {
    collector.close();
    backend.stop(0);
  }

  private void keep(HttpExchange exchange) throws IOException {
    bodies.add(exchange.getRequestBody().readAllBytes());
    exchange.sendResponseHeaders(200, -1);
    exchange.close();
  }

  /** Writes the overlay that leads to the server into {@code folder}. */
  static Path overlay(Path folder) throws IOException {
    try (InputStream in = CollectorPassage.class.getResourceAsStream(OVERLAY)) {
      if (in == null) {
        throw new CollectorException(OVERLAY + " is missing in this build");
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return Files.writeString(folder.resolve(OVERLAY), text);
    }
  }
}
