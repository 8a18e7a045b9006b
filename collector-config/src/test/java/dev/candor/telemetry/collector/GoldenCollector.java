package dev.candor.telemetry.collector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A real Collector with a base of choice in front of a server that keeps what arrives. */
final class GoldenCollector implements AutoCloseable {
  static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer backend;
  private final List<String> arrived = new CopyOnWriteArrayList<>();
  private final CollectorProcess collector;
  private final HttpClient http = HttpClient.newHttpClient();

  GoldenCollector(Path folder, String base) throws IOException {
    backend = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    backend.createContext(
        "/",
        exchange -> {
          arrived.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    backend.start();
    Path config = Files.writeString(folder.resolve("golden-base.yaml"), base);
    collector =
        CollectorProcess.builder(program(), folder)
            .config(config)
            .config(CollectorPassage.overlay(folder))
            .environment("CANDOR_SERVICES", "lab|squid")
            .environment("LOOPBACK", "http://127.0.0.1:" + backend.getAddress().getPort())
            .start();
  }

  static Path program() {
    Path root = Path.of(System.getProperty("candor.root"));
    return CollectorFinder.inProject(root, System.getenv()).find(System.out::println);
  }

  CollectorProcess process() {
    return collector;
  }

  /** What arrived while the request was answered: there is no queue in between. */
  List<JsonNode> through(JsonNode request) throws IOException, InterruptedException {
    String path = request.has("resourceMetrics") ? "/v1/metrics" : "/v1/traces";
    HttpResponse<String> response =
        post(path, "application/json", collector.token(), JSON.writeValueAsBytes(request));
    if (response.statusCode() != 200) {
      throw new AssertionError("answered " + response.statusCode() + " " + response.body());
    }
    return arrived();
  }

  /** What arrived since the last call, without fields that hold their default. */
  List<JsonNode> arrived() throws IOException {
    List<JsonNode> requests = new ArrayList<>();
    for (String body : arrived) {
      requests.add(plain(JSON.readTree(body)));
    }
    arrived.clear();
    return requests;
  }

  HttpResponse<String> post(String path, String type, String token, byte[] body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(collector.endpoint() + path))
            .header("Content-Type", type)
            .POST(BodyPublishers.ofByteArray(body));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    return http.send(request.build(), BodyHandlers.ofString());
  }

  /** Removes what JSON encoders may write or leave out, and writes all numbers alike. */
  static JsonNode plain(JsonNode node) {
    return OtlpJson.plain(node);
  }

  /**
   * Sorts attributes by key: where one was removed, the Collector moves the last into its place.
   */
  static JsonNode sorted(JsonNode node) {
    return OtlpJson.sorted(node);
  }

  @Override
  public void close() {
    collector.close();
    backend.stop(0);
  }
}
