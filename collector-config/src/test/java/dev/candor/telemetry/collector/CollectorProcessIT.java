package dev.candor.telemetry.collector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts and ends real Collectors. */
class CollectorProcessIT {
  private static final Duration GRACE = Duration.ofSeconds(10);

  @TempDir private Path folder;
  private final List<String> progress = new ArrayList<>();

  private CollectorProcess.Builder builder() {
    return CollectorProcess.builder(GoldenCollector.program(), folder.resolve("run"))
        .progress(progress::add);
  }

  private int post(CollectorProcess collector) throws IOException, InterruptedException {
    byte[] body = GoldenCollector.JSON.writeValueAsBytes(GoldenCase.base("error"));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(collector.endpoint() + "/v1/traces"))
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer " + collector.token())
            .POST(BodyPublishers.ofByteArray(body))
            .build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode();
  }

  @Test
  @Tag("posix")
  void start_shippedBaseAndFile_writesWhatPassed() throws IOException, InterruptedException {
    Path arrived = folder.resolve("arrived.jsonl");
    Path run = folder.resolve("run");
    // region: use
    try (CollectorProcess collector =
        builder()
            .config(CollectorFiles.BASE.unpack(run))
            .config(CollectorFiles.DEST_FILE.unpack(run))
            .environment("CANDOR_FILE", arrived.toString())
            .start()) {
      assertThat(post(collector)).isEqualTo(200); // collector.endpoint(), collector.token()
      // endregion

      Awaitility.await().untilAsserted(() -> assertThat(arrived).content().contains("app.error"));
      assertThat(
              HttpClient.newHttpClient()
                  .send(
                      HttpRequest.newBuilder(collector.metrics().resolve("/metrics")).build(),
                      BodyHandlers.ofString())
                  .body())
          .contains("otelcol_receiver_accepted_spans");
      assertThat(Files.getPosixFilePermissions(collector.log()))
          .isEqualTo(PosixFilePermissions.fromString("rw-------"));
      assertThat(collector.log()).content().doesNotContain("FileNotFoundError", collector.token());
    }
  }

  @Test
  void close_ends_theProcess() {
    CollectorProcess collector = builder().start();
    assertThat(collector.isAlive()).isTrue();
    assertThat(CollectorState.read(folder.resolve("run"))).isEmpty();

    collector.close();
    collector.close();

    assertThat(collector.isAlive()).isFalse();
  }

  @Test
  @Tag("posix")
  void stays_stateFile_letsAnotherProcessEndIt() throws IOException {
    Path run = folder.resolve("run");
    try (CollectorProcess collector = builder().token("token-of-a-test").stays().start()) {
      CollectorState state = CollectorState.read(run).orElseThrow();
      assertThat(state.endpoint()).isEqualTo(collector.endpoint());
      assertThat(state.token()).isEqualTo("token-of-a-test");
      assertThat(state.toString()).doesNotContain("token-of-a-test");
      assertThat(Files.getPosixFilePermissions(run.resolve("collector.json")))
          .isEqualTo(PosixFilePermissions.fromString("rw-------"));

      assertThat(CollectorState.stop(run, GRACE)).isTrue();

      assertThat(collector.isAlive()).isFalse();
      assertThat(CollectorState.read(run)).isEmpty();
      assertThat(CollectorState.stop(run, GRACE)).isFalse();
    }
  }

  @Test
  void start_faultyConfig_failsAndLeavesNothing() throws IOException {
    Path faulty = Files.writeString(folder.resolve("faulty.yaml"), "service: {}\n");
    CollectorProcess.Builder builder = builder().config(faulty);

    assertThatThrownBy(builder::start)
        .isInstanceOf(CollectorException.class)
        .hasMessageContaining("ended while starting")
        .hasMessageContaining("collector.log");
  }

  @Test
  void start_portInUse_saysSo() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CollectorProcess.Builder builder =
          builder().listen(URI.create("http://127.0.0.1:" + taken.getLocalPort()));

      assertThatThrownBy(builder::start).hasMessageContaining("port of the Collector is in use");
    }
  }

  @Test
  void start_tooSlow_isEndedByForce() {
    CollectorProcess.Builder builder = builder().startTimeout(Duration.ZERO);

    assertThatThrownBy(builder::start).hasMessageContaining("not ready in time");
  }

  @Test
  void start_damagedQueue_isMovedAside() throws IOException {
    Path queue = folder.resolve("queue");
    try (CollectorProcess first = withQueue(queue).start()) {
      assertThat(first.isAlive()).isTrue();
    }
    for (Path file : files(queue)) {
      Files.write(file, new byte[(int) Files.size(file)]);
    }

    try (CollectorProcess second = withQueue(queue).start()) {
      assertThat(second.isAlive()).isTrue();
    }

    assertThat(files(queue)).anyMatch(file -> file.toString().contains(".damaged-"));
    assertThat(progress).hasSize(1).allMatch(line -> line.contains("moved aside"));
  }

  @Test
  void start_queueOfAnotherCollector_isLeftAlone() throws IOException {
    Path queue = folder.resolve("queue");
    try (CollectorProcess first = withQueue(queue).start()) {
      CollectorProcess.Builder second = withQueue(queue);

      assertThatThrownBy(second::start).isInstanceOf(CollectorException.class);

      assertThat(first.isAlive()).isTrue();
      assertThat(files(queue)).noneMatch(file -> file.toString().contains(".damaged-"));
    }
  }

  private CollectorProcess.Builder withQueue(Path queue) {
    Path run = folder.resolve("run");
    return builder()
        .config(CollectorFiles.BASE.unpack(run))
        .config(CollectorFiles.DEST_OTLP.unpack(run))
        .environment("CANDOR_DEST_ENDPOINT", "http://127.0.0.1:9")
        .environment("CANDOR_DEST_TOKEN", "none")
        .environment("CANDOR_QUEUE_DIR", queue.toString());
  }

  private static List<Path> files(Path queue) throws IOException {
    try (Stream<Path> files = Files.list(queue)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }
}
