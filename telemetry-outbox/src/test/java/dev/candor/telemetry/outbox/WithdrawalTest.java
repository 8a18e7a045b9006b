package dev.candor.telemetry.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.exporter.Outcome.Deferred;
import dev.candor.telemetry.exporter.Outcome.Delivered;
import dev.candor.telemetry.exporter.Outcome.Scope;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.sqlite.SQLiteConfig;

@Tag("P3")
class WithdrawalTest extends OutboxTestBase {
  private static final String CANARY = "canary_value_4711";
  private final FakeDestination otlp = new FakeDestination("otlp");

  @Test
  @Tag("SQ-3")
  void withdraw_everything_noByteIsLeftInAnyFile() throws Exception {
    SqliteOutbox outbox = openFor(otlp);
    outbox.append(canaries(1, 0, 5_000));
    outbox.cells().put(1, "cell", CANARY);
    otlp.answer(new Deferred(Duration.ofHours(1), Scope.BODY));
    run(turn(outbox, otlp));
    assertThat(filesWithCanary()).isNotEmpty();

    PurgeReceipt receipt = outbox.withdraw(2);

    assertThat(receipt.complete()).isTrue();
    // Half of them are kept; of the others, only those that were not delivered have content left.
    assertThat(receipt.items()).isEqualTo(2_550);
    assertThat(filesWithCanary()).isEmpty();
    assertThat(outbox.cells().startingWith("")).isEmpty();
    assertThat(outbox.sealed()).isEmpty();
    assertThat(outbox.receipts()).containsExactly(receipt);
    assertThat(ledger(outbox, "otlp").purged()).isEqualTo(100);
    assertThat(ledger(outbox, "otlp").delivered()).isEqualTo(4_900);
    clock.advance(Duration.ofDays(1));
    run(turn(outbox, otlp));
    assertThat(ledger(outbox, "otlp").queued()).isZero();
  }

  @Test
  void withdraw_counters_areDeletedToo() {
    SqliteOutbox outbox = openFor(otlp);
    Increment step = Samples.step(LocalDate.of(2026, 11, 17), 1, true);
    outbox.append(new Batch(1, List.of(), List.of(step)));
    outbox.append(new Batch(2, List.of(), List.of(step)));

    PurgeReceipt receipt = outbox.withdraw(2);

    assertThat(receipt.counters()).isEqualTo(1);
    outbox.closeDays(true);
    assertThat(outbox.items(0, 10)).hasSize(1);
  }

  @Test
  void append_belowTheFence_isRefused() {
    SqliteOutbox outbox = openFor(otlp);
    outbox.withdraw(5);

    Increment step = Samples.step(LocalDate.of(2026, 11, 17), 1, true);
    Batch late = new Batch(4, Samples.events(4, 0, 3, clock).events(), List.of(step));

    assertThat(outbox.append(late)).isEqualTo(new AppendResult(0, 0, 4, 0));
    assertThat(outbox.append(Samples.events(5, 0, 3, clock)).stored()).isEqualTo(3);
    outbox.cells().put(4, "late", "x");
    assertThat(outbox.cells().startingWith("late")).isEmpty();
  }

  @Test
  void append_ofAnotherHandle_isRefusedByTheStoredFence() {
    SqliteOutbox other = open();
    SqliteOutbox outbox = open();
    outbox.withdraw(5);

    assertThat(other.append(Samples.events(4, 0, 3, clock)).refused()).isEqualTo(3);
  }

  @Test
  void withdraw_readerInTheWay_isFinishedAtTheNextTurn() throws Exception {
    SqliteOutbox outbox = openFor(otlp);
    outbox.append(canaries(1, 0, 100));
    PurgeReceipt receipt;
    try (Connection reader = connect(folder());
        Statement statement = reader.createStatement()) {
      statement.execute("BEGIN");
      try (ResultSet rows = statement.executeQuery("SELECT count(*) FROM item")) {
        assertThat(rows.getInt(1)).isEqualTo(100);
      }
      receipt = outbox.withdraw(2);
      statement.execute("COMMIT");
    }
    assertThat(receipt.complete()).isFalse();

    clock.advance(Duration.ofMinutes(2));
    outbox.housekeep();

    assertThat(outbox.receipts().get(0).complete()).isTrue();
    assertThat(filesWithCanary()).isEmpty();
  }

