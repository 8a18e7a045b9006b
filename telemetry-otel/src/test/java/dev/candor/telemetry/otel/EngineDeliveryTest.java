package dev.candor.telemetry.otel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.candor.telemetry.Activity;
import dev.candor.telemetry.ConsentPreset;
import dev.candor.telemetry.Hashed;
import dev.candor.telemetry.SettingValue;
import dev.candor.telemetry.Settings;
import dev.candor.telemetry.Telemetry;
import dev.candor.telemetry.TelemetryRuntime;
import dev.candor.telemetry.TelemetryStatus;
import dev.candor.telemetry.Text;
import dev.candor.telemetry.testkit.FakeClock;
import dev.candor.telemetry.testkit.LoopbackBackend;
import dev.candor.telemetry.testkit.ReceivedPoint;
import dev.candor.telemetry.testkit.ReceivedSpan;
import io.opentelemetry.proto.trace.v1.Status.StatusCode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What arrives at a receiver of what an application calls. */
class EngineDeliveryTest {
  @RegisterExtension final LoopbackBackend backend = new LoopbackBackend();
  private final FakeClock clock = FakeClock.create();
  @TempDir Path folder;
  private TelemetryRuntime runtime;
  private Telemetry telemetry;

  @BeforeEach
  void start() {
    runtime = LabRuntime.start(folder, clock, backend);
    runtime.consent().set(ConsentPreset.EVERYTHING);
    telemetry = runtime.telemetry();
  }

  @AfterEach
  void ledgerBalances() {
    assertThat(runtime.status().destinations())
        .isNotEmpty()
        .allMatch(TelemetryStatus.DestinationLedger::balances);
    runtime.close();
  }

  @Test
  @Tag("SQ-57")
  void record_event_arrivesAsSpanAndCounts() {
    telemetry.record(new Lab.Export(Lab.Format.ZARR, 12, true));
    LabRuntime.deliver(runtime);

    ReceivedSpan span = only("file.export");
    assertThat(span.attributes())
        .containsEntry("file.export.format", "zarr")
        .containsEntry("file.export.images", 12L)
        .containsEntry("file.export.compressed", true)
        .containsOnlyKeys(
            "file.export.format", "file.export.images", "file.export.compressed", "session.id");
    assertThat(span.resource())
        .containsOnlyKeys(
            "service.name",
            "service.version",
            "deployment.environment.name",
            "app.runtime.kind",
            "os.type",
            "host.arch",
            "process.runtime.version",
            "telemetry.sdk.name",
            "telemetry.sdk.language",
            "telemetry.sdk.version",
            "candor.registry.hash",
            "app.installation.id");
    ReceivedPoint count = backend.points("file.export.count").get(0);
    assertThat(count.count()).isEqualTo(1);
    assertThat(count.attributes())
        .containsEntry("file.export.format", "zarr")
        .containsEntry("file.export.compressed", true)
        .hasSize(2);
    assertThat(count.resource()).doesNotContainKey("app.installation.id");
    assertThat(backend.points("file.export.images").get(0).sum()).isEqualTo(12);
    assertThat(backend.points("file.export.duration")).isEmpty();
  }

  @Test
  void record_everyKind_isTypedOnTheWire() {
    Settings settings =
        Settings.builder(Lab.Option.class)
            .put(Lab.Option.DARK, SettingValue.flag(true))
            .put(Lab.Option.ZOOM, SettingValue.number(2.5))
            .put(Lab.Option.FORMAT, SettingValue.choice(Lab.Format.TIFF))
            .build();
    telemetry.record(
        new Lab.Mixed(
            1.5,
            Duration.ofMillis(1500),
            EnumSet.of(Lab.Format.ZARR, Lab.Format.TIFF),
            settings,
            SettingValue.absent(),
            Hashed.of("plate 7")));
    LabRuntime.deliver(runtime);

    assertThat(only("stage.scan").attributes())
        .containsEntry("stage.scan.speed", 1.5)
        .containsEntry("stage.scan.time", 1.5)
        .containsEntry("stage.scan.formats", "tiff,zarr")
        .containsEntry("stage.scan.settings.dark", true)
        .containsEntry("stage.scan.settings.zoom", 2.5)
        .containsEntry("stage.scan.settings.format", "tiff")
        .containsEntry("stage.scan.value", "absent")
        .hasEntrySatisfying(
            "stage.scan.plate", hash -> assertThat((String) hash).matches("[0-9a-f]{32}"));
    ReceivedPoint time = backend.points("stage.scan.time").get(0);
    assertThat(time.sum()).isEqualTo(1.5);
    assertThat(time.buckets()).hasSize(9);
    assertThat(time.unit()).isEqualTo("s");
  }

