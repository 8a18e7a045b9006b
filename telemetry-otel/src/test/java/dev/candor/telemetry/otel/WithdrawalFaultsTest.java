package dev.candor.telemetry.otel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.ConsentPreset;
import dev.candor.telemetry.FlushResult;
import dev.candor.telemetry.TelemetryRuntime;
import dev.candor.telemetry.TelemetryStatus;
import dev.candor.telemetry.Text;
import dev.candor.telemetry.testkit.Answer;
import dev.candor.telemetry.testkit.ByteScan;
import dev.candor.telemetry.testkit.ChildJvm;
import dev.candor.telemetry.testkit.LoopbackBackend;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteConfig;

/** A no while something is in its way: others, the receiver, the disk, a kill. */
@Tag("P3")
class WithdrawalFaultsTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @RegisterExtension final LoopbackBackend backend = new LoopbackBackend();
  @TempDir Path folder;

  @Test
  @Tag("posix")
  void processThatSleeps_commitsAfterwards_storesAndSendsNothing() throws Exception {
    try (ChildJvm child = child("everything", "flush", "wait", "record", "wait", "off", "losses")) {
      child.awaitLine("flush:", PATIENCE);
      try (Connection writer = connect();
          Statement statement = writer.createStatement()) {
        // Its recorder takes the events and waits for the file; there it falls asleep.
        statement.execute("BEGIN IMMEDIATE");
        child.writeLine("go on");
        child.awaitLine("record:", PATIENCE);
        signal(child, "STOP");
        statement.execute("ROLLBACK");
      }
      withdrawHere();
      backend.forget();

      signal(child, "CONT");
      child.writeLine("go on");

      String losses = child.awaitLine("losses:", PATIENCE);
      assertThat(losses).matches(".*withdrawn=[1-9]\\d{2,}.*").doesNotContain("store_full");
      child.awaitExit(PATIENCE);
      assertThat(items()).isZero();
      assertThat(backend.connections()).isZero();
    }
  }

  @Test
  void receiverThatHangs_no_sendsNoMoreAndLeavesNothing() {
    CountDownLatch release = new CountDownLatch(1);
    backend.answerWith(Answer.held(release));
    try (TelemetryRuntime runtime = LabRuntime.start(folder, Clock.systemUTC(), backend)) {
      runtime.consent().set(ConsentPreset.EVERYTHING);
      complain(runtime);
      Awaitility.await().atMost(PATIENCE).until(() -> backend.connections() > 0);

      runtime.consent().set(ConsentPreset.NO);

      backend.forget();
      assertThat(runtime.flush(PATIENCE)).isEqualTo(FlushResult.OFF);
      awaitPurged();
      release.countDown();
      Awaitility.await().pollDelay(Duration.ofSeconds(1)).until(() -> true);
      assertThat(backend.connections()).isZero();
      assertThat(runtime.status().destinations())
          .singleElement()
          .matches(TelemetryStatus.DestinationLedger::balances)
          .satisfies(ledger -> assertThat(ledger.uncertain()).isPositive());
    }
    assertNothingLeft();
  }

  @Test
  void readerInTheWay_no_isFinishedOnceItEnds() throws SQLException, IOException {
    backend.down();
    try (TelemetryRuntime runtime = LabRuntime.start(folder, Clock.systemUTC(), backend)) {
      runtime.consent().set(ConsentPreset.EVERYTHING);
      complain(runtime);
      LabRuntime.store(runtime);
      try (Connection reader = connect();
          Statement statement = reader.createStatement()) {
        statement.execute("BEGIN");
        assertThat(count(statement)).isPositive();

        runtime.consent().set(ConsentPreset.NO);

        assertThat(runtime.telemetry().isOn(Lab.Complaint.class)).isFalse();
        assertThat(consent()).contains("\"purged\":false");
      }
      awaitPurged();
    }
    assertNothingLeft();
  }

  @Test
  void killedBeforeTheFenceIsRaised_nextStart_finishesIt() throws Exception {
    try (ChildJvm child = childWithEvents();
        Connection writer = connect();
        Statement statement = writer.createStatement()) {
      statement.execute("BEGIN IMMEDIATE");
      child.writeLine("go on");
      Awaitility.await().atMost(PATIENCE).until(() -> consent().contains("\"purged\":false"));
      child.kill();
      assertThat(count(statement)).isPositive();
      statement.execute("ROLLBACK");
    }

    assertNextStartFinishes();
  }

  @Test
  void killedBeforeTheLogIsWiped_nextStart_finishesIt() throws Exception {
    try (ChildJvm child = childWithEvents();
        Connection reader = connect();
        Statement statement = reader.createStatement()) {
      statement.execute("BEGIN");
      assertThat(count(statement)).isPositive();
      child.writeLine("go on");
      Awaitility.await().atMost(PATIENCE).until(() -> items() == 0);
      assertThat(consent()).contains("\"purged\":false");
      child.kill();
    }

    assertNextStartFinishes();
  }

  @Test
  @Tag("linux")
  void diskIsFull_no_holdsAndIsFinishedOnceThereIsRoom() throws Exception {
    backend.down();
    try (TelemetryRuntime runtime = LabRuntime.start(folder, Clock.systemUTC(), backend)) {
      runtime.consent().set(ConsentPreset.EVERYTHING);
      complain(runtime);
      LabRuntime.store(runtime);
    }
    backend.up();

    try (ChildJvm child = onAFullDisk("no", "flush")) {
      assertThat(child.awaitExit(PATIENCE)).isZero();
      assertThat(child.stdout()).containsExactly("no: true", "flush: OFF");
    }

    ConsentStore answer = new ConsentStore(TestSettings.in(folder, Clock.systemUTC(), Map.of()));
    assertThat(answer.refresh().isOff()).isTrue();
    assertThat(answer.isRefused()).isTrue();
    assertThat(items()).isPositive();
    assertNextStartFinishes();
  }

  /** Every write that may need room fails; what is there can still be written over. */
  private ChildJvm onAFullDisk(String... deeds) {
    ChildJvm.Builder builder =
        program(deeds)
            .below("strace", "-f", "-qq", "-o", folder.resolveSibling("trace.log").toString())
            .below("-e", "trace=write,pwrite64,ftruncate,fallocate")
            .below("-e", "inject=write,pwrite64,ftruncate,fallocate:error=ENOSPC");
    for (String file :
        new String[] {
          ".lock", "consent.json.new", "audit.log", "data/outbox.db", "data/outbox.db-wal"
        }) {
      builder.below("-P", folder.resolve(file).toString());
    }
    return builder.start();
  }

  private void assertNextStartFinishes() throws IOException {
    backend.up();
    backend.answerWith(200);
    backend.forget();
    try (TelemetryRuntime next = LabRuntime.start(folder, Clock.systemUTC(), backend)) {
      awaitPurged();
      assertThat(next.consent().answer().isOff()).isTrue();
    }
    assertNothingLeft();
    assertThat(backend.connections()).isZero();
  }

  private void assertNothingLeft() {
    ByteScan.of(LabMain.CANARY).assertNothingIn(folder);
    assertThat(folder.resolve("data/installation.json")).doesNotExist();
  }

  private void withdrawHere() {
    try (TelemetryRuntime here = LabRuntime.startSilent(folder, Clock.systemUTC())) {
      here.consent().set(ConsentPreset.NO);
      awaitPurged();
    }
  }

  private void awaitPurged() {
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(consent()).contains("\"purged\":true"));
  }

  /** A process whose events wait, because nobody answers at the receiver's address. */
  private ChildJvm childWithEvents() {
    backend.down();
    ChildJvm child = child("everything", "stream", "wait", "no");
    child.awaitLine("stream:", PATIENCE);
    Awaitility.await()
        .atMost(PATIENCE)
        .ignoreExceptions()
        .until(() -> Files.exists(folder.resolve("data/outbox.db-wal")) && items() > 10);
    return child;
  }

  private ChildJvm child(String... deeds) {
    return program(deeds).start();
  }

  private ChildJvm.Builder program(String... deeds) {
    return ChildJvm.of(LabMain.class)
        .jvmArgs("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
        .args(folder.toString(), backend.uri().toString())
        .args(deeds);
  }

  private static void signal(ChildJvm child, String name) throws Exception {
    Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(child.pid())).start();
    assertThat(kill.waitFor()).isZero();
  }

  private static void complain(TelemetryRuntime runtime) {
    for (int i = 0; i < 50; i++) {
      runtime.telemetry().record(new Lab.Complaint(Text.of(LabMain.CANARY)));
    }
  }

  private String consent() throws IOException {
    return Files.readString(folder.resolve("consent.json"));
  }

  private int items() throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      return count(statement);
    }
  }

  private static int count(Statement statement) throws SQLException {
    try (ResultSet rows = statement.executeQuery("SELECT count(*) FROM item")) {
      return rows.getInt(1);
    }
  }

  private Connection connect() throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout(5_000);
    return config.createConnection("jdbc:sqlite:" + folder.resolve("data/outbox.db"));
  }
}
