package dev.candor.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.FlushResult;
import dev.candor.telemetry.collector.CollectorFinder;
import dev.candor.telemetry.console.Candor;
import dev.candor.telemetry.testkit.ChildJvm;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code candor collector up --dest kafka} as a process. */
@Timeout(300)
@Tag("posix")
@Tag("once")
class KafkaUpIT {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final String TRACES = "candor.traces";
  private static final int ERRORS = 3;

  @TempDir private Path folder;

  @Test
  void up_brokerIsThere_itHasTheProbeAndWhatAnApplicationTells() {
    try (KafkaBroker broker = KafkaBroker.start(folder.resolve("kafka"), TRACES, "candor.metrics");
        ChildJvm up = up(broker.address())) {
      up.awaitLine("Running.", PATIENCE);
      assertThat(up.stdout()).contains("  kafka      taken by the broker");
      assertThat(spans(broker)).containsExactly("candor.probe");

      try (Lab lab = lab(up)) {
        lab.fail(ERRORS);
        assertThat(lab.flush(PATIENCE)).isEqualTo(FlushResult.DELIVERED);
      }

      Awaitility.await()
          .atMost(PATIENCE)
          .untilAsserted(
              () ->
                  assertThat(spans(broker))
                      .filteredOn("app.error"::equals)
                      .as("errors that the broker has")
                      .hasSize(ERRORS));
    }
  }

  @Test
  void up_brokerIsAway_saysThatTheProbeWaitsAndRuns() {
    try (ChildJvm up = up("127.0.0.1:" + Ports.free())) {
      up.awaitLine("Running.", PATIENCE);

      assertThat(up.stdout()).contains("  kafka      NOT taken yet, it waits");
    }
  }

  private ChildJvm up(String broker) {
    return ChildJvm.of(Candor.class)
        .jvmArgs("-XX:TieredStopAtLevel=1", "-Dcandor.root=" + System.getProperty("candor.root"))
        .args("collector", "up", "--dest", "kafka", "--folder", folder.resolve("up").toString())
        .environment(CollectorFinder.VARIABLE, RestartableCollector.program().toString())
        .environment("CANDOR_SERVICES", "lab")
        .environment("CANDOR_KAFKA_BROKER", broker)
        .environment("CANDOR_KAFKA_PLAINTEXT", "true")
        .directory(folder)
        .start();
  }

  private Lab lab(ChildJvm up) {
    return Lab.start(
        folder.resolve("application"),
        URI.create(after("OTEL_EXPORTER_OTLP_ENDPOINT=", up)),
        after("OTEL_EXPORTER_OTLP_HEADERS=authorization=Bearer%20", up));
  }

  private static String after(String head, ChildJvm up) {
    return up.awaitLine(head, PATIENCE).substring(head.length());
  }

  /** The names of all spans that the broker has. */
  private static List<String> spans(KafkaBroker broker) {
    List<String> names = new ArrayList<>();
    Map<String, Object> settings =
        Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, broker.address());
    ByteArrayDeserializer bytes = new ByteArrayDeserializer();
    try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings, bytes, bytes)) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(TRACES).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.get(one))) {
        for (ConsumerRecord<byte[], byte[]> message : consumer.poll(Duration.ofSeconds(1))) {
          names.addAll(names(message.value()));
        }
      }
    }
    return names;
  }

  private static List<String> names(byte[] message) {
    try {
      return ExportTraceServiceRequest.parseFrom(message).getResourceSpansList().stream()
          .flatMap(group -> group.getScopeSpansList().stream())
          .flatMap(group -> group.getSpansList().stream())
          .map(Span::getName)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
