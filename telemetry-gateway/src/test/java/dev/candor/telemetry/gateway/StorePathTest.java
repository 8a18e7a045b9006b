package dev.candor.telemetry.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.exporter.CountItem;
import dev.candor.telemetry.exporter.EventItem;
import dev.candor.telemetry.exporter.Item;
import dev.candor.telemetry.outbox.Outbox;
import dev.candor.telemetry.outbox.StoredItem;
import dev.candor.telemetry.testkit.FakeClock;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceResponse;
import io.opentelemetry.proto.metrics.v1.AggregationTemporality;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import io.opentelemetry.proto.metrics.v1.ResourceMetrics;
import io.opentelemetry.proto.metrics.v1.ScopeMetrics;
import io.opentelemetry.proto.metrics.v1.Sum;
import io.opentelemetry.proto.resource.v1.Resource;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the path {@code /store} keeps. */
class StorePathTest {
  private static final String REPORT = "00112233445566778899aabbccddeeff";
  private static final long DAY = 86_400_000_000_000L;

  @TempDir Path temporary;
  private TestGateway gateway;

  @BeforeEach
  void start() {
    gateway = TestGateway.start(config());
  }

  @AfterEach
  void stop() {
    gateway.close();
  }

  private GatewayConfig.Builder config() {
    return TestGateway.config(temporary.resolve("gateway")).store(Duration.ofDays(30));
  }

  private List<Item> stored() {
    gateway.close();
    try (Outbox outbox =
        Outbox.openRelay(
            temporary.resolve("gateway/store"), Outbox.Limits.defaults(), Clock.systemUTC())) {
      return outbox.items(0, 100).stream().map(StoredItem::item).toList();
    }
  }

  private static String metric() {
    return TestGateway.registry().metrics().stream()
        .filter(rule -> rule.required().isEmpty())
        .filter(
            rule ->
                rule.shape().instrument()
                    == dev.candor.telemetry.registry.SignalRule.Instrument.COUNTER)
        .findFirst()
        .orElseThrow()
        .name();
  }

  private static ExportMetricsServiceRequest counts(String report, long... days) {
    Sum.Builder sum =
        Sum.newBuilder()
            .setIsMonotonic(true)
            .setAggregationTemporality(AggregationTemporality.AGGREGATION_TEMPORALITY_DELTA);
    for (long day : days) {
      sum.addDataPoints(
          NumberDataPoint.newBuilder()
              .setStartTimeUnixNano(day * DAY)
              .setTimeUnixNano((day + 1) * DAY)
              .setAsInt(3));
    }
    return ExportMetricsServiceRequest.newBuilder()
        .addResourceMetrics(
            ResourceMetrics.newBuilder()
                .setResource(
                    Resource.newBuilder()
                        .addAttributes(TestRequests.text("service.name", "lab"))
                        .addAttributes(TestRequests.text("candor.report.id", report)))
                .addScopeMetrics(
                    ScopeMetrics.newBuilder()
                        .addMetrics(Metric.newBuilder().setName(metric()).setSum(sum))))
        .build();
  }

  /** A report of one point. */
  static ExportMetricsServiceRequest report() {
    return counts(REPORT, 20_000);
  }

  /** What a sender that gives its reports no id counted in a minute. */
  private static ExportMetricsServiceRequest window(long startNanos) {
    ExportMetricsServiceRequest.Builder request = counts("none", 20_000).toBuilder();
    request
        .getResourceMetricsBuilder(0)
        .getScopeMetricsBuilder(0)
        .getMetricsBuilder(0)
        .getSumBuilder()
        .getDataPointsBuilder(0)
        .setStartTimeUnixNano(startNanos)
        .setTimeUnixNano(startNanos + 60_000_000_000L);
    return request.build();
  }

