package dev.candor.telemetry.collector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Sends while the destination is down, kills the Collector as {@code kill -9} does, and starts it
 * again: what the shipped files have answered for arrives; with one fault in them it does not.
 */
@Tag("P4")
@Tag("once")
class QueueMutationIT {
  private static final String SHIPPED = "shipped";
  private static final String SESSION = "01934a5b-7c8d-7e9f-8a0b-1c2d3e4f5a6b";
  private static final String LATER = "01934a5b-7c8d-7e9f-8a0b-1c2d3e4f5a6c";
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @TempDir static Path folder;
  private static final HttpClient http = HttpClient.newHttpClient();
  private static final Set<String> answered = new HashSet<>();
  private static final Set<String> delivered = new HashSet<>();

  static List<Mutation> mutations() throws IOException {
    return Mutation.all().stream().filter(m -> m.probe().equals("kill")).toList();
  }

  private static String name(Mutation mutation) {
    return "faulty" + mutation.fault().substring(0, 2);
  }

  @BeforeAll
  static void sendKillAndStartAgain() throws Exception {
    try (StagedCollector collector = new StagedCollector(folder)) {
      collector.addWithQueue(SHIPPED, shipped());
      for (Mutation mutation : mutations()) {
        collector.addWithQueue(name(mutation), mutation.config(true));
      }
      collector.destinationIsUp(false);
      collector.start();
      for (String name : names()) {
        if (isAnswered(collector, name)) {
          answered.add(name);
        }
      }
      awaitGivenUp(collector);
      collector.kill();
      collector.destinationIsUp(true);
      collector.start();
      for (String name : names()) {
        // Queues keep their order: once this is there, what was sent before is, too, or never.
        awaitLater(collector, name, collector.send(name, request(LATER)).arrived());
      }
    }
  }

  @AfterAll
  static void forget() {
    answered.clear();
    delivered.clear();
  }

  @Test
  void shippedFiles_killedWhileTheDestinationIsDown_deliverWhatTheyAnsweredFor() {
    assertThat(answered).contains(SHIPPED);
    assertThat(delivered).contains(SHIPPED);
  }

  @ParameterizedTest
  @MethodSource("mutations")
  void shippedFiles_withTheFault_loseItOrDoNotAnswer(Mutation mutation) {
    String name = name(mutation);

    assertThat(answered.contains(name) && delivered.contains(name)).isFalse();
  }

  private static List<String> names() throws IOException {
    List<String> names = new ArrayList<>(List.of(SHIPPED));
    mutations().forEach(mutation -> names.add(name(mutation)));
    return names;
  }

  private static JsonNode shipped() throws IOException {
    return mutations().get(0).config(false);
  }

  private static JsonNode request(String session) throws IOException {
    return GoldenCollector.JSON.readTree(
        GoldenCase.base("acquisition").toString().replace(SESSION, session));
  }

  /** Without a queue the client is kept waiting, for as long as the destination is down. */
  private static boolean isAnswered(StagedCollector collector, String name)
      throws IOException, InterruptedException {
    byte[] body = request(SESSION).toString().getBytes(StandardCharsets.UTF_8);
    CompletableFuture<StagedCollector.Answer> answer =
        CompletableFuture.supplyAsync(() -> send(collector, name, body));
    try {
      return answer.get(5, TimeUnit.SECONDS).status() == 200;
    } catch (TimeoutException | ExecutionException notAnswered) {
      return false;
    }
  }

  private static StagedCollector.Answer send(StagedCollector collector, String name, byte[] body) {
    try {
      return collector.send(name, "/v1/traces", StagedCollector.TOKEN, body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Two of the faults make the exporter give up by itself. */
  private static void awaitGivenUp(StagedCollector collector) throws IOException {
    List<String> givingUp =
        mutations().stream()
            .filter(m -> m.fault().contains("gives-up") || m.fault().contains("never"))
            .map(QueueMutationIT::name)
            .toList();
    URI metrics = collector.process().metrics().resolve("/metrics");
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              String figures =
                  http.send(HttpRequest.newBuilder(metrics).build(), BodyHandlers.ofString())
                      .body();
              List<String> failed =
                  figures.lines().filter(line -> line.contains("send_failed_spans")).toList();
              for (String name : givingUp) {
                assertThat(failed).anyMatch(line -> line.contains(name));
              }
            });
  }

  private static void awaitLater(StagedCollector collector, String name, List<JsonNode> already) {
    List<JsonNode> arrived = new ArrayList<>(already);
    Awaitility.await()
        .atMost(PATIENCE)
        .until(
            () -> {
              arrived.addAll(collector.arrived(name));
              return arrived.toString().contains(LATER);
            });
    if (arrived.toString().contains(SESSION)) {
      delivered.add(name);
    }
  }
}
