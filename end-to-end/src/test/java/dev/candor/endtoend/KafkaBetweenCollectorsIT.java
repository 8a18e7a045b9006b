package dev.candor.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.candor.telemetry.collector.CollectorFiles;
import dev.candor.telemetry.collector.CollectorProcess;
import dev.candor.telemetry.exporter.Item;
import dev.candor.telemetry.testkit.FakeAmplitude;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.metrics.v1.ResourceMetrics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A Collector on each host, Kafka, and a Collector in front of the gateway. */
@Timeout(420)
@Tag("P7")
@Tag("once")
class KafkaBetweenCollectorsIT {
  private static final Duration PATIENCE = Duration.ofSeconds(150);
  private static final String TRACES = "candor.traces";
  private static final String METRICS = "candor.metrics";
  private static final int PARTITIONS = 2;
  private static final int KILLS = 5;
  private static final int ALIKE = 20;
  private static final int REQUESTS = 3;

  @RegisterExtension final FakeAmplitude amplitude = new FakeAmplitude();
  @TempDir private Path folder;

  @Test
  void brokerIsKilledAgainAndAgain_eachArrivesOnceAndIsCountedOnce() {
    try (KafkaBroker broker =
            KafkaBroker.start(folder.resolve("kafka"), PARTITIONS, TRACES, METRICS);
        GatewayProcess gateway = gateway();
        RestartableCollector host = onHost(broker);
        RestartableCollector behind = behindKafka(broker, gateway);
        Lab lab = Lab.start(folder.resolve("application"), host);
        Load load = Load.on(lab)) {
      for (int kill = 1; kill <= KILLS; kill++) {
        broker.awaitUp();
        int before = errors();
        load.round();
        await(() -> errors() > before);
        load.round();
        broker.killAndRestart();
      }
      load.close();
      lab.sendAll(PATIENCE);

      await(() -> errors() >= load.errors());
      awaitCounts(host, broker, behind);
      assertThat(errors()).isEqualTo(load.errors());
      assertThat(amplitude.duplicates()).isZero();
      assertThat(behind.isAlive()).isTrue();
      HandedOver events = lab.handedOver().eventsBehind(gateway.ids());
      List<Item> stored = gateway.stored("store");
      assertThat(stored).extracting(Item::id).containsAll(events.delivered());
      assertThat(Counts.total(stored, "app.error.count")).isEqualTo(load.errors());
      assertReportsStayTogether(broker.messages(METRICS));
    }
  }

  @Test
  void spansOfOneTraceInSeveralRequests_stayInOnePartition() {
    try (KafkaBroker broker =
            KafkaBroker.start(folder.resolve("kafka"), PARTITIONS, TRACES, METRICS);
        RestartableCollector host = onHost(broker)) {
      List<String> traces = Stream.generate(RawSpans::newTrace).limit(ALIKE).toList();
      for (int request = 1; request <= REQUESTS; request++) {
        assertThat(host.post(RawSpans.request(traces))).isEqualTo(200);
        long sent = (long) request * ALIKE;
        await(() -> sent(host, "spans", "kafka/dest") == sent);
      }

      Map<String, List<Integer>> partitions = new HashMap<>();
      for (ConsumerRecord<byte[], byte[]> message : broker.messages(TRACES)) {
        traces(message)
            .forEach(
                id ->
                    partitions
                        .computeIfAbsent(id, i -> new ArrayList<>())
                        .add(message.partition()));
      }
      assertThat(partitions).containsOnlyKeys(traces);
      assertThat(partitions.values())
          .allSatisfy(of -> assertThat(of).hasSize(REQUESTS).containsOnly(of.get(0)))
          .extracting(of -> of.get(0))
          .containsOnly(0, 1);
    }
  }

  private int errors() {
    return amplitude.events("app.error").size();
  }

  /** Waits until each point has come to the broker, and each that is there to the gateway. */
  private static void awaitCounts(
      RestartableCollector host, KafkaBroker broker, RestartableCollector behind) {
    await(
        () ->
            sent(host, "metric_points", "kafka/dest")
                == host.figures().sum("otelcol_receiver_accepted_metric_points"));
    long points =
        broker.messages(METRICS).stream()
            .flatMap(message -> metrics(message).stream())
            .mapToLong(KafkaBetweenCollectorsIT::points)
            .sum();
    await(() -> sent(behind, "metric_points", "otlp_http/store") >= points);
  }