  private long rejected(ExportMetricsServiceRequest request) {
    HttpResponse<byte[]> answer = gateway.post("/store/v1/metrics", request.toByteArray());
    assertThat(answer.statusCode()).isEqualTo(200);
    try {
      return ExportMetricsServiceResponse.parseFrom(answer.body())
          .getPartialSuccess()
          .getRejectedDataPoints();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void post_span_isKeptWithANewIdAndItsInstallation() {
    gateway.post("/store/v1/traces", TestRequests.spans(7, 0, 1).toByteArray());

    EventItem item = (EventItem) stored().get(0);
    assertThat(item.name()).isEqualTo("imaging.run");
    assertThat(item.id()).doesNotContain("00a0").hasSize(48);
    assertThat(item.resource()).containsEntry("app.installation.id", TestRequests.installation(7));
  }

  @Test
  void post_json_isReadLikeProtobuf() {
    String json =
        """
        {"resourceSpans":[{"resource":{"attributes":[{"key":"service.name","value":{"stringValue":"lab"}}]},
        "scopeSpans":[{"spans":[{"traceId":"5b8efff798038103d269b633813fc60c","spanId":"eee19b7ec3c1b174",
        "name":"imaging.run","kind":1,"startTimeUnixNano":"1795000000000000000","endTimeUnixNano":"1795000001000000000",
        "attributes":[{"key":"imaging.run.channels","value":{"intValue":"3"}}],"unheardOf":{"a":[1]}}]}]}]}
        """;

    HttpResponse<byte[]> answer =
        gateway.send(
            gateway
                .request(
                    "/store/v1/traces", TestRequests.gzip(json.getBytes(StandardCharsets.UTF_8)))
                .header("Content-Type", "application/json; charset=utf-8")
                .header("Content-Encoding", "gzip"));

    assertThat(new String(answer.body(), StandardCharsets.UTF_8)).isEqualTo("{}");
    assertThat(((EventItem) stored().get(0)).attributes())
        .containsEntry("imaging.run.channels", 3L);
  }

  @Test
  @Tag("P4")
  void post_freeText_isSanitizedAgain() {
    gateway.post(
        "/store/v1/traces",
        TestRequests.request(
                TestRequests.installation(1),
                List.of(
                    TestRequests.span(1).toBuilder()
                        .addAttributes(
                            TestRequests.text("imaging.run.note", "ask jane.doe@example.org"))
                        .build()))
            .toByteArray());

    assertThat(((EventItem) stored().get(0)).attributes().toString()).doesNotContain("jane.doe");
  }

  @Test
  @Tag("P7")
  void post_reportCutInOtherParts_isCountedOnce() {
    assertThat(rejected(counts(REPORT, 20_000, 20_001))).isZero();
    assertThat(rejected(counts(REPORT, 20_001, 20_002))).isZero();

    assertThat(stored())
        .hasSize(3)
        .allSatisfy(item -> assertThat(((CountItem) item).points().get(0).count()).isEqualTo(3));
  }

  @Test
  @Tag("P7")
  void post_pointsWithoutAReport_areKnownByWhatTheyCover() {
    ExportMetricsServiceRequest once = window(1_795_000_000_123_456_789L);
    ExportMetricsServiceRequest then = window(1_795_000_060_123_456_789L);

    assertThat(rejected(once)).isZero();
    assertThat(rejected(once)).isZero();
    assertThat(rejected(then)).isZero();

    assertThat(stored()).hasSize(2);
  }

  @Test
  @Tag("P7")
  void post_pointsOfWholeDaysWithoutAReport_areRejected() {
    assertThat(rejected(counts("none", 20_000))).isEqualTo(1);
  }

  @Test
  @Tag("P7")
  void post_sameReportIdForAnotherDay_isAnotherPoint() {
    assertThat(rejected(counts(REPORT, 20_000))).isZero();
    assertThat(rejected(counts(REPORT, 20_001))).isZero();

    assertThat(stored()).hasSize(2);
  }

  @Test
  void post_accumulatingSum_isRejected() {
    ExportMetricsServiceRequest.Builder request = counts(REPORT, 20_000).toBuilder();
    request
        .getResourceMetricsBuilder(0)
        .getScopeMetricsBuilder(0)
        .getMetricsBuilder(0)
        .getSumBuilder()
        .setAggregationTemporality(AggregationTemporality.AGGREGATION_TEMPORALITY_CUMULATIVE);

    assertThat(rejected(request.build())).isEqualTo(1);
  }

  @Test
  void restart_sameFolder_keepsWhatWasStoredAndKnowsItAgain() {
    gateway.post("/store/v1/traces", TestRequests.spans(1, 0, 2).toByteArray());
    gateway.close();
    gateway = TestGateway.start(config());

    gateway.post("/store/v1/traces", TestRequests.spans(1, 0, 3).toByteArray());

    assertThat(gateway.get("/metrics"))
        .contains("candor_gateway_items_known_total{path=\"store\"} 2.0")
        .contains("candor_gateway_items_stored_total{path=\"store\"} 1.0");
    assertThat(stored()).hasSize(3);
  }

  @Test
  void purge_olderThanSomeDays_deletesTheseOnly() {
    gateway.close();
    Path folder = temporary.resolve("gateway/store");
    FakeClock clock = FakeClock.create();
    StorePurge purge = StorePurge.of(config().build(), clock);
    try (Outbox outbox = Outbox.openRelay(folder, Outbox.Limits.defaults(), clock)) {
      outbox.append(TestItemsOf.events(0, 3));
      clock.advance(Duration.ofDays(10));
      outbox.append(TestItemsOf.events(3, 5));
    }

    assertThat(purge.count(Duration.ofDays(5))).isEqualTo(3);
    assertThat(purge.delete(Duration.ofDays(5))).isEqualTo(3);
    assertThat(purge.count(Duration.ZERO)).isLessThanOrEqualTo(2);
    assertThat(stored()).hasSize(2);
  }
}
