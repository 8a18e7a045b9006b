package dev.candor.telemetry.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.exporter.Outcome;
import dev.candor.telemetry.exporter.Outcome.Delivered;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.sqlite.SQLiteConfig;

@Tag("P9")
class FaultsTest extends OutboxTestBase {
  @Test
  @Tag("posix")
  void damagedFile_isMovedAsideAndReplaced() throws Exception {
    Files.createDirectories(folder());
    Files.writeString(folder().resolve("outbox.db"), "no database, but rather long ".repeat(99));

    SqliteOutbox outbox = open();

    assertThat(outbox.append(Samples.events(1, 0, 3, clock)).stored()).isEqualTo(3);
    assertThat(outbox.faults()).containsEntry("store_quarantined", 1L);
    try (Stream<Path> files = Files.list(folder())) {
      Path aside =
          files
              .filter(file -> file.getFileName().toString().startsWith("outbox.db.damaged-"))
              .findFirst()
              .orElseThrow();
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(aside)))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void damagedAnywhere_nothingIsThrownAndTheStoreWorksAgain() throws Exception {
    FakeDestination otlp = new FakeDestination("otlp");
    SqliteOutbox first = openFor(otlp);
    first.append(Samples.events(1, 0, 500, clock));
    first.append(
        new Batch(1, List.of(), List.of(Samples.step(LocalDate.of(2026, 11, 17), 1, true))));
    first.close();
    byte[] sound = Files.readAllBytes(folder().resolve("outbox.db"));
    Random random = new Random(42);
    for (int round = 0; round < 40; round++) {
      Path folder = temporary.resolve("damaged" + round);
      PrivateFiles.folder(folder);
      byte[] damaged = sound.clone();
      int length = round % 4 == 0 ? random.nextInt(damaged.length) : damaged.length;
      for (int i = 0; i < 1 + random.nextInt(2_000); i++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      }
      Files.write(folder.resolve("outbox.db"), java.util.Arrays.copyOf(damaged, length));
      try (SqliteOutbox outbox = new SqliteOutbox(folder, Outbox.Limits.defaults(), clock)) {
        outbox.destinations(List.of("otlp"));
        outbox.append(Samples.events(1, 10_000, 10_010, clock));
        outbox.closeDays(true);
        run(turn(outbox, otlp));
        outbox.withdraw(2);
        AppendResult result = outbox.append(Samples.events(2, 20_000, 20_010, clock));

        assertThat(result.stored() + result.full()).isEqualTo(10);
        assertThat(outbox.ledger()).isNotNull();
        assertThat(outbox.sealed()).isNotNull();
      }
    }
  }

  @Test
  void diskFull_isRefusedAndCounted_andRecovers() {
    SqliteOutbox outbox = openFor(new FakeDestination("otlp"));
    limitPages(outbox, 40);
    assertThat(outbox.append(Samples.events(1, 0, 2_000, clock)))
        .isEqualTo(new AppendResult(0, 0, 0, 2_000));
    assertThat(outbox.faults()).containsKey("store_disk_full");

    limitPages(outbox, 1_000_000);

    assertThat(outbox.append(Samples.events(1, 0, 2_000, clock)).stored())
        .as("%s", outbox.faults())
        .isEqualTo(2_000);
  }

  @Test
  @Tag("P7")
  @Tag("P8")
  void outcome_ofAStoreThatTakesNothing_isBookedOnceItDoes() {
    FakeDestination vendor = new FakeDestination("vendor").items(1);
    SqliteOutbox outbox = openFor(vendor);
    outbox.append(Samples.events(1, 0, 3, clock));
    vendor.always =
        body -> {
          readOnly(outbox, true);
          return Outcome.Delivered.all();
        };
    DestinationTurn turn = turn(outbox, vendor);

    run(turn);
    run(turn);

    assertThat(vendor.sent).as("nothing more leaves meanwhile").hasSize(1);
    assertThat(ledger(outbox, "vendor").queued()).isEqualTo(3);

    vendor.always = body -> Outcome.Delivered.all();
    readOnly(outbox, false);
    run(turn);

    assertThat(ledger(outbox, "vendor").delivered()).isEqualTo(3);
    assertThat(vendor.sentIds()).hasSize(3).doesNotHaveDuplicates();
  }