  private static void await(Callable<Boolean> end) {
    Awaitility.await().atMost(PATIENCE).until(end);
  }

  private static long sent(RestartableCollector collector, String signal, String exporter) {
    return collector
        .figures()
        .sum("otelcol_exporter_sent_" + signal, "exporter=\"" + exporter + "\"");
  }

  /** What totals are keyed by: their resource, which names their report. */
  private static void assertReportsStayTogether(List<ConsumerRecord<byte[], byte[]>> messages) {
    Map<String, Set<Integer>> partitions = new HashMap<>();
    for (ConsumerRecord<byte[], byte[]> message : messages) {
      metrics(message)
          .forEach(
              metrics ->
                  partitions
                      .computeIfAbsent(metrics.getResource().toString(), report -> new HashSet<>())
                      .add(message.partition()));
    }
    assertThat(partitions.values())
        .allSatisfy(of -> assertThat(of).hasSize(1))
        .contains(Set.of(0), Set.of(1));
  }

  private GatewayProcess gateway() {
    return GatewayProcess.start(
        folder,
        folder.resolve("gateway"),
        "services: [lab]\npaths: {amplitude: {}, store: {}}\n",
        Map.of(
            "AMPLITUDE_API_KEY",
            FakeAmplitude.KEY,
            "AMPLITUDE_ENDPOINT",
            amplitude.uri().toString()));
  }

  private RestartableCollector onHost(KafkaBroker broker) {
    Path host = folder.resolve("host");
    return RestartableCollector.start(
        host, builder -> withKafka(builder, host, broker, CollectorFiles.DEST_KAFKA));
  }

  private RestartableCollector behindKafka(KafkaBroker broker, GatewayProcess gateway) {
    Path behind = folder.resolve("behind");
    return RestartableCollector.start(
        behind,
        builder ->
            withKafka(builder, behind, broker, CollectorFiles.FROM_KAFKA)
                .config(CollectorFiles.DEST_AMPLITUDE.unpack(behind))
                .config(CollectorFiles.DEST_STORE.unpack(behind))
                .environment("CANDOR_GATEWAY_ENDPOINT", gateway.uri().toString())
                .environment("CANDOR_GATEWAY_TOKEN", GatewayProcess.TOKEN)
                // As for a gateway on another machine.
                .environment("CANDOR_GATEWAY_COMPRESSION", "gzip"));
  }

  private static CollectorProcess.Builder withKafka(
      CollectorProcess.Builder builder, Path own, KafkaBroker broker, CollectorFiles overlay) {
    return builder
        .config(CollectorFiles.BASE.unpack(own))
        .config(overlay.unpack(own))
        .environment("CANDOR_SERVICES", "lab")
        .environment("CANDOR_QUEUE_DIR", own.resolve("queue").toString())
        .environment("CANDOR_KAFKA_BROKER", broker.address())
        .environment("CANDOR_KAFKA_PLAINTEXT", "true");
  }

  private static List<String> traces(ConsumerRecord<byte[], byte[]> message) {
    try {
      return ExportTraceServiceRequest.parseFrom(message.value()).getResourceSpansList().stream()
          .flatMap(spans -> spans.getScopeSpansList().stream())
          .flatMap(scope -> scope.getSpansList().stream())
          .map(span -> HexFormat.of().formatHex(span.getTraceId().toByteArray()))
          .toList();
    } catch (InvalidProtocolBufferException e) {
      throw new AssertionError("no traces", e);
    }
  }

  private static List<ResourceMetrics> metrics(ConsumerRecord<byte[], byte[]> message) {
    try {
      return ExportMetricsServiceRequest.parseFrom(message.value()).getResourceMetricsList();
    } catch (InvalidProtocolBufferException e) {
      throw new AssertionError("no metrics", e);
    }
  }

  private static long points(ResourceMetrics metrics) {
    return metrics.getScopeMetricsList().stream()
        .flatMap(scope -> scope.getMetricsList().stream())
        .mapToLong(
            metric ->
                metric.getSum().getDataPointsCount() + metric.getHistogram().getDataPointsCount())
        .sum();
  }
}
