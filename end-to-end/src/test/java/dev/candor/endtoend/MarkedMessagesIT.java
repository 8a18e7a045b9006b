package dev.candor.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.candor.telemetry.collector.CollectorFiles;
import dev.candor.telemetry.collector.CollectorProcess;
import dev.candor.telemetry.testkit.LoopbackBackend;
import dev.candor.telemetry.testkit.ReceivedSpan;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Behind Kafka a message is marked as read once the queue of the destination has it. The queue is
 * full, the Collector is stopped and started with room: with the shipped file each message arrives,
 * with the faults that the rule {@code marked} refuses one is gone. With the fault that {@code
 * gives-up} refuses a topic stands still though there is room again.
 */
@Timeout(240)
@Tag("P6")
@Tag("once")
class MarkedMessagesIT {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final int MESSAGES = 6;
  private static final int SPANS = 5;
  private static final String MARKING = "after: true, on_error: false, on_permanent_error: true";
  private static final String KEPT = "candor.traces.kept";
  private static final String STOPPED = "candor.traces.stopped";
  private static final String OTHER = "candor.traces.other";
  private static final String RETRIES = "error_backoff: {enabled: true";
  private static final String NO_RETRIES = "error_backoff: {enabled: false";
  private static final String SMALL =
      "exporters: {otlp_http/dest: {sending_queue: {queue_size: 10,"
          + " batch: {flush_timeout: 100ms, sizer: items, min_size: 1, max_size: 1}}}}";

  @TempDir static Path shared;
  private static KafkaBroker broker;

  @RegisterExtension final LoopbackBackend otlp = new LoopbackBackend();
  @TempDir private Path folder;
  private final Set<String> sent = new HashSet<>();
  private boolean small = true;
  private long last;

  /** What the check refuses. */
  enum Fault {
    BEFORE("after: false, on_error: false, on_permanent_error: true"),
    THOUGH_IT_FAILED("after: true, on_error: true, on_permanent_error: true");

    private final String marking;

    Fault(String marking) {
      this.marking = marking;
    }

    String topic() {
      return "candor.traces." + name().toLowerCase(Locale.ROOT);
    }
  }

  @BeforeAll
  static void startBroker() {
    broker =
        KafkaBroker.start(
            shared.resolve("kafka"),
            "candor.traces",
            "candor.metrics",
            Fault.BEFORE.topic(),
            Fault.THOUGH_IT_FAILED.topic(),
            KEPT,
            STOPPED,
            OTHER);
  }

  @AfterAll
  static void stopBroker() {
    broker.close();
  }

  @Test
  void shippedFile_queueFullAndCollectorStopped_eachMessageArrives() {
    sendStopAndGoOn("candor.traces", MARKING);

    assertThat(arrived()).containsAll(sent);
  }

  @ParameterizedTest
  @EnumSource
  void markedTooEarly_queueFullAndCollectorStopped_aMessageIsGone(Fault fault) {
    sendStopAndGoOn(fault.topic(), fault.marking);

    assertThat(arrived()).isNotEmpty().isSubsetOf(sent).hasSizeLessThan(sent.size());
  }

  @Test
  void shippedFile_queueHasRoomAgain_eachMessageArrives() {
    try (RestartableCollector collector = fillAndEmpty(KEPT, RETRIES)) {
      Awaitility.await().atMost(PATIENCE).until(() -> arrived().containsAll(sent));
    }
  }

  @Test
  void neverTriesAgain_queueHasRoomAgain_topicStandsStill() {
    try (RestartableCollector collector = fillAndEmpty(STOPPED, NO_RETRIES)) {
      String other = send(OTHER);
      Awaitility.await().atMost(PATIENCE).until(() -> arrived().contains(other));

      assertThat(arrived()).isSubsetOf(sent).hasSizeLessThan(sent.size());
    }
  }

  private RestartableCollector fillAndEmpty(String topic, String retries) {
    otlp.uri();
    otlp.down();
    String topics = topic + ", " + OTHER;
    RestartableCollector collector =
        RestartableCollector.start(folder, builder -> behind(builder, topics, RETRIES, retries));
    for (int message = 0; message < MESSAGES; message++) {
      send(topic);
    }
    Awaitility.await()
        .atMost(PATIENCE)
        .until(() -> collector.figures().sum("otelcol_exporter_enqueue_failed_spans") > 0);
    otlp.up();
    Awaitility.await()
        .atMost(PATIENCE)
        .until(() -> collector.figures().sum("otelcol_exporter_queue_size") == 0);
    return collector;
  }

  private void sendStopAndGoOn(String topic, String marking) {
    otlp.uri();
    otlp.down();
    try (RestartableCollector collector =
        RestartableCollector.start(folder, builder -> behind(builder, topic, MARKING, marking))) {
      for (int message = 0; message < MESSAGES; message++) {
        send(topic);
      }
      Awaitility.await()
          .atMost(PATIENCE)
          .until(() -> collector.figures().sum("otelcol_exporter_enqueue_failed_spans") > 0);
      collector.stop();

      small = false;
      otlp.up();
      collector.restart();
      String lastSpan = send(topic);
      // Messages keep their order: once this is there, what was sent before is, too, or never.
      Awaitility.await().atMost(PATIENCE).until(() -> arrived().contains(lastSpan));
    }
  }

  private CollectorProcess.Builder behind(
      CollectorProcess.Builder builder, String topics, String from, String to) {
    String shipped = CollectorFiles.FROM_KAFKA.text();
    assertThat(shipped).contains(from, "[candor.traces]");
    builder
        .config(CollectorFiles.BASE.unpack(folder))
        .config(
            write(
                "from-kafka.yaml",
                shipped.replace(from, to).replace("[candor.traces]", "[" + topics + "]")))
        .config(CollectorFiles.DEST_OTLP.unpack(folder));
    if (small) {
      builder.config(write("small.yaml", SMALL));
    }
    return builder
        .environment("CANDOR_SERVICES", "lab")
        .environment("CANDOR_QUEUE_DIR", folder.resolve("queue").toString())
        .environment("CANDOR_KAFKA_BROKER", broker.address())
        .environment("CANDOR_KAFKA_PLAINTEXT", "true")
        .environment("CANDOR_DEST_ENDPOINT", otlp.uri().toString())
        .environment("CANDOR_DEST_TOKEN", "not-a-real-token");
  }

  /** Sends a message, and returns the id of its last span. */
  private String send(String topic) {
    ScopeSpans.Builder spans = ScopeSpans.newBuilder();
    String id = "";
    for (int i = 0; i < SPANS; i++) {
      last++;
      id = "%032x%016x".formatted(last, last);
      sent.add(id);
      spans.addSpans(
          Span.newBuilder()
              .setTraceId(bytes(16, last))
              .setSpanId(bytes(8, last))
              .setName("session.start")
              .setStartTimeUnixNano(1_795_000_000_000_000_000L)
              .setEndTimeUnixNano(1_795_000_000_000_000_000L));
    }
    byte[] message =
        ExportTraceServiceRequest.newBuilder()
            .addResourceSpans(ResourceSpans.newBuilder().addScopeSpans(spans))
            .build()
            .toByteArray();
    Map<String, Object> settings =
        Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, broker.address());
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>(topic, message));
    }
    return id;
  }

  private Set<String> arrived() {
    return otlp.spans().stream().map(ReceivedSpan::itemId).collect(Collectors.toSet());
  }

  private static ByteString bytes(int size, long number) {
    return ByteString.copyFrom(ByteBuffer.allocate(size).putLong(size - 8, number).array());
  }

  private Path write(String name, String text) {
    try {
      return Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