  @Test
  @Tag("P8")
  void outcome_ofAFileThatWasReplaced_isNotBookedOnABodyOfTheNewOne() throws Exception {
    FakeDestination one = new FakeDestination("one").items(1);
    FakeDestination other = new FakeDestination("other").items(1);
    SqliteOutbox outbox = openFor(one, other);
    outbox.append(Samples.events(1, 0, 1, clock));
    one.always =
        body -> {
          readOnly(outbox, true);
          return Outcome.Delivered.all();
        };
    DestinationTurn turn = turn(outbox, one);
    run(turn);
    try (Stream<Path> files = Files.list(folder())) {
      for (Path file : files.filter(name -> name.toString().contains("outbox.db")).toList()) {
        Files.delete(file);
      }
    }
    outbox.append(Samples.events(1, 1, 2, clock));
    other.always = body -> new Outcome.Deferred(Duration.ofHours(1), Outcome.Scope.BODY);
    run(turn(outbox, other));
    one.always = body -> Outcome.Delivered.all();

    run(turn);

    assertThat(ledger(outbox, "other").queued()).isEqualTo(1);
    assertThat(ledger(outbox, "one").delivered()).as("what the new file has of it").isEqualTo(1);
    other.always = body -> Outcome.Delivered.all();
    clock.advance(Duration.ofHours(2));
    run(turn(outbox, other));
    assertThat(ledger(outbox, "other").delivered()).isEqualTo(1);
  }

  private static void readOnly(SqliteOutbox outbox, boolean isReadOnly) {
    outbox.run(
        0,
        store -> {
          store.db.execute("PRAGMA query_only=" + isReadOnly);
          return 0;
        });
  }

  @Test
  void folderThatCannotBeWritten_isMemory() throws Exception {
    Path file = Files.writeString(temporary.resolve("file"), "x");
    FakeDestination otlp = new FakeDestination("otlp");
    try (SqliteOutbox outbox =
        new SqliteOutbox(file.resolve("data"), Outbox.Limits.defaults(), clock)) {
      outbox.destinations(List.of("otlp"));
      outbox.append(Samples.events(1, 0, 3, clock));
      assertThat(outbox.faults()).containsKeys("store_unwritable", "store_in_memory");
      try (Courier courier = Courier.create(outbox, List.of(otlp), answer, clock)) {
        courier.start();
        assertThat(courier.flush(Duration.ofSeconds(20))).isTrue();
      }
      assertThat(outbox.withdraw(2).complete()).isTrue();
    }
    assertThat(otlp.sentIds()).hasSize(3);
    assertThat(file).hasContent("x");
  }

  @Test
  void fileThatCannotBeOpened_isMemory() throws Exception {
    Files.createDirectories(folder().resolve("outbox.db"));

    SqliteOutbox outbox = open();

    assertThat(outbox.append(Samples.events(1, 0, 3, clock)).stored()).isEqualTo(3);
    assertThat(outbox.isInMemory()).isTrue();
  }

  @Test
  void fileOfALaterVersion_isLeftAlone() throws Exception {
    SqliteOutbox first = open();
    first.append(Samples.events(1, 0, 3, clock));
    first.run(
        0,
        store -> {
          store.db.execute("PRAGMA user_version=99");
          return 0;
        });
    first.close();

    SqliteOutbox second = open();

    assertThat(second.items(0, 10)).isEmpty();
    assertThat(second.faults()).containsEntry("store_newer", 1L);
    assertThat(folder().resolve("outbox.db")).exists();
  }