  @Test
  @Tag("P4")
  void record_valuesThatDoNotFit_areDroppedAndCounted() {
    Settings wrong =
        Settings.builder(Lab.Option.class)
            .put(Lab.Option.DARK, SettingValue.number(1))
            .put(Lab.Option.ZOOM, SettingValue.number(11))
            .put(Lab.Option.FORMAT, SettingValue.choice(Lab.Tool.AUTOFOCUS))
            .build();
    telemetry.record(new Lab.Export(null, 1001, false));
    telemetry.record(
        new Lab.Mixed(
            Double.NaN,
            Duration.ofSeconds(-1),
            null,
            wrong,
            SettingValue.choice(Lab.Tool.AUTOFOCUS),
            null));
    LabRuntime.deliver(runtime);

    assertThat(only("file.export").attributes())
        .containsOnlyKeys("file.export.compressed", "session.id");
    assertThat(only("stage.scan").attributes()).containsOnlyKeys("session.id");
    assertThat(runtime.status().scrubbed())
        .containsEntry("range", 3L)
        .containsEntry("setting", 3L)
        .containsEntry("unlisted", 1L);
    assertThat(backend.points("file.export.images")).isEmpty();
  }

  @Test
  @Tag("P4")
  void record_text_isSanitizedAndCut() {
    telemetry.record(new Lab.Complaint(Text.of("write to alice@example.org " + "x".repeat(300))));
    LabRuntime.deliver(runtime);

    String words = (String) only("lab.complain").attributes().get("lab.complain.words");
    assertThat(words).startsWith("write to <email>").doesNotContain("alice").hasSize(200);
    assertThat(runtime.status().scrubbed()).containsEntry("email", 1L);
  }

  @Test
  @Tag("SQ-42")
  @Tag("SQ-61")
  void use_listedFeature_arrivesClamped() {
    telemetry.use(Lab.Tool.LIVE_VIEW);
    telemetry.use(Lab.Tool.AUTOFOCUS, 1000);
    telemetry.use(Lab.Stray.UNLISTED);
    LabRuntime.deliver(runtime);

    assertThat(backend.spans("feature.use"))
        .extracting(span -> span.attributes().get("feature.name"))
        .containsExactly("live_view", "autofocus");
    assertThat(backend.points("feature.use.times"))
        .extracting(ReceivedPoint::sum)
        .containsExactlyInAnyOrder(1.0, 50.0);
    assertThat(runtime.status().losses()).containsEntry("unlisted", 1L);
  }

  @Test
  void page_repeatsAndChanges_areTimedOnce() {
    telemetry.page(Lab.Screen.MAIN);
    clock.advance(Duration.ofSeconds(5));
    telemetry.page(Lab.Screen.MAIN);
    clock.advance(Duration.ofSeconds(5));
    telemetry.page(Lab.Screen.SETUP);
    telemetry.page(Lab.Stray.UNLISTED);
    LabRuntime.deliver(runtime);

    ReceivedSpan view = only("page.view");
    assertThat(view.attributes())
        .containsEntry("page.name", "main")
        .containsEntry("page.view.duration", 10.0);
    assertThat(backend.points("page.view.duration")).hasSize(1);
  }

