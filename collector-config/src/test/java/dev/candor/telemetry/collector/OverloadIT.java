package dev.candor.telemetry.collector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a client is answered by a Collector that has no room: the shipped files, with a limit that
 * is soon reached, and no destination.
 */
@Tag("P4")
@Tag("once")
@Tag("posix")
class OverloadIT {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @TempDir private Path folder;
  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  void request_memoryLimitReached_isAnswered503() throws IOException {
    String overlay =
        "processors: {memory_limiter: {check_interval: 100ms, limit_mib: 2, spike_limit_mib: 1}}";

    try (CollectorProcess collector = start(GoldenCollector.program(), overlay)) {
      assertSendLater(collector, request(1));
    }
  }

  @Test
  void request_queueFull_isAnswered503() throws IOException {
    String overlay =
        "exporters: {otlp_http/dest: {sending_queue: {queue_size: 2,"
            + " batch: {flush_timeout: 200ms, sizer: items, min_size: 1, max_size: 1}}}}";

    try (CollectorProcess collector = start(GoldenCollector.program(), overlay)) {
      assertSendLater(collector, request(1));
    }
  }

  /** No file may grow further, as on a full disk. */
  @Test
  void request_queueCannotBeWritten_isAnswered503() throws IOException {
    Path limited = folder.resolve("limited");
    Files.writeString(
        limited, "#!/bin/sh\nulimit -f 1024\nexec '" + GoldenCollector.program() + "' \"$@\"\n");
    Files.setPosixFilePermissions(limited, PosixFilePermissions.fromString("rwx------"));

    try (CollectorProcess collector = start(limited, "")) {
      assertSendLater(collector, request(200));
    }
  }

  private CollectorProcess start(Path program, String overlay) throws IOException {
    return CollectorProcess.builder(program, folder)
        .config(CollectorFiles.BASE.unpack(folder))
        .config(CollectorFiles.DEST_OTLP.unpack(folder))
        .config(Files.writeString(folder.resolve("overlay.yaml"), overlay))
        .environment("CANDOR_DEST_ENDPOINT", "http://127.0.0.1:9")
        .environment("CANDOR_DEST_TOKEN", "none")
        .environment("CANDOR_QUEUE_DIR", folder.resolve("queue").toString())
        .start();
  }

  /** Requests are taken until there is no room; from then on all of them are refused. */
  private void assertSendLater(CollectorProcess collector, JsonNode request) {
    Callable<Integer> status = () -> post(collector, request).statusCode();
    Awaitility.await().atMost(PATIENCE).until(status, answered -> answered != 200);

    HttpResponse<String> answer = refused(collector, request);

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).isEmpty();
    assertThat(answer.body()).contains("\"code\":14");
  }

  /** A batch that is tried again may make room for one request. */
  private HttpResponse<String> refused(CollectorProcess collector, JsonNode request) {
    return Awaitility.await()
        .atMost(PATIENCE)
        .until(() -> post(collector, request), answer -> answer.statusCode() != 200);
  }

  private static JsonNode request(int spans) throws IOException {
    JsonNode request = GoldenCase.base("acquisition");
    ArrayNode list = (ArrayNode) request.at("/resourceSpans/0/scopeSpans/0/spans");
    for (int i = 1; i < spans; i++) {
      list.add(list.get(0).deepCopy());
    }
    return request;
  }

  private HttpResponse<String> post(CollectorProcess collector, JsonNode request)
      throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(URI.create(collector.endpoint() + "/v1/traces"))
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer " + collector.token())
            .POST(BodyPublishers.ofString(request.toString()))
            .build(),
        BodyHandlers.ofString());
  }
}