  @Test
  void fileRemovedUnderneath_isMadeAgain_withItsFence() throws Exception {
    SqliteOutbox outbox = openFor(new FakeDestination("otlp"));
    outbox.withdraw(5);
    for (String suffix : List.of("", "-wal", "-shm")) {
      Files.deleteIfExists(folder().resolve("outbox.db" + suffix));
    }

    assertThat(outbox.append(Samples.events(5, 0, 3, clock)).stored()).isEqualTo(3);
    assertThat(outbox.append(Samples.events(4, 3, 6, clock)).refused()).isEqualTo(3);
    assertThat(ledger(outbox, "otlp").queued()).isEqualTo(3);
  }

  @Test
  void fileHeldByAnother_isRefusedAndCounted() throws Exception {
    SqliteOutbox outbox = open();
    outbox.run(
        0,
        store -> {
          store.db.execute("PRAGMA busy_timeout=20");
          return 0;
        });
    try (Connection other =
            new SQLiteConfig().createConnection("jdbc:sqlite:" + folder().resolve("outbox.db"));
        Statement statement = other.createStatement()) {
      statement.execute("BEGIN IMMEDIATE");
      assertThat(outbox.append(Samples.events(1, 0, 3, clock)).full()).isEqualTo(3);
      assertThat(outbox.withdraw(2).complete()).isFalse();
      statement.execute("COMMIT");
    }

    assertThat(outbox.faults()).containsKey("store_busy");
    assertThat(outbox.append(Samples.events(1, 0, 3, clock)).refused()).isEqualTo(3);
    clock.advance(Duration.ofMinutes(2));
    outbox.housekeep();
    assertThat(outbox.receipts()).hasSize(1);
  }

  @Test
  void policyThatThrows_sendsNothing() {
    FakeDestination otlp = new FakeDestination("otlp");
    SqliteOutbox outbox = openFor(otlp);
    outbox.append(Samples.events(1, 0, 3, clock));
    SendPolicy broken =
        new SendPolicy() {
          @Override
          public dev.candor.telemetry.ConsentAnswer.Send allows(
              dev.candor.telemetry.Purpose purpose) {
            throw new IllegalStateException("no answer");
          }

          @Override
          public String installationId() {
            throw new IllegalStateException("no id");
          }
        };

    run(new DestinationTurn(outbox, otlp, broken, clock, SETTINGS, () -> false));

    assertThat(otlp.sent).isEmpty();
    assertThat(outbox.faults()).containsKey("policy");
  }

  @Test
  void rowDamagedInPlace_isDroppedAsAFault() {
    FakeDestination otlp = new FakeDestination("otlp");
    SqliteOutbox outbox = openFor(otlp);
    outbox.append(Samples.events(1, 0, 3, clock));
    outbox.run(
        0, store -> store.db.update("UPDATE item SET body = '{}' WHERE id = ?", Samples.id(1)));
    otlp.always = body -> Delivered.all();

    run(turn(outbox, otlp));

    assertThat(otlp.sentIds()).hasSize(2);
    assertThat(ledger(outbox, "otlp").dropped()).containsEntry("fault", 1L);
  }

  @Test
  @Tag("posix")
  void nativeLibrary_onePrivateCopy_staleOnesAreRemoved() throws Exception {
    Path own = Files.createDirectories(temporary.resolve("native"));
    Path old = Files.writeString(own.resolve("3.1-libsqlitejdbc.so"), "old");
    Path fresh = Files.writeString(own.resolve("fresh.tmp"), "being written");
    Path stale = Files.writeString(own.resolve("stale.tmp"), "left by a kill");
    Files.setLastModifiedTime(stale, FileTime.from(Instant.now().minusSeconds(600)));

    Path library = NativeLibrary.unpack(own);
    FileTime written = Files.getLastModifiedTime(library);

    assertThat(NativeLibrary.unpack(own)).isEqualTo(library);
    assertThat(Files.getLastModifiedTime(library)).isEqualTo(written);
    assertThat(old).doesNotExist();
    assertThat(stale).doesNotExist();
    assertThat(fresh).exists();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(library)))
        .isEqualTo("rw-------");
  }
}