  @Test
  @Tag("SQ-43")
  @Tag("SQ-44")
  void error_withBreadcrumbs_hasFramesAndTheLast50AndNoMessage() {
    telemetry.breadcrumb(Lab.Step.OPEN);
    for (int i = 0; i < 50; i++) {
      telemetry.breadcrumb(Lab.Step.MOVE);
    }
    telemetry.error(new IOException("/home/alice/patient_0042", new IllegalStateException("x")));
    LabRuntime.deliver(runtime);

    ReceivedSpan error = only("app.error");
    assertThat(error.span().getStatus().getCode()).isEqualTo(StatusCode.STATUS_CODE_ERROR);
    assertThat(error.span().getStatus().getMessage()).isEmpty();
    assertThat(error.attributes())
        .containsEntry("error.type", "java.io.IOException")
        .containsEntry("app.error.language", "java")
        .containsEntry("app.error.origin", "handled")
        .containsEntry("app.error.count", 1L)
        .containsEntry(
            "app.error.trail", String.join(",", java.util.Collections.nCopies(50, "move")));
    assertThat((String) error.attributes().get("exception.stacktrace"))
        .contains("java.io.IOException\n", "caused by java.lang.IllegalStateException")
        .contains("EngineDeliveryTest.error_withBreadcrumbs")
        .doesNotContain("alice", "0042");
    assertThat(backend.points("app.error.count").get(0).attributes())
        .containsEntry("error.type", "java.io.IOException")
        .hasSize(3);
  }

  @Test
  void settings_equalOnes_areReportedOnce() {
    telemetry.settings(zoom(2));
    telemetry.settings(zoom(2));
    telemetry.settings(zoom(3));
    LabRuntime.deliver(runtime);

    assertThat(backend.spans("settings.report"))
        .extracting(span -> span.attributes().get("settings.report.zoom"))
        .containsExactly(2.0, 3.0);
  }

  @Test
  void activity_eachEnd_hasItsOutcomeOnce() {
    Activity<Lab.Export> completed = telemetry.begin(Lab.Export.class);
    clock.advance(Duration.ofSeconds(3));
    completed.complete(new Lab.Export(Lab.Format.TIFF, 1, false));
    completed.cancel();
    completed.close();
    telemetry.begin(Lab.Export.class).cancel();
    telemetry.begin(Lab.Export.class).fail(new IOException("secret"));
    telemetry.begin(Lab.Export.class).close();
    LabRuntime.deliver(runtime);

    List<ReceivedSpan> spans = backend.spans("file.export");
    assertThat(spans)
        .extracting(span -> span.attributes().get("activity.outcome"))
        .containsExactly("completed", "cancelled", "failed", "abandoned");
    assertThat(
            spans.get(0).span().getEndTimeUnixNano() - spans.get(0).span().getStartTimeUnixNano())
        .isEqualTo(3_000_000_000L);
    assertThat(spans.get(0).span().getStatus().getCode()).isEqualTo(StatusCode.STATUS_CODE_OK);
    assertThat(spans.get(2).attributes()).containsEntry("error.type", "java.io.IOException");
    assertThat(spans.get(2).span().getStatus().getCode()).isEqualTo(StatusCode.STATUS_CODE_ERROR);
    assertThat(backend.points("file.export.duration")).hasSize(4);
    assertThat(backend.points("file.export.count"))
        .extracting(point -> point.attributes().get("activity.outcome"))
        .containsExactlyInAnyOrder("completed", "cancelled", "failed", "abandoned");
  }

  @Test
  void during_throwAndReturn_failsAndPassesOn() throws IOException {
    String result =
        telemetry.during(
            Lab.Export.class,
            run -> {
              run.complete(new Lab.Export(Lab.Format.TIFF, 2, false));
              return "done";
            });
    IOException thrown = new IOException("secret");

    assertThat(result).isEqualTo("done");
    assertThatThrownBy(
            () ->
                telemetry.during(
                    Lab.Export.class,
                    run -> {
                      throw thrown;
                    }))
        .isSameAs(thrown);
    LabRuntime.deliver(runtime);
    assertThat(backend.spans("file.export"))
        .extracting(span -> span.attributes().get("activity.outcome"))
        .containsExactly("completed", "failed");
  }

