package dev.candor.telemetry.collector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;

/**
 * Many configurations side by side in one real Collector: each gets receivers, stages and pipelines
 * of its own, on a port of its own, and a destination that keeps what arrives.
 */
final class StagedCollector implements AutoCloseable {
  static final String DESTINATION = "otlp_http/dest";
  private static final String QUEUE = "file_storage/queue";
  static final String TOKEN = "token-of-the-stages";
  private static final ObjectMapper JSON = GoldenCollector.JSON;
  private static final String NO_MEMORY = "data refused due to high memory usage";
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /** What a request was answered, and what arrived until then. */
  record Answer(int status, String body, Optional<String> retryAfter, List<JsonNode> arrived) {}

  private final Path folder;
  private final ObjectNode all = JSON.createObjectNode();
  private final Map<String, ServerSocket> ports = new LinkedHashMap<>();
  private final Map<String, List<String>> arrived = new ConcurrentHashMap<>();
  private final HttpClient http = HttpClient.newHttpClient();
  private final HttpServer backend;
  private volatile boolean up = true;
  private CollectorProcess collector;

  StagedCollector(Path folder) throws IOException {
    this.folder = folder;
    backend = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    backend.createContext(
        "/",
        exchange -> {
          String name = exchange.getRequestURI().getPath().split("/")[1];
          String body =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          if (up) {
            arrived.computeIfAbsent(name, key -> new CopyOnWriteArrayList<>()).add(body);
          }
          exchange.sendResponseHeaders(up ? 200 : 503, -1);
          exchange.close();
        });
    backend.start();
  }

  /** One configuration; {@code stages} are kept of its incoming pipelines, all if empty. */
  void add(String name, JsonNode config, List<String> stages) throws IOException {
    ObjectNode own = config.deepCopy();
    keep(own, stages);
    destination(own, name);
    own.with("extensions").remove(QUEUE);
    add(name, own);
  }

  /** One configuration with its queue, retries and exit as they are. */
  void addWithQueue(String name, JsonNode config) throws IOException {
    ObjectNode own = config.deepCopy();
    for (Map.Entry<String, JsonNode> exporter : own.path("exporters").properties()) {
      if (ConfigTree.type(exporter.getKey()).equals("otlp_http")) {
        ((ObjectNode) exporter.getValue())
            .put("endpoint", backendOf(name))
            .put("encoding", "json")
            .put("compression", "none");
      }
    }
    add(name, own);
  }

  private void add(String name, ObjectNode own) throws IOException {
    for (JsonNode receiver : own.path("receivers")) {
      for (JsonNode protocol : receiver.path("protocols")) {
        ServerSocket port = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        ports.put(ports.containsKey(name) ? name + "+" : name, port);
        ((ObjectNode) protocol).put("endpoint", "127.0.0.1:" + port.getLocalPort());
      }
    }
    if (all.isEmpty()) {
      all.set("service", JSON.createObjectNode());
      all.with("service").set("telemetry", own.at("/service/telemetry"));
    }
    merge(own, name);
  }

  void start() throws IOException {
    Path config = Files.writeString(folder.resolve("stages.yaml"), all.toString());
    for (ServerSocket port : ports.values()) {
      port.close(); // held until now, so that nobody else took it
    }
    collector =
        CollectorProcess.builder(GoldenCollector.program(), folder)
            .config(config)
            .token(TOKEN)
            .environment("CANDOR_SERVICES", "lab|squid")
            .environment("CANDOR_DEST_TOKEN", "token-of-another")
            .environment("CANDOR_QUEUE_DIR", folder.resolve("queue").toString())
            .stays()
            .startTimeout(Duration.ofMinutes(3))
            .start();
  }

  Answer send(String name, JsonNode request) throws IOException, InterruptedException {
    String path =
        request.has("resourceMetrics")
            ? "/v1/metrics"
            : request.has("resourceLogs") ? "/v1/logs" : "/v1/traces";
    return send(name, path, TOKEN, JSON.writeValueAsBytes(request));
  }

  Answer send(String name, String path, String token, byte[] body) throws IOException {
    HttpResponse<String> response = post(name, path, "application/json", token, body);
    List<JsonNode> came = arrived(name);
    Optional<String> retryAfter = response.headers().firstValue("Retry-After");
    return new Answer(response.statusCode(), response.body(), retryAfter, came);
  }

  /** What arrived of traces sent as protobuf: bodies as they came, for no reader takes them all. */
  List<String> sendProtobuf(String name, byte[] body) {
    int status = post(name, "/v1/traces", "application/x-protobuf", TOKEN, body).statusCode();
    if (status != 200) {
      throw new AssertionError("answered " + status);
    }
    return Optional.ofNullable(arrived.remove(name)).orElse(List.of());
  }

