package dev.candor.telemetry.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.candor.telemetry.registry.Probe;
import dev.candor.telemetry.testkit.FakeAmplitude;
import dev.candor.telemetry.testkit.FakeGa4;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceResponse;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.opentelemetry.proto.trace.v1.Span;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A request that names several paths is as one to each. */
class SeveralPathsTest {
  private static final String BOTH = "/ga4,amplitude/v1/traces";
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int ROOM = 3;

  @RegisterExtension final FakeGa4 google = new FakeGa4();
  @RegisterExtension final FakeAmplitude amplitude = new FakeAmplitude();
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
    return TestGateway.config(temporary.resolve("gateway"))
        .store(Duration.ofDays(30))
        .destination(GatewayPath.GA4, TestGateway.destination(google), 600)
        .destination(GatewayPath.AMPLITUDE, TestGateway.destination(amplitude), 600);
  }

  private int post(String path, int from, int count) {
    return post(path, TestRequests.spans(1, from, count)).statusCode();
  }

  private HttpResponse<byte[]> post(String path, ExportTraceServiceRequest request) {
    return gateway.post(path, request.toByteArray());
  }

  private long count(String metric, String path) {
    return count(metric + "{path=\"" + path + "\"}");
  }

  private long answers(String path, String word) {
    return count("requests_total{answer=\"" + word + "\",path=\"" + path + "\"}");
  }

  private long rejected(String path, String reason) {
    return count("items_rejected_total{path=\"" + path + "\",reason=\"" + reason + "\"}");
  }

  private long count(String series) {
    return gateway
        .get("/metrics")
        .lines()
        .filter(line -> line.startsWith("candor_gateway_" + series + " "))
        .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' '))))
        .sum();
  }

  @ParameterizedTest
  @ValueSource(strings = {BOTH, "/amplitude,ga4/v1/traces", "/store,amplitude,ga4/v1/traces"})
  void post_severalPathsInAnyOrder_arrivesOnceAtEach(String address) {
    assertThat(post(address, 0, 2)).isEqualTo(200);

    await().atMost(PATIENCE).until(() -> google.events("imaging_run").size() == 2);
    await().atMost(PATIENCE).until(() -> amplitude.events("imaging.run").size() == 2);
    for (String path : List.of("ga4", "amplitude")) {
      assertThat(answers(path, "taken")).isEqualTo(1);
      assertThat(count("items_received_total", path)).isEqualTo(2);
      assertThat(count("items_stored_total", path)).isEqualTo(2);
    }
  }

  @Test
  void post_onePathOfSeveral_leavesTheOthersAlone() {
    post("/amplitude,store/v1/traces", 0, 2);

    await().atMost(PATIENCE).until(() -> amplitude.events("imaging.run").size() == 2);
    assertThat(count("items_received_total", "ga4")).isZero();
    assertThat(count("items_stored_total", "store")).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/ga4,ga4",
        "/ga4,amplitude,ga4",
        "/ga4,nobody",
        "/ga4,",
        "/,ga4",
        "/ga4,,amplitude",
        "/ga4;amplitude",
        "/GA4,amplitude",
        "/ga4,%20amplitude",
        "/ga4/amplitude"
      })
  void post_namesThatAreNoPathsEachOnce_isToComeAgainAndStoredNowhere(String paths) {
    assertThat(post(paths + "/v1/traces", 0, 1)).isEqualTo(503);

    assertThat(answers("other", "path")).isEqualTo(1);
    assertThat(gateway.get("/metrics")).doesNotContain("candor_gateway_items_received_total{");
  }

  @Test
  void post_oneOfThemNotConfigured_isToComeAgainAndCountedWhereItIsMissing() {
    assertThat(post("/amplitude,sentry/v1/traces", 0, 1)).isEqualTo(503);

    assertThat(answers("sentry", "path")).isEqualTo(1);
    assertThat(answers("amplitude", "path")).isZero();
    assertThat(count("items_received_total", "amplitude")).isZero();
  }

  @Test
  @Tag("P7")
  void post_whatOneOfThemHas_isNewToTheOtherOnly() {
    post("/ga4/v1/traces", 0, 2);

    assertThat(post(BOTH, 0, 3)).isEqualTo(200);

    await().atMost(PATIENCE).until(() -> google.events("imaging_run").size() == 3);
    await().atMost(PATIENCE).until(() -> amplitude.events("imaging.run").size() == 3);
    assertThat(count("items_known_total", "ga4")).isEqualTo(2);
    assertThat(count("items_known_total", "amplitude")).isZero();
  }

  @Test
  @Tag("P6")
  @Tag("P7")
  void post_oneStoreFullAndThenEmptyAgain_arrivesOnceAtEach() {
    gateway.close();
    amplitude.backend().down();
    gateway = TestGateway.start(config().room(ROOM, 1L << 30));
    post("/amplitude/v1/traces", 0, ROOM);

    assertThat(post(BOTH, ROOM, 1)).isEqualTo(503);

    await().atMost(PATIENCE).until(() -> google.events("imaging_run").size() == 1);
    assertThat(answers("ga4", "taken")).isEqualTo(1);
    assertThat(answers("amplitude", "full")).isEqualTo(1);
    amplitude.backend().up();
    await().atMost(PATIENCE).until(() -> post(BOTH, ROOM, 1) == 200);
    await().atMost(PATIENCE).until(() -> amplitude.events("imaging.run").size() == ROOM + 1);
    assertThat(amplitude.duplicates()).isZero();
    assertThat(google.events("imaging_run")).hasSize(1);
    for (String path : List.of("ga4", "amplitude")) {
      assertThat(count("items_received_total", path))
          .isEqualTo(count("items_stored_total", path) + count("items_known_total", path));
    }
    assertThat(count("items_stored_total", "ga4")).isEqualTo(1);
    assertThat(count("items_stored_total", "amplitude")).isEqualTo(ROOM + 1);
  }

  @Test
  void post_faultAtOneOfThem_isStoredByTheOtherAndToComeAgain() {
    gateway.close();
    BreakableDestination faulty = new BreakableDestination(TestGateway.destination(amplitude));
    gateway = TestGateway.start(config().destination(GatewayPath.AMPLITUDE, faulty, 600));
    faulty.becomeBroken();

    assertThat(
            gateway
                .post("/amplitude,store/v1/metrics", StorePathTest.report().toByteArray())
                .statusCode())
        .isEqualTo(503);

    assertThat(answers("amplitude", "fault")).isEqualTo(1);
    assertThat(answers("store", "taken")).isEqualTo(1);
    assertThat(count("items_stored_total", "store")).isEqualTo(1);
  }

  @Test
  void probe_toSeveral_isCountedAtEach() {
    Span probe =
        TestRequests.span(1, Probe.NAME).toBuilder()
            .clearAttributes()
            .addAttributes(TestRequests.text(Probe.REACH, Probe.TO_GATEWAY))
            .build();

    post(BOTH, TestRequests.request(TestRequests.installation(1), List.of(probe)));

    for (String path : List.of("ga4", "amplitude")) {
      assertThat(count("probes_total", path)).isEqualTo(1);
      assertThat(count("items_received_total", path)).isEqualTo(1);
      assertThat(count("items_stored_total", path)).isZero();
    }
  }

  @Test
  void post_someBadItems_areRejectedByEachAndToldOnce() throws InvalidProtocolBufferException {
    ExportTraceServiceRequest request =
        TestRequests.request(
            TestRequests.installation(1),
            List.of(
                TestRequests.span(1),
                TestRequests.span(2, "somebody.else"),
                TestRequests.span(3).toBuilder().clearSpanId().build()));

    HttpResponse<byte[]> answer = post(BOTH, request);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(
            ExportTraceServiceResponse.parseFrom(answer.body())
                .getPartialSuccess()
                .getRejectedSpans())
        .isEqualTo(2);
    for (String path : List.of("ga4", "amplitude")) {
      assertThat(rejected(path, "unregistered")).isEqualTo(1);
      assertThat(rejected(path, "id")).isEqualTo(1);
      assertThat(count("items_stored_total", path)).isEqualTo(1);
    }
  }

  @Test
  void counts_whereOnlyOneTakesThem_areStoredThereAndTheMostIsTold()
      throws InvalidProtocolBufferException {
    HttpResponse<byte[]> answer =
        gateway.post("/store,ga4/v1/metrics", StorePathTest.report().toByteArray());

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(
            ExportMetricsServiceResponse.parseFrom(answer.body())
                .getPartialSuccess()
                .getRejectedDataPoints())
        .isEqualTo(1);
    assertThat(count("items_stored_total", "store")).isEqualTo(1);
    assertThat(rejected("store", "unsupported")).isZero();
    assertThat(rejected("ga4", "unsupported")).isEqualTo(1);
    assertThat(count("items_received_total", "ga4")).isEqualTo(1);
  }

  @Test
  void post_noOtlp_isTakenWithAWarningAndCountedAtEach() {
    HttpResponse<byte[]> answer =
        gateway.post(BOTH, "jane.doe@example.org".getBytes(StandardCharsets.UTF_8));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answers("ga4", "unreadable")).isEqualTo(1);
    assertThat(answers("amplitude", "unreadable")).isEqualTo(1);
    assertThat(count("items_received_total", "ga4")).isZero();
  }

  @Test
  void post_wrongToken_isToComeAgainAndCountedAtEach() {
    int status =
        gateway
            .send(
                gateway
                    .request(BOTH, new byte[0])
                    .setHeader("Authorization", "Bearer not-a-real-token-1"))
            .statusCode();

    assertThat(status).isEqualTo(503);
    assertThat(answers("ga4", "token")).isEqualTo(1);
    assertThat(answers("amplitude", "token")).isEqualTo(1);
  }
}
