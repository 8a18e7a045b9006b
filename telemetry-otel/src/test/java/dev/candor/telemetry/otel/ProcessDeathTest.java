package dev.candor.telemetry.otel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.ConsentPreset;
import dev.candor.telemetry.FlushResult;
import dev.candor.telemetry.TelemetryRuntime;
import dev.candor.telemetry.testkit.Answer;
import dev.candor.telemetry.testkit.ChildJvm;
import dev.candor.telemetry.testkit.LoopbackBackend;
import dev.candor.telemetry.testkit.ReceivedSpan;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Programs that end without a word, and what the next start makes of it. */
class ProcessDeathTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  @RegisterExtension final LoopbackBackend backend = new LoopbackBackend();
  @TempDir Path folder;

  @Test
  @Tag("P6")
  @Tag("P7")
  void kill_afterFlushSaidStored_everyEventArrivesOnce() {
    try (ChildJvm child = start("everything", "record", "flush", "wait")) {
      assertThat(child.awaitLine("flush:", PATIENCE)).isEqualTo("flush: STORED");
      child.kill();
    }

    startAgain();

    assertThat(backend.spans("file.export"))
        .hasSize(500)
        .extracting(span -> span.attributes().get("file.export.images"))
        .doesNotHaveDuplicates();
    assertThat(backend.itemIds().values()).containsOnly(1);
    assertThat(backend.points("file.export.count")).hasSize(1);
    assertThat(backend.points("file.export.count").get(0).count()).isEqualTo(500);
  }

  @Test
  @Tag("SQ-40")
  void kill_session_isClosedAsUnfinishedByTheNextStart() {
    try (ChildJvm child = start("everything", "flush", "wait")) {
      child.awaitLine("flush:", PATIENCE);
      child.kill();
    }

    startAgain();

    assertThat(backend.spans("session.start"))
        .extracting(span -> span.attributes().get("session.start.kind"))
        .containsExactly("cold", "after_unfinished");
    ReceivedSpan session = backend.spans("session").get(0);
    assertThat(session.attributes())
        .containsEntry("session.end.reason", "unfinished")
        .containsEntry(
            "session.id", backend.spans("session.start").get(0).attributes().get("session.id"));
  }

  @Test
  @Tag("SQ-55")
  void uncaughtError_endsTheProgram_isKeptAndTheSessionIsACrash() {
    try (ChildJvm child = start("everything", "flush", "crash")) {
      assertThat(child.awaitExit(PATIENCE)).isEqualTo(1);
      assertThat(child.stderr().get(0))
          .isEqualTo("Exception in thread \"main\" java.lang.IllegalStateException: /home/alice");
    }

    startAgain();

    ReceivedSpan error = backend.spans("app.error").get(0);
    assertThat(error.attributes())
        .containsEntry("app.error.origin", "uncaught")
        .containsEntry("error.type", "java.lang.IllegalStateException");
    assertThat((String) error.attributes().get("exception.stacktrace"))
        .contains("dev.candor.telemetry.otel.LabMain.act")
        .doesNotContain("alice");
    assertThat(backend.spans("session").get(0).attributes())
        .containsEntry("session.end.reason", "crash")
        .containsEntry("session.errors", 1L);
    assertThat(backend.spans("session.start").get(1).attributes())
        .containsEntry("session.start.kind", "after_crash");
  }

  @Test
  @Tag("P3")
  void withdrawal_inAnotherProcess_closesThisOnesGate() {
    try (ChildJvm child =
        start("everything", "flush", "wait", "threads", "record", "flush", "wait")) {
      child.awaitLine("flush:", PATIENCE);
      try (TelemetryRuntime here = LabRuntime.startSilent(folder, Clock.systemUTC())) {
        here.consent().set(ConsentPreset.NO);
      }
      Awaitility.await()
          .atMost(Duration.ofSeconds(5))
          .until(() -> !folder.resolve("data/installation.json").toFile().exists());
      Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> locks() == 0);
      child.writeLine("go on");
      child.awaitLine("flush: OFF", PATIENCE);
    }
  }

  private long locks() {
    String[] names =
        folder.resolve("data").toFile().list((dir, name) -> name.startsWith("session-"));
    return names == null ? 0 : names.length;
  }

  private ChildJvm start(String... deeds) {
    // It stores, but cannot deliver, and is in no exchange when it dies.
    backend.answerWith(Answer.retryAfter(503, "4"));
    return ChildJvm.of(LabMain.class)
        .args(folder.toString(), backend.uri().toString())
        .args(deeds)
        .start();
  }

  private void startAgain() {
    backend.forget();
    backend.answerWith(200);
    try (TelemetryRuntime next = LabRuntime.start(folder, Clock.systemUTC(), backend)) {
      // The receiver's refusals made a pause that outlives the process.
      Awaitility.await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> next.flush(LabRuntime.PATIENCE) == FlushResult.DELIVERED);
    }
  }
}
