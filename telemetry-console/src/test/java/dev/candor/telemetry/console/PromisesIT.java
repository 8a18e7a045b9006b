package dev.candor.telemetry.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.ConsentPreset;
import dev.candor.telemetry.FlushResult;
import dev.candor.telemetry.TelemetryRuntime;
import dev.candor.telemetry.squid.Recording;
import dev.candor.telemetry.testkit.ByteScan;
import dev.candor.telemetry.testkit.ChildJvm;
import dev.candor.telemetry.testkit.LoopbackBackend;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Promises seen from outside, with the recorded runs as the application. */
class PromisesIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @RegisterExtension final LoopbackBackend backend = new LoopbackBackend();
  @TempDir Path temporary;

  @Test
  @Tag("P5")
  void sealedBodies_haveTheHashesThatAForeignReceiverComputed() {
    DemoFolder folder = DemoFolder.prepare(temporary.resolve("out"));
    List<SentBody> sealed;

    try (TelemetryRuntime runtime = open(folder)) {
      runtime.consent().set(ConsentPreset.EVERYTHING);
      morning(folder).forEach(run -> run.tell(runtime.telemetry()));
      assertThat(runtime.flush(PATIENCE)).isEqualTo(FlushResult.DELIVERED);
      sealed = SentBody.read(folder.data(), Clock.systemUTC());
    }

    List<String> hashes = sealed.stream().map(body -> body.about().sha256()).toList();
    assertThat(backend.bodySha256()).containsAll(hashes);
    assertThat(hashes).isNotEmpty();
  }

  @Test
  @Tag("P6")
  @Tag("P8")
  void receiverDownDuringTheRun_everythingArrivesOnceItIsUp() {
    DemoFolder folder = DemoFolder.prepare(temporary.resolve("out"));
    backend.down();

    try (TelemetryRuntime runtime = open(folder)) {
      runtime.consent().set(ConsentPreset.EVERYTHING);
      Told told = new Told(runtime.telemetry());
      morning(folder).forEach(run -> run.tell(told));
      assertThat(runtime.flush(Duration.ofSeconds(5))).isEqualTo(FlushResult.STORED);
      backend.up();
      Awaitility.await()
          .atMost(PATIENCE)
          .until(() -> runtime.flush(Duration.ofSeconds(5)) == FlushResult.DELIVERED);

      assertThat(backend.spans()).hasSize((int) told.events() + 1);
      assertThat(backend.itemIds().values()).containsOnly(1);
      assertThat(runtime.status().destinations())
          .allMatch(ledger -> ledger.balances() && ledger.delivered() == ledger.offered());
    }
  }

  @Test
  @Tag("P3")
  void withdrawalInTheMiddle_nothingArrivesAfterwardsAndNoByteStays() {
    DemoFolder folder = DemoFolder.prepare(temporary.resolve("out"));
    List<Recording> morning = morning(folder);
    int arrived;

    try (TelemetryRuntime runtime = open(folder)) {
      runtime.consent().set(ConsentPreset.EVERYTHING);
      morning.subList(0, 2).forEach(run -> run.tell(runtime.telemetry()));
      assertThat(runtime.flush(PATIENCE)).isEqualTo(FlushResult.DELIVERED);
      morning.get(2).tell(runtime.telemetry());
      runtime.consent().set(ConsentPreset.NO);
      arrived = backend.spans().size();
      morning.get(3).tell(runtime.telemetry());
      assertThat(runtime.flush(PATIENCE)).isEqualTo(FlushResult.OFF);
    }

    assertThat(arrived).isPositive();
    assertThat(backend.spans()).hasSize(arrived);
    List<String> canaries = new ArrayList<>(List.of("acquisition.run", "images_taken", "OSError"));
    backend.spans("session").forEach(span -> canaries.add(span.itemId()));
    ByteScan.of(canaries.toArray(String[]::new)).assertNothingIn(folder.data());
    assertThat(folder.data().resolve("installation.json")).doesNotExist();
  }

  @Test
  @Tag("P3")
  void withdrawalInTheMiddleOfTheDemo_theCollectorGetsNothingMore() {
    DemoFolder folder = DemoFolder.prepare(temporary.resolve("out"));
    List<Recording> morning = morning(folder);
    Shell shell = new TestShell().shell();
    byte[] arrived;

    try (DemoCollector collector = new DemoCollector(shell, folder)) {
      collector.start(new DemoGateway(shell, folder, Set.of(), Map.of()));
      try (TelemetryRuntime runtime =
          TelemetryRuntime.start(
              Runtimes.options(shell, folder.path())
                  .endpoint(collector.endpoint())
                  .headers(collector.headers())
                  .build())) {
        runtime.consent().set(ConsentPreset.EVERYTHING);
        morning.subList(0, 2).forEach(run -> run.tell(runtime.telemetry()));
        assertThat(runtime.flush(PATIENCE)).isEqualTo(FlushResult.DELIVERED);
        morning.get(2).tell(runtime.telemetry());
        runtime.consent().set(ConsentPreset.NO);
        // A connection that was open may end within the second that the promise gives.
        Awaitility.await().pollDelay(Duration.ofSeconds(1)).until(() -> true);
        arrived = DemoFolder.bytes(folder.arrived());
        morning.get(3).tell(runtime.telemetry());
      }
      collector.stop();
    }

    assertThat(Arrived.read(folder.arrived()).named("acquisition.run")).hasSizeBetween(2, 3);
    assertThat(DemoFolder.bytes(folder.arrived())).isEqualTo(arrived);
    ByteScan.of("acquisition.run", "images_taken", "OSError").assertNothingIn(folder.data());
  }

  @Test
  @Tag("posix")
  void interrupt_whileTheCollectorStarts_leavesNoProcess() throws IOException {
    Path out = temporary.resolve("out");
    try (ChildJvm child =
        ChildJvm.of(Candor.class)
            .jvmArgs("-Dcandor.root=" + TestShell.ROOT)
            .environment("CANDOR_COLLECTOR", collectorThatIsNeverReady().toString())
            .args("demo", "--headless", "--out", out.toString(), "--answer", "everything")
            .start()) {
      child.awaitLine("Starting the Collector", PATIENCE);
      ProcessHandle java = ProcessHandle.of(child.pid()).orElseThrow();
      ProcessHandle collector =
          Awaitility.await()
              .atMost(PATIENCE)
              .until(() -> java.descendants().findFirst(), Optional::isPresent)
              .orElseThrow();

      // SIGTERM takes the same way as Ctrl-C, and also works where a build ignores SIGINT.
      child.interrupt();

      assertThat(child.awaitExit(PATIENCE)).isIn(ExitCode.INTERRUPTED, 143);
      Awaitility.await().atMost(Duration.ofSeconds(15)).until(() -> !collector.isAlive());
    }
  }

  /** Has every component, and then only waits. */
  private Path collectorThatIsNeverReady() throws IOException {
    Path real = CollectorCommands.find(new TestShell().shell());
    Path script =
        Files.writeString(
            temporary.resolve("never-ready"),
            "#!/bin/sh\n[ \"$1\" = components ] && exec '"
                + real
                + "' components\nexec /bin/sleep 120\n");
    assertThat(script.toFile().setExecutable(true)).isTrue();
    return script;
  }

  private static List<Recording> morning(DemoFolder folder) {
    return DemoRecordings.read(new TestShell().shell(), folder);
  }

  private TelemetryRuntime open(DemoFolder folder) {
    Shell shell = new TestShell().shell();
    return TelemetryRuntime.start(
        Runtimes.options(shell, folder.path()).endpoint(backend.uri()).build());
  }
}
