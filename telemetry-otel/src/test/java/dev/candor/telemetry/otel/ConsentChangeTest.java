package dev.candor.telemetry.otel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.Activity;
import dev.candor.telemetry.ConsentAnswer.Send;
import dev.candor.telemetry.ConsentAnswer.State;
import dev.candor.telemetry.ConsentAnswer.Switches;
import dev.candor.telemetry.ConsentPreset;
import dev.candor.telemetry.ConsentQuestion;
import dev.candor.telemetry.FlushResult;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.SourceTelemetry.Status;
import dev.candor.telemetry.TelemetryRuntime;
import dev.candor.telemetry.TelemetryStatus;
import dev.candor.telemetry.Text;
import dev.candor.telemetry.exporter.EventItem;
import dev.candor.telemetry.outbox.Batch;
import dev.candor.telemetry.outbox.Outbox;
import dev.candor.telemetry.testkit.ByteScan;
import dev.candor.telemetry.testkit.FakeClock;
import dev.candor.telemetry.testkit.LoopbackBackend;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** People change their minds while events wait. */
class ConsentChangeTest {
  @RegisterExtension final LoopbackBackend backend = new LoopbackBackend();
  private final FakeClock clock = FakeClock.create();
  private final List<TelemetryRuntime> runtimes = new ArrayList<>();
  @TempDir Path folder;

  @AfterEach
  void close() {
    for (TelemetryRuntime runtime : runtimes) {
      assertThat(runtime.status().destinations())
          .allMatch(TelemetryStatus.DestinationLedger::balances);
      runtime.close();
    }
  }

  @Test
  @Tag("SQ-2")
  @Tag("SQ-49")
  @Tag("SQ-80")
  void askIfUnknown_twoStarts_asksOnceAndRemembers() {
    List<ConsentQuestion> asked = new ArrayList<>();
    TelemetryRuntime first = start();
    first.consent().askIfUnknown(question -> closed(asked, question, Optional.empty()));
    assertThat(first.consent().answer().state()).isEqualTo(State.UNKNOWN);
    first
        .consent()
        .askIfUnknown(question -> closed(asked, question, Optional.of(ConsentPreset.COUNTS)));
    first.close();
    TelemetryRuntime second = start();
    second
        .consent()
        .askIfUnknown(question -> closed(asked, question, Optional.of(ConsentPreset.NO)));

    assertThat(asked).hasSize(2);
    assertThat(second.consent().answer().of(Purpose.USAGE).send()).isEqualTo(Send.COUNTS);
    assertThat(asked.get(0).destinations()).containsExactly("127.0.0.1");
    assertThat(asked.get(0).items())
        .extracting(ConsentQuestion.Item::name)
        .contains("session.start", "app.error", "file.export", "lab.complain");
  }

  @Test
  @Tag("P2")
  @Tag("P3")
  void start_lateWriterLeftARowBelowTheFence_itIsDeletedAndNeverSent() {
    TelemetryRuntime first = start();
    long withdrawn = first.consent().set(ConsentPreset.EVERYTHING).grant();
    clock.advance(Duration.ofSeconds(1));
    first.consent().set(ConsentPreset.NO);
    clock.advance(Duration.ofSeconds(1));
    first.close();
    long now = clock.millis() * 1_000_000;
    EventItem late =
        EventItem.of(
            "a".repeat(48),
            "file.export",
            Purpose.USAGE,
            now,
            now,
            Status.OK,
            Map.of(),
            Map.of("service.name", "lab"));
    try (Outbox fresh = Outbox.open(folder.resolve("late"), Outbox.Limits.defaults(), clock)) {
      fresh.destinations(List.of("otlp"));
      fresh.append(new Batch(withdrawn, List.of(new Batch.Entry(late, true, false)), List.of()));
    }
    replaceStore(folder.resolve("late/outbox.db"));

    TelemetryRuntime second = start();
    second.consent().set(ConsentPreset.EVERYTHING);
    LabRuntime.deliver(second);

    assertThat(backend.itemIds()).isNotEmpty().doesNotContainKey(late.id());
  }

