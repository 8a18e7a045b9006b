package dev.candor.telemetry.otel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.ConsentPreset;
import dev.candor.telemetry.ErrorReport;
import dev.candor.telemetry.ErrorReport.Frame;
import dev.candor.telemetry.ErrorReport.Language;
import dev.candor.telemetry.ErrorReport.Link;
import dev.candor.telemetry.ErrorReport.Origin;
import dev.candor.telemetry.SessionEnd;
import dev.candor.telemetry.SourceTelemetry;
import dev.candor.telemetry.SourceTelemetry.Status;
import dev.candor.telemetry.TelemetryRuntime;
import dev.candor.telemetry.testkit.FakeClock;
import dev.candor.telemetry.testkit.LoopbackBackend;
import dev.candor.telemetry.testkit.ReceivedSpan;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The sidecar door. */
class SourceTest {
  private static final Instant START = Calls.SOURCE.started();
  @RegisterExtension final LoopbackBackend backend = new LoopbackBackend();
  @TempDir Path folder;
  private TelemetryRuntime runtime;

  @BeforeEach
  void start() {
    runtime = LabRuntime.start(folder, FakeClock.create(), backend);
  }

  @AfterEach
  void close() {
    runtime.close();
  }

  @Test
  @Tag("P7")
  void tell_twice_isOneItemAndOneCountEach() {
    runtime.consent().set(ConsentPreset.EVERYTHING);
    tell();
    LabRuntime.deliver(runtime);
    tell();
    LabRuntime.deliver(runtime);

    assertThat(backend.spans("file.export")).hasSize(2);
    assertThat(backend.spans("app.error")).hasSize(1);
    assertThat(backend.itemIds().values()).containsOnly(1);
    assertThat(count("file.export.count")).isEqualTo(2);
    assertThat(count("app.error.count")).isEqualTo(1);
  }

  @Test
  @Tag("P7")
  void tell_twiceUnderCounts_isOneCountEach() {
    runtime.consent().set(ConsentPreset.COUNTS);
    tell();
    LabRuntime.deliver(runtime);
    tell();
    LabRuntime.deliver(runtime);

    assertThat(backend.spans()).isEmpty();
    assertThat(count("file.export.count")).isEqualTo(2);
  }

  @Test
  @Tag("SQ-36")
  void tell_session_hasItsOwnTimesIdsAndResource() {
    runtime.consent().set(ConsentPreset.EVERYTHING);
    tell();
    LabRuntime.deliver(runtime);

    SourceKey key = new SourceKey(Calls.SOURCE);
    List<ReceivedSpan> mine =
        backend.spans().stream()
            .filter(span -> span.resource().get("service.name").equals("squid"))
            .toList();
    assertThat(mine)
        .extracting(ReceivedSpan::name)
        .containsExactlyInAnyOrder(
            "session.start", "file.export", "file.export", "app.error", "session");
    assertThat(mine)
        .allSatisfy(
            span -> {
              assertThat(span.attributes()).containsEntry("session.id", key.sessionId());
              assertThat(span.resource())
                  .containsEntry("service.version", "2.0")
                  .containsEntry("deployment.environment.name", "simulation")
                  .doesNotContainKey("process.runtime.version");
            });
    ReceivedSpan export =
        mine.stream()
            .filter(span -> span.itemId().equals(key.itemId("file.export", 1)))
            .findFirst()
            .orElseThrow();
    assertThat(export.span().getStartTimeUnixNano()).isEqualTo(START.toEpochMilli() * 1_000_000);
    assertThat(export.span().getEndTimeUnixNano())
        .isEqualTo(START.plusSeconds(5).toEpochMilli() * 1_000_000);
    assertThat(mine)
        .filteredOn(span -> span.name().equals("session"))
        .extracting(span -> span.attributes().get("session.end.reason"))
        .containsExactly("crash");
    assertThat(backend.points("file.export.duration")).hasSize(1);
  }

  @Test
  @Tag("P4")
  void error_hostileStrings_becomeUnknown() {
    runtime.consent().set(ConsentPreset.EVERYTHING);
    runtime
        .telemetry()
        .source(Calls.SOURCE)
        .error(
            new ErrorReport(
                Language.PYTHON,
                Origin.LOGGED,
                List.of(
                    new Link(
                        "patient 0042",
                        List.of(new Frame("/home/alice/x", "smith lab\n", 3, true)))),
                -5,
                List.of(Lab.Stray.UNLISTED, Lab.Step.OPEN)),
            START,
            1);
    LabRuntime.deliver(runtime);

    ReceivedSpan error = backend.spans("app.error").get(0);
    assertThat(error.attributes())
        .containsEntry("error.type", "unknown")
        .containsEntry("app.error.count", 1L)
        .containsEntry("app.error.trail", "open");
    assertThat((String) error.attributes().get("exception.stacktrace"))
        .doesNotContain("alice", "smith", "0042");
    assertThat(runtime.status().scrubbed())
        .containsEntry("type_name", 2L)
        .containsEntry("unlisted", 1L);
  }

  private void tell() {
    SourceTelemetry source = runtime.telemetry().source(Calls.SOURCE);
    source.record(
        new Lab.Export(Lab.Format.ZARR, 7, true), START, START.plusSeconds(5), Status.OK, 1);
    source.record(new Lab.Export(Lab.Format.ZARR, 8, true), START, START, Status.OK, 2);
    source.error(
        new ErrorReport(
            Language.PYTHON,
            Origin.LOGGED,
            List.of(new Link("OSError", List.of(new Frame("control.core", "save", 12, true)))),
            3,
            List.of(Lab.Step.OPEN, Lab.Step.MOVE)),
        START.plusSeconds(1),
        1);
    source.end(START.plusSeconds(60), SessionEnd.CRASH);
  }

  private long count(String metric) {
    return backend.points(metric).stream().mapToLong(point -> point.count()).sum();
  }
}