  @Test
  void record_expiredEvent_isNotRecordedAndCounted() {
    telemetry.record(new Lab.Old(true));
    LabRuntime.store(runtime);
    clock.advance(Duration.ofDays(60));
    telemetry.record(new Lab.Old(false));
    telemetry.record(new Lab.Old(false));
    LabRuntime.store(runtime);

    assertThat(runtime.status().losses()).containsEntry("expired", 2L);
  }

  @Test
  @Tag("SV-77")
  void record_unlistedEvent_isCounted() {
    telemetry.record(new Lab.Unlisted());
    telemetry.begin(Lab.Unlisted.class).close();
    LabRuntime.store(runtime);

    assertThat(runtime.status().losses()).containsEntry("unlisted", 2L);
    assertThat(telemetry.isOn(Lab.Unlisted.class)).isFalse();
    assertThat(telemetry.isOn(Lab.Export.class)).isTrue();
  }

  @Test
  @Tag("SQ-39")
  @Tag("SQ-40")
  void close_session_startsAndEnds() {
    clock.advance(Duration.ofMinutes(5));
    runtime.close();
    runtime.close();
    try (TelemetryRuntime next = LabRuntime.start(folder, clock, backend)) {
      LabRuntime.deliver(next);
    }

    ReceivedSpan start = backend.spans("session.start").get(0);
    // The next runtime's own session may have arrived too by the time it was closed.
    List<ReceivedSpan> ends =
        backend.spans("session").stream()
            .filter(
                end ->
                    end.attributes().get("session.id").equals(start.attributes().get("session.id")))
            .toList();
    assertThat(ends).hasSize(1);
    ReceivedSpan session = ends.get(0);
    assertThat(start.attributes()).containsEntry("session.start.kind", "cold");
    assertThat(session.attributes()).containsEntry("session.end.reason", "exit");
    assertThat(UUID.fromString((String) start.attributes().get("session.id")).version())
        .isEqualTo(7);
    assertThat(session.span().getEndTimeUnixNano() - session.span().getStartTimeUnixNano())
        .isEqualTo(Duration.ofMinutes(5).toNanos());
    assertThat(backend.spans("session.start")).hasSize(2);
  }

  @Test
  void start_batchSizeAndHeadersGiven_areFollowed() {
    runtime.close();
    backend.forget();
    runtime =
        TelemetryRuntime.start(
            LabRuntime.options(folder, clock)
                .environment(
                    Map.of(
                        "TELEMETRY_BATCH_SIZE", "2",
                        "TELEMETRY_ENDPOINT", backend.uri().toString(),
                        "OTEL_EXPORTER_OTLP_HEADERS", "authorization=Bearer%20abc"))
                .build());
    for (int i = 0; i < 10; i++) {
      runtime.telemetry().record(new Lab.Export(Lab.Format.TIFF, i, false));
    }
    LabRuntime.deliver(runtime);

    assertThat(backend.requests())
        .allSatisfy(request -> assertThat(request.spans()).hasSizeLessThanOrEqualTo(2))
        .allSatisfy(request -> assertThat(request.header("Authorization")).isEqualTo("Bearer abc"));
    assertThat(backend.spans("file.export")).hasSize(10);
  }

  private Settings zoom(double zoom) {
    return Settings.builder(Lab.Option.class)
        .put(Lab.Option.ZOOM, SettingValue.number(zoom))
        .build();
  }

  private ReceivedSpan only(String name) {
    List<ReceivedSpan> spans = backend.spans(name);
    assertThat(spans).hasSize(1);
    return spans.get(0);
  }
}