  private void replaceStore(Path other) {
    try {
      Files.copy(other, folder.resolve("data/outbox.db"), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  @Tag("P2")
  void counts_only_leavesTotalsWithoutAnyId() {
    TelemetryRuntime runtime = start();
    runtime.consent().set(ConsentPreset.COUNTS);
    Calls.all(runtime.telemetry());
    LabRuntime.deliver(runtime);

    assertThat(backend.spans()).isEmpty();
    assertThat(backend.points("file.export.count")).isNotEmpty();
    assertThat(backend.points())
        .allSatisfy(
            point -> {
              assertThat(point.resource()).doesNotContainKey("app.installation.id");
              assertThat(point.attributes()).doesNotContainKey("session.id");
            });
    assertThat(folder.resolve("data/installation.json")).doesNotExist();
  }

  @Test
  @Tag("P2")
  void everything_afterCounts_nothingOfTheTimeBeforeLeavesAsEvent() {
    TelemetryRuntime runtime = start();
    runtime.consent().set(ConsentPreset.COUNTS);
    runtime.telemetry().record(new Lab.Export(Lab.Format.TIFF, 1, false));
    LabRuntime.store(runtime);
    clock.advance(Duration.ofSeconds(1));
    runtime.consent().set(ConsentPreset.EVERYTHING);
    runtime.telemetry().record(new Lab.Export(Lab.Format.ZARR, 2, false));
    LabRuntime.deliver(runtime);

    assertThat(backend.spans("file.export"))
        .extracting(span -> span.attributes().get("file.export.format"))
        .containsExactly("zarr");
    assertThat(backend.points("file.export.count").stream().mapToLong(point -> point.count()).sum())
        .isEqualTo(2);
  }

  @Test
  @Tag("P2")
  void keptHistory_afterEverything_neverLeaves() {
    TelemetryRuntime runtime = start();
    for (Purpose purpose : Purpose.values()) {
      runtime.consent().set(purpose, new Switches(true, Send.NOTHING));
    }
    runtime.telemetry().record(new Lab.Export(Lab.Format.TIFF, 1, false));
    LabRuntime.store(runtime);
    assertThat(backend.connections()).isZero();
    clock.advance(Duration.ofSeconds(1));
    for (Purpose purpose : Purpose.values()) {
      runtime.consent().set(purpose, new Switches(true, Send.EVERYTHING));
    }
    LabRuntime.deliver(runtime);

    assertThat(backend.spans("file.export")).isEmpty();
    assertThat(backend.points("file.export.count")).isEmpty();
  }

  @Test
  @Tag("P3")
  @Tag("SQ-3")
  void no_whileEventsWait_nothingLeavesAndNothingIsLeft() throws IOException {
    backend.answerWith(503);
    TelemetryRuntime runtime = start();
    runtime.consent().set(ConsentPreset.EVERYTHING);
    runtime.telemetry().record(new Lab.Complaint(Text.of("quetzalcoatlus")));
    LabRuntime.store(runtime);
    String id = Installation.read(folder.resolve("data/installation.json")).id();
    assertThat(ByteScan.of("quetzalcoatlus").in(folder)).isNotEmpty();
    runtime.telemetry().record(new Lab.Complaint(Text.of("quetzalcoatlus")));

    runtime.consent().set(ConsentPreset.NO);

    backend.answerWith(200);
    backend.forget();
    assertThat(runtime.telemetry().isOn(Lab.Export.class)).isFalse();
    assertThat(runtime.flush(LabRuntime.PATIENCE)).isEqualTo(FlushResult.OFF);
    assertThat(folder.resolve("data/installation.json")).doesNotExist();
    ByteScan.of("quetzalcoatlus", id).assertNothingIn(folder);
    assertThat(runtime.status().destinations().get(0).purged()).isPositive();
    assertThat(Files.readString(folder.resolve("consent.json"))).contains("\"purged\":true");

    // Longer than any pause that the refusals made.
    clock.advance(Duration.ofHours(2));
    runtime.consent().set(ConsentPreset.EVERYTHING);
    LabRuntime.deliver(runtime);
    assertThat(backend.spans("lab.complain")).isEmpty();
    assertThat(Installation.read(folder.resolve("data/installation.json")).id()).isNotEqualTo(id);
  }

  @Test
  @Tag("P3")
  void no_withoutRecordingHere_purgesWhatAnotherRunLeft() {
    TelemetryRuntime first = start();
    first.consent().set(ConsentPreset.EVERYTHING);
    first.telemetry().record(new Lab.Complaint(Text.of("quetzalcoatlus")));
    backend.down();
    LabRuntime.store(first);
    first.close();
    TelemetryRuntime forbidden =
        TelemetryRuntime.start(
            LabRuntime.options(folder, clock).environment(Map.of("DO_NOT_TRACK", "1")).build());
    runtimes.add(forbidden);

    forbidden.consent().set(ConsentPreset.NO);

    ByteScan.of("quetzalcoatlus").assertNothingIn(folder);
    assertThat(folder.resolve("data/installation.json")).doesNotExist();
  }

  @Test
  @Tag("P3")
  void interruptedWithdrawal_nextStart_finishesIt() throws IOException {
    TelemetryRuntime first = start();
    first.consent().set(ConsentPreset.EVERYTHING);
    first.telemetry().record(new Lab.Complaint(Text.of("quetzalcoatlus")));
    backend.down();
    LabRuntime.store(first);
    first.close();
    // What a kill between the answer and the purge leaves.
    new ConsentStore(TestSettings.in(folder, clock, Map.of())).answer(before -> AnswerRules.OFF);

    TelemetryRuntime second = start();

    Awaitility.await()
        .untilAsserted(
            () ->
                assertThat(Files.readString(folder.resolve("consent.json")))
                    .contains("\"purged\":true"));
    second.close();
    ByteScan.of("quetzalcoatlus").assertNothingIn(folder);
  }

  @Test
  @Tag("P3")
  void no_rightAfterYes_leavesNoRow() {
    for (int i = 0; i < 5; i++) {
      Path own = folder.resolve("run-" + i);
      TelemetryRuntime runtime = LabRuntime.start(own, clock, backend);
      runtime.consent().set(ConsentPreset.EVERYTHING);
      runtime.consent().set(ConsentPreset.NO);
      runtime.close();

      assertThat(own.resolve("data/installation.json")).doesNotExist();
      if (Files.exists(own.resolve("data/outbox.db"))) {
        try (Outbox outbox = Outbox.open(own.resolve("data"), Outbox.Limits.defaults(), clock)) {
          assertThat(outbox.items(0, 10)).isEmpty();
        }
      }
    }
  }

  @Test
  void purposeOff_itsEventsAreNotAgreed() {
    TelemetryRuntime runtime = start();
    runtime.consent().set(ConsentPreset.EVERYTHING);
    clock.advance(Duration.ofSeconds(1));
    runtime.consent().set(Purpose.USAGE, Switches.OFF);
    runtime.telemetry().record(new Lab.Export(Lab.Format.TIFF, 1, false));
    runtime.telemetry().begin(Lab.Export.class).close();
    LabRuntime.deliver(runtime);

    assertThat(runtime.telemetry().isOn(Lab.Export.class)).isFalse();
    assertThat(runtime.telemetry().isOn(Lab.Complaint.class)).isTrue();
    assertThat(backend.spans("file.export")).isEmpty();
    // session.start of the new session, the event and the activity
    assertThat(runtime.status().losses()).containsEntry("not_agreed", 3L);
  }

  @Test
  void activity_acrossAChange_isNotTold() {
    TelemetryRuntime runtime = start();
    runtime.consent().set(ConsentPreset.COUNTS);
    Activity<Lab.Export> activity = runtime.telemetry().begin(Lab.Export.class);
    clock.advance(Duration.ofSeconds(1));
    runtime.consent().set(ConsentPreset.EVERYTHING);
    activity.complete(new Lab.Export(Lab.Format.TIFF, 1, false));
    LabRuntime.deliver(runtime);

    assertThat(backend.spans("file.export")).isEmpty();
    assertThat(runtime.status().losses()).containsEntry("earlier_answer", 1L);
  }

  @Test
  @Tag("P9")
  @Tag("SV-48")
  void askIfUnknown_promptThrowsOrIsNull_staysUnknown() {
    TelemetryRuntime runtime = start();

    assertThat(runtime.consent().askIfUnknown(null).state()).isEqualTo(State.UNKNOWN);
    assertThat(runtime.consent().askIfUnknown(question -> null).state()).isEqualTo(State.UNKNOWN);
    assertThat(
            runtime
                .consent()
                .askIfUnknown(
                    question -> {
                      throw new IllegalStateException("secret");
                    })
                .state())
        .isEqualTo(State.UNKNOWN);
    assertThat(runtime.consent().set(null).state()).isEqualTo(State.UNKNOWN);
    assertThat(runtime.consent().set(null, null).state()).isEqualTo(State.UNKNOWN);
    assertThat(runtime.consent().history()).isEmpty();
  }

  private static Optional<ConsentPreset> closed(
      List<ConsentQuestion> asked, ConsentQuestion question, Optional<ConsentPreset> answer) {
    asked.add(question);
    return answer;
  }

  private TelemetryRuntime start() {
    TelemetryRuntime runtime = LabRuntime.start(folder, clock, backend);
    runtimes.add(runtime);
    return runtime;
  }
}