  @Test
  void withdraw_interrupted_isFinishedAtTheNextOpen() throws Exception {
    SqliteOutbox outbox = openFor(otlp);
    outbox.append(canaries(1, 0, 3_000));
    outbox.run(-1L, store -> Withdrawal.begin(store, 2, clock.millis()));
    outbox.run(false, store -> new Withdrawal(store, 2).step(1));
    outbox.close();

    SqliteOutbox again = open();

    assertThat(again.receipts()).hasSize(1);
    assertThat(again.receipts().get(0).complete()).isTrue();
    assertThat(again.receipts().get(0).items()).isEqualTo(3_000);
    assertThat(filesWithCanary()).isEmpty();
  }

  @Test
  void withdraw_whileABodyIsSent_itIsBookedAsUncertain() {
    SqliteOutbox outbox = openFor(otlp);
    outbox.append(canaries(1, 0, 10));
    otlp.always =
        body -> {
          outbox.withdraw(2);
          return Delivered.all();
        };

    run(turn(outbox, otlp));

    assertThat(ledger(outbox, "otlp").uncertain()).isEqualTo(10);
    assertThat(ledger(outbox, "otlp").delivered()).isZero();
  }

  @Test
  void withdraw_afterTheStoreWasDamaged_noByteIsLeftOfItAndItsLog() throws Exception {
    SqliteOutbox running = open();
    running.append(canaries(1, 0, 3_000));
    running.run(true, store -> new Withdrawal(store, 1).wipeLog());
    running.append(canaries(1, 3_000, 3_050));
    Path killed = copy(folder());

    // Another process has it open too: whoever closes it first leaves the log as it is.
    try (Connection other = connect(killed);
        Statement statement = other.createStatement();
        ResultSet rows = statement.executeQuery("SELECT count(*) FROM item");
        SqliteOutbox outbox = new SqliteOutbox(killed, Outbox.Limits.defaults(), clock)) {
      assertThat(rows.getInt(1)).isEqualTo(3_050);
      rows.close();
      overwriteFirstPages(killed.resolve("outbox.db"));
      outbox.append(Samples.events(1, 0, 3, clock));
      assertThat(filesWithCanary(killed))
          .hasSize(2)
          .allMatch(name -> name.startsWith("outbox.db.damaged-"))
          .anyMatch(name -> name.endsWith("-wal"));

      outbox.withdraw(2);

      assertThat(filesWithCanary(killed)).isEmpty();
    }
  }

  private static Connection connect(Path folder) throws SQLException {
    return new SQLiteConfig().createConnection("jdbc:sqlite:" + folder.resolve("outbox.db"));
  }

  private static void overwriteFirstPages(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.allocate(16 * 4_096));
    }
  }

  private Batch canaries(long grant, int from, int to) {
    List<Batch.Entry> entries = new ArrayList<>();
    for (int i = from; i < to; i++) {
      entries.add(
          new Batch.Entry(Samples.event(Purpose.USAGE, i, clock, CANARY), true, i % 2 == 0));
    }
    return new Batch(grant, entries, List.of());
  }

  private List<String> filesWithCanary() throws Exception {
    return filesWithCanary(folder());
  }

  private List<String> filesWithCanary(Path folder) throws Exception {
    List<String> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(copy(folder))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(CANARY)) {
          found.add(file.getFileName().toString());
        }
      }
    }
    return found;
  }

  /** Reads through another process: closing a file here would drop SQLite's own locks on it. */
  private Path copy(Path folder) throws Exception {
    Path copy = Files.createTempDirectory(temporary, "copy");
    Process process = new ProcessBuilder("cp", "-r", folder.toString(), copy.toString()).start();
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return copy.resolve(folder.getFileName());
  }

  @Test
  @Tag("P3")
  void raiseFence_rowsOfALateWriter_areDeletedAndRefused() {
    SqliteOutbox outbox = open();
    outbox.append(Samples.events(1, 0, 3, clock));

    outbox.raiseFence(2);
    outbox.raiseFence(2);

    assertThat(outbox.items(0, 10)).isEmpty();
    assertThat(outbox.append(Samples.events(1, 3, 6, clock)).refused()).isEqualTo(3);
    assertThat(outbox.append(Samples.events(2, 6, 9, clock)).stored()).isEqualTo(3);
    assertThat(outbox.receipts()).hasSize(1);
  }
}
