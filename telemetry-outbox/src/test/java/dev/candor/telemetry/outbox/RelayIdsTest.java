package dev.candor.telemetry.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.exporter.CountItem;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a relay's store knows again, in files of both layouts. */
@Tag("P7")
class RelayIdsTest extends OutboxTestBase {
  private static final int PART = IdParts.FULL;
  private final FakeDestination otlp = new FakeDestination("otlp").deduplicating().items(2);

  private static long version(SqliteOutbox outbox) {
    return outbox.run(-1L, store -> store.db.number("PRAGMA user_version"));
  }

  private static long parts(SqliteOutbox outbox) {
    return outbox.run(-1L, store -> store.db.number("SELECT count(DISTINCT last) FROM known"));
  }

  private int stored(SqliteOutbox outbox, int from, int to) {
    return outbox.append(Samples.events(1, from, to, clock)).stored();
  }

  private int known(SqliteOutbox outbox, int from, int to) {
    return outbox.append(Samples.events(1, from, to, clock)).known();
  }

  @Test
  void append_idsOfAPartAfterARestart_areKnown() {
    SqliteOutbox first = openRelayFor(otlp);
    stored(first, 0, PART);
    stored(first, PART, PART + 10);
    first.close();

    SqliteOutbox second = openRelayFor(otlp);

    assertThat(parts(second)).isOne();
    assertThat(known(second, 0, PART + 10)).isEqualTo(PART + 10);
  }

  @Test
  void append_sameIdAtAnotherTimeInAnotherBatch_isKnown() {
    SqliteOutbox outbox = openRelayFor(otlp);
    stored(outbox, 0, 1);
    clock.advance(Duration.ofDays(20));

    assertThat(outbox.append(Samples.events(2, Purpose.DIAGNOSTICS, 0, 2, clock)))
        .isEqualTo(new AppendResult(1, 1, 0, 0));
  }

  @Test
  void append_totalsOfSomebodyElse_areKnownByTheirReport() {
    SqliteOutbox outbox = openRelayFor(otlp);
    Batch batch =
        new Batch(
            1,
            List.of(
                new Batch.Entry(
                    new CountItem(
                        "0".repeat(31) + "1",
                        Purpose.USAGE,
                        LocalDate.of(2026, 11, 17),
                        List.of(),
                        new TreeMap<>()),
                    false,
                    true)),
            List.of());
    outbox.append(batch);

    assertThat(outbox.append(batch).known()).isOne();
  }

  @Test
  void append_withACourierAtWork_deliveredItemsAreKnown() {
    SqliteOutbox outbox = openRelayFor(otlp);
    stored(outbox, 0, 6);
    run(turn(outbox, otlp));

    assertThat(known(outbox, 0, 6)).isEqualTo(6);
    assertThat(outbox.items(0, 10)).isEmpty();
  }

  @Test
  void deleteOlder_byAnotherOpener_leavesTheRestKnown() {
    SqliteOutbox outbox = openRelayFor(otlp);
    stored(outbox, 0, PART);
    stored(outbox, PART, PART + 5);
    clock.advance(Duration.ofDays(3));
    stored(outbox, PART + 5, PART + 10);

    openRelayFor(otlp).deleteOlder(Duration.ofDays(2));

    assertThat(parts(outbox)).isZero();
    assertThat(known(outbox, PART + 5, PART + 10)).isEqualTo(5);
  }

  @Test
  void housekeep_partThatIsTooOld_isDeletedWithItsRows() {
    SqliteOutbox outbox = openRelayFor(otlp);
    stored(outbox, 0, PART);
    stored(outbox, PART, PART + 5);
    clock.advance(Duration.ofDays(31));

    outbox.housekeep();

    assertThat(parts(outbox)).isZero();
    assertThat(outbox.faults()).isEmpty();
  }

  @Test
  @Tag("P3")
  void withdraw_everyId_isDeleted() {
    SqliteOutbox outbox = openRelayFor(otlp);
    stored(outbox, 0, PART);
    stored(outbox, PART, PART + 5);

    assertThat(outbox.withdraw(2).complete()).isTrue();

    assertThat(parts(outbox)).isZero();
    assertThat(outbox.append(Samples.events(2, 0, 5, clock)).stored()).isEqualTo(5);
  }

  @Test
  @Tag("P9")
  void diskFull_whileAPartIsClosed_nothingIsForgotten() {
    SqliteOutbox outbox = openRelayFor(otlp);
    stored(outbox, 0, PART);
    limitPages(outbox, (int) (long) outbox.run(0L, store -> store.db.number("PRAGMA page_count")));

    assertThat(outbox.append(Samples.events(1, PART, PART + 9, clock)).full()).isEqualTo(9);

    limitPages(outbox, 1_000_000);
    assertThat(known(outbox, 0, PART)).isEqualTo(PART);
    assertThat(stored(outbox, PART, PART + 9)).isEqualTo(9);
    assertThat(parts(outbox)).isOne();
  }

  @Test
  @Tag("P9")
  @Tag("posix")
  void partDamagedInPlace_fileIsMovedAsideAndReplaced() {
    SqliteOutbox first = openRelayFor(otlp);
    stored(first, 0, PART + 1);
    stored(first, PART + 1, PART + 2);
    first.run(0, store -> store.db.update("UPDATE known SET ids = randomblob(length(ids))"));
    first.close();

    SqliteOutbox second = openRelayFor(otlp);

    assertThat(stored(second, 0, 5)).isEqualTo(5);
    assertThat(second.faults()).containsEntry("store_quarantined", 1L);
  }

  @Test
  void newFile_ofARelay_isOneThatEarlierVersionsRefuse() {
    assertThat(version(openRelayFor(otlp))).isEqualTo(2);
  }

  @Test
  void newFile_ofAnApplication_isOneThatEarlierVersionsRead() {
    assertThat(version(open())).isEqualTo(1);
  }

  @Test
  @Tag("P6")
  void fileWithAnIndex_ofAnEarlierRelay_keepsItsLayout() throws Exception {
    writeOlder("tables-12.sql");
    SqliteOutbox outbox = openRelayFor(otlp);

    assertThat(known(outbox, 0, 9)).isEqualTo(9);
    assertThat(stored(outbox, 100, 103)).isEqualTo(3);
    assertThat(version(outbox)).isEqualTo(1);
    assertThat(outbox.run(-1L, RelayIdsTest::tablesOfIds)).isZero();
  }

  private static long tablesOfIds(Store store) throws java.sql.SQLException {
    return store.db.number("SELECT count(*) FROM sqlite_master WHERE name = 'known'");
  }

  @Test
  @Tag("P6")
  void fileWithParts_ofThisVersion_knowsItsIds() throws Exception {
    writeOlder("relay-2.sql");
    SqliteOutbox outbox = openRelayFor(otlp);

    assertThat(outbox.append(Samples.events(1, 0, 9, clock)))
        .isEqualTo(new AppendResult(1, 8, 0, 0));
  }

  @Test
  @Tag("P6")
  void fileWithParts_whatWaits_isSentOnce() throws Exception {
    writeOlder("relay-2.sql");
    SqliteOutbox outbox = openRelayFor(otlp);

    run(turn(outbox, otlp));

    assertThat(otlp.sentIds())
        .containsExactlyInAnyOrder(Samples.id(4), Samples.id(5), Samples.id(6), Samples.id(7));
  }

  @Test
  void fileWithParts_openedAsAnApplications_knowsItsIds() throws Exception {
    writeOlder("relay-2.sql");

    assertThat(known(openFor(otlp), 0, 8)).isEqualTo(8);
  }
}
