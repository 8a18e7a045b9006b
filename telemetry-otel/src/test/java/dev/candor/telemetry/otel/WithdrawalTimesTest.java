package dev.candor.telemetry.otel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.ConsentPreset;
import dev.candor.telemetry.TelemetryRuntime;
import dev.candor.telemetry.Text;
import dev.candor.telemetry.testkit.ByteScan;
import dev.candor.telemetry.testkit.ChildJvm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How long a withdrawal takes to be heard, by the receiver's clock. The figures are printed. */
@Tag("P3")
class WithdrawalTimesTest {
  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final int OTHERS = 9;

  @TempDir Path folder;

  @Test
  @Tag("SV-15")
  void ownProcess_whileItSends_connectsNoMoreWithinASecond() {
    try (TimedReceiver receiver = TimedReceiver.start();
        TelemetryRuntime runtime = start(receiver)) {
      runtime.consent().set(ConsentPreset.EVERYTHING);
      AtomicBoolean going = stream(runtime);
      Awaitility.await().atMost(PATIENCE).until(() -> receiver.connections() > 20);
      String id = installationId();

      long asked = System.nanoTime();
      runtime.consent().set(ConsentPreset.NO);
      long answered = System.nanoTime();

      awaitQuiet(receiver, Duration.ofSeconds(2));
      going.set(false);
      report("own process", receiver, asked, answered);
      assertThat(receiver.lastConnectionAfter(asked)).isLessThanOrEqualTo(1_000);
      ByteScan.of(LabMain.CANARY, id).assertNothingIn(folder);
    }
  }

  @Test
  void ownProcess_afterAWithdrawal_keepsNoThread() {
    try (TimedReceiver receiver = TimedReceiver.start();
        TelemetryRuntime runtime = start(receiver)) {
      List<String> before = threads("");
      runtime.consent().set(ConsentPreset.EVERYTHING);
      AtomicBoolean going = stream(runtime);
      Awaitility.await().atMost(PATIENCE).until(() -> receiver.connections() > 20);
      going.set(false);

      runtime.consent().set(ConsentPreset.NO);

      Awaitility.await()
          .atMost(Duration.ofSeconds(5))
          .untilAsserted(() -> assertThat(threads("candor-")).isSubsetOf(before));
      // On Java 17 nobody can close the JDK's client: its thread ends once it has been collected.
      Awaitility.await()
          .atMost(PATIENCE)
          .untilAsserted(
              () -> {
                System.gc();
                assertThat(threads("HttpClient-")).isSubsetOf(before);
              });
    }
  }

  @Test
  void tenProcesses_oneStore_connectNoMoreWithinFiveSeconds() {
    List<ChildJvm> others = new ArrayList<>();
    try (TimedReceiver receiver = TimedReceiver.start()) {
      // The first of them delivers for all.
      others.add(child(receiver, "everything", "stream", "off", "wait", "close"));
      Awaitility.await().atMost(PATIENCE).until(() -> receiver.connections() > 0);
      while (others.size() < OTHERS) {
        others.add(child(receiver, "stream", "off", "wait", "close"));
      }
      others.forEach(child -> child.awaitLine("stream: begun", PATIENCE));
      String id = installationId();
      try (TelemetryRuntime here = start(receiver)) {
        int seen = receiver.connections();
        Awaitility.await().atMost(PATIENCE).until(() -> receiver.connections() > seen + 10);

        long asked = System.nanoTime();
        here.consent().set(ConsentPreset.NO);
        long answered = System.nanoTime();

        others.forEach(child -> child.awaitLine("off: seen", PATIENCE));
        awaitPurged();
        awaitQuiet(receiver, Duration.ofSeconds(2));
        report(OTHERS + 1 + " processes", receiver, asked, answered);
        assertThat(receiver.lastConnectionAfter(asked)).isLessThanOrEqualTo(5_000);
      }
      // While they all have the store open; this process has closed it.
      ByteScan.of(LabMain.CANARY, id).assertNothingIn(folder);
      int last = receiver.connections();
      others.forEach(child -> child.writeLine("go on"));
      others.forEach(child -> assertThat(child.awaitExit(PATIENCE)).isZero());
      assertThat(receiver.connections()).isEqualTo(last);
      ByteScan.of(LabMain.CANARY, id).assertNothingIn(folder);
      assertThat(folder.resolve("data/installation.json")).doesNotExist();
    } finally {
      others.forEach(ChildJvm::close);
    }
  }

  private TelemetryRuntime start(TimedReceiver receiver) {
    return TelemetryRuntime.start(
        LabRuntime.options(folder, Clock.systemUTC()).endpoint(receiver.uri()).build());
  }

  private ChildJvm child(TimedReceiver receiver, String... deeds) {
    return ChildJvm.of(LabMain.class)
        .jvmArgs("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx64m")
        .args(folder.toString(), receiver.uri().toString())
        .args(deeds)
        .start();
  }

  /** Records the canary over and over until told to stop. */
  private static AtomicBoolean stream(TelemetryRuntime runtime) {
    AtomicBoolean going = new AtomicBoolean(true);
    Thread thread =
        new Thread(
            () -> {
              while (going.get()) {
                runtime.telemetry().record(new Lab.Complaint(Text.of(LabMain.CANARY)));
                LockSupport.parkNanos(2_000_000);
              }
            },
            "lab-stream");
    thread.setDaemon(true);
    thread.start();
    return going;
  }

  private static void awaitQuiet(TimedReceiver receiver, Duration quiet) {
    Awaitility.await()
        .atMost(PATIENCE)
        .until(() -> receiver.lastConnectionAfter(System.nanoTime()) < -quiet.toMillis());
  }

  private void awaitPurged() {
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(Files.readString(folder.resolve("consent.json")))
                    .contains("\"purged\":true"));
  }

  private static void report(String who, TimedReceiver receiver, long asked, long answered) {
    System.out.printf(
        "withdrawal, %s: last of %d connections %d ms after the call, %d ms after it returned%n",
        who,
        receiver.connections(),
        receiver.lastConnectionAfter(asked),
        receiver.lastConnectionAfter(answered));
  }

  private String installationId() {
    return String.valueOf(Installation.read(folder.resolve("data/installation.json")).id());
  }

  private static List<String> threads(String prefix) {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.startsWith(prefix))
        .sorted()
        .toList();
  }
}
