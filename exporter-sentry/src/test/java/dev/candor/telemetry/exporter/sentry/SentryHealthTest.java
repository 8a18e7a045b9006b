package dev.candor.telemetry.exporter.sentry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.ConsentPreset;
import dev.candor.telemetry.ErrorReport;
import dev.candor.telemetry.ErrorReport.Language;
import dev.candor.telemetry.ErrorReport.Link;
import dev.candor.telemetry.ErrorReport.Origin;
import dev.candor.telemetry.FlushResult;
import dev.candor.telemetry.RunEnvironment;
import dev.candor.telemetry.SessionEnd;
import dev.candor.telemetry.SourceSession;
import dev.candor.telemetry.SourceTelemetry;
import dev.candor.telemetry.TelemetryOptions;
import dev.candor.telemetry.TelemetryRuntime;
import dev.candor.telemetry.testkit.FakeSentry;
import dev.candor.telemetry.testkit.LoopbackBackend;
import dev.candor.telemetry.testkit.ReceivedPoint;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Release health at Sentry beside our own totals, from the same runs. */
@Timeout(120)
class SentryHealthTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Instant START =
      Instant.now().minus(Duration.ofHours(2)).truncatedTo(ChronoUnit.SECONDS);

  @RegisterExtension final FakeSentry sentry = new FakeSentry();
  @RegisterExtension final LoopbackBackend collector = new LoopbackBackend();
  @TempDir Path folder;

  @BeforeEach
  void run() {
    try (TelemetryRuntime runtime =
        TelemetryRuntime.start(
            TelemetryOptions.builder("lab", "1.4.2", LabEvents.class)
                .folder(folder)
                .endpoint(collector.uri())
                .environment(Map.of("SENTRY_DSN", sentry.dsn(), "TELEMETRY_TIMEOUT", "20"))
                .build())) {
      runtime.consent().set(ConsentPreset.EVERYTHING);
      for (int i = 0; i < 6; i++) {
        run(runtime, "exit-" + i, i % 3, SessionEnd.EXIT);
      }
      run(runtime, "crash-0", 1, SessionEnd.CRASH);
      run(runtime, "crash-1", 3, SessionEnd.CRASH);
      run(runtime, "unfinished", 2, SessionEnd.UNFINISHED);
      Awaitility.await()
          .atMost(PATIENCE)
          .untilAsserted(
              () -> assertThat(runtime.flush(PATIENCE)).isEqualTo(FlushResult.DELIVERED));
    }
    assertThat(sentry.faults()).isEmpty();
  }

  @Test
  void crashFree_atSentry_isThatOfOurTotals() {
    long crashed =
        latest().values().stream().filter(s -> s.get("status").equals("crashed")).count();

    assertThat(crashed).isEqualTo(ours("session.count", "crash"));
    assertThat(latest()).hasSize((int) ours("session.start.count", ""));
  }

  @Test
  void sessions_atSentry_tellEachEndAndItsErrors() {
    assertThat(latest().values())
        .extracting(session -> session.get("status") + " " + session.get("errors"))
        .containsExactlyInAnyOrder(
            "ok 0",
            "exited 0",
            "exited 1",
            "exited 2",
            "exited 0",
            "exited 1",
            "exited 2",
            "crashed 1",
            "crashed 3",
            "abnormal 2");
  }

  @Test
  void errors_ofAllSessions_areThoseThatArrived() {
    long told =
        latest().values().stream().mapToLong(s -> ((Number) s.get("errors")).longValue()).sum();

    assertThat(told)
        .isEqualTo(collector.spans("app.error").size())
        .isEqualTo(sentry.events().size());
  }

  private static void run(TelemetryRuntime runtime, String name, int errors, SessionEnd end) {
    SourceTelemetry source =
        runtime
            .telemetry()
            .source(new SourceSession("squid", name, "2.0", RunEnvironment.SIMULATION, START));
    for (int i = 1; i <= errors; i++) {
      source.error(
          new ErrorReport(
              Language.PYTHON,
              Origin.LOGGED,
              List.of(new Link("OSError", List.of())),
              1,
              List.of()),
          START.plusSeconds(i),
          i);
    }
    source.end(START.plusSeconds(60), end);
  }

  /** What Sentry knows in the end of each session. */
  private Map<Object, Map<String, Object>> latest() {
    Map<Object, Map<String, Object>> latest = new LinkedHashMap<>();
    for (Map<String, Object> update : sentry.sessions()) {
      latest.merge(update.get("sid"), update, (one, other) -> seq(other) >= seq(one) ? other : one);
    }
    return latest;
  }

  private static long seq(Map<String, Object> update) {
    return ((Number) update.get("seq")).longValue();
  }

  private long ours(String metric, String reason) {
    return collector.points(metric).stream()
        .filter(
            point ->
                reason.isEmpty() || reason.equals(point.attributes().get("session.end.reason")))
        .mapToLong(ReceivedPoint::count)
        .sum();
  }
}