  // Many configurations in one process are near its limit of memory when it has just started.
  private HttpResponse<String> post(
      String name, String path, String type, String token, byte[] body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port(name) + path))
            .header("Content-Type", type)
            .POST(BodyPublishers.ofByteArray(body));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    return Awaitility.await()
        .pollDelay(Duration.ZERO)
        .atMost(PATIENCE)
        .until(
            () -> http.send(request.build(), BodyHandlers.ofString()),
            answer -> !answer.body().contains(NO_MEMORY));
  }

  /** What arrived since it was asked last. */
  List<JsonNode> arrived(String name) throws IOException {
    List<JsonNode> came = new ArrayList<>();
    List<String> bodies = arrived.remove(name);
    for (String text : bodies == null ? List.<String>of() : bodies) {
      came.add(GoldenCollector.sorted(GoldenCollector.plain(JSON.readTree(text))));
    }
    return came;
  }

  /** Lets the destination refuse everything for the moment, or take it again. */
  void destinationIsUp(boolean up) {
    this.up = up;
  }

  /** Ends the Collector as {@code kill -9} does. */
  void kill() throws InterruptedException {
    ProcessHandle handle =
        ProcessHandle.of(CollectorState.read(folder).orElseThrow().pid()).orElseThrow();
    handle.destroyForcibly();
    handle.onExit().join();
  }

  int port(String name) {
    return ports.get(name).getLocalPort();
  }

  boolean has(String port) {
    return ports.containsKey(port);
  }

  CollectorProcess process() {
    return collector;
  }

  private static void keep(ObjectNode own, List<String> stages) {
    if (stages.isEmpty()) {
      return;
    }
    for (JsonNode pipeline : own.at("/service/pipelines")) {
      if (pipeline.path("processors") instanceof ArrayNode list && !list.isEmpty()) {
        list.removeAll();
        stages.forEach(list::add);
      }
    }
    ((ObjectNode) own.get("processors")).retain(stages);
  }

  /** No queue and no retry: when the client has its answer, everything that passed has arrived. */
  private void destination(ObjectNode own, String name) {
    own.with("exporters")
        .putObject(DESTINATION)
        .put("endpoint", backendOf(name))
        .put("encoding", "json")
        .put("compression", "none")
        .<ObjectNode>set("sending_queue", JSON.createObjectNode().put("enabled", false))
        .set("retry_on_failure", JSON.createObjectNode().put("enabled", false));
    ObjectNode pipelines = (ObjectNode) own.at("/service/pipelines");
    for (String signal : List.of("traces", "metrics")) {
      ObjectNode out = pipelines.putObject(signal + "/otlp");
      out.putArray("receivers").add(StageRules.SCRUBBED);
      out.putArray("exporters").add(DESTINATION);
    }
  }

  private String backendOf(String name) {
    return "http://127.0.0.1:" + backend.getAddress().getPort() + "/" + name;
  }

  /** Gives every component a name that no other configuration has. */
  private void merge(ObjectNode own, String name) {
    for (String section : List.of("receivers", "processors", "connectors", "exporters")) {
      own.path(section)
          .properties()
          .forEach(e -> all.with(section).set(renamed(e.getKey(), name), e.getValue()));
    }
    ArrayNode listed = all.with("service").withArray("extensions");
    if (listed.isEmpty()) {
      listed.add("health_check");
      all.with("extensions").set("health_check", own.at("/extensions/health_check"));
    }
    if (own.path("extensions").has(QUEUE) && !all.path("extensions").has(QUEUE)) {
      listed.add(QUEUE);
      all.with("extensions").set(QUEUE, own.path("extensions").get(QUEUE));
    }
    String authenticator = "bearertokenauth/in";
    if (own.path("extensions").has(authenticator)) {
      all.with("extensions")
          .set(renamed(authenticator, name), own.path("extensions").get(authenticator));
      listed.add(renamed(authenticator, name));
    }
    for (JsonNode receiver : own.path("receivers")) {
      for (JsonNode protocol : receiver.path("protocols")) {
        if (protocol.path("auth") instanceof ObjectNode auth) {
          auth.put("authenticator", renamed(auth.path("authenticator").asText(), name));
        }
      }
    }
    own.at("/service/pipelines")
        .properties()
        .forEach(
            pipeline ->
                all.with("service")
                    .with("pipelines")
                    .set(renamed(pipeline.getKey(), name), pipeline(pipeline.getValue(), name)));
  }

  private static JsonNode pipeline(JsonNode pipeline, String name) {
    ObjectNode renamed = JSON.createObjectNode();
    pipeline
        .properties()
        .forEach(
            list -> {
              ArrayNode names = renamed.putArray(list.getKey());
              list.getValue().forEach(element -> names.add(renamed(element.asText(), name)));
            });
    return renamed;
  }

  private static String renamed(String component, String name) {
    return component + (component.indexOf('/') < 0 ? "/" : "-") + name;
  }

  @Override
  public void close() {
    if (collector != null) {
      collector.close();
    }
    backend.stop(0);
  }
}
