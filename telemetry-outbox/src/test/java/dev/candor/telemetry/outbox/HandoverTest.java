package dev.candor.telemetry.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.outbox.Items.Row;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What a relay's courier is given without reading it back from the file. */
@Tag("P7")
class HandoverTest extends OutboxTestBase {
  private final FakeDestination otlp = new FakeDestination("otlp");
  private SqliteOutbox outbox;

  @BeforeEach
  void openIt() {
    outbox = openRelayFor(otlp);
  }

  @Test
  void justStored_items_areSealedWithoutTheFile() {
    outbox.append(Samples.events(1, 0, 5, clock));
    execute("UPDATE item SET body = '{}'");

    run(turn(outbox, otlp));

    assertThat(otlp.sentIds()).isEqualTo(ids(0, 5));
  }

  @Test
  void ofAnApplication_items_areReadFromTheFile() {
    outbox.close();
    outbox = openFor(otlp);
    outbox.append(Samples.events(1, 0, 5, clock));
    execute("UPDATE item SET body = '{}'");

    run(turn(outbox, otlp));

    assertThat(otlp.sent).isEmpty();
  }

  @Test
  void storedByAnotherProcess_betweenAndAfterwards_isNotPassedBy() {
    SqliteOutbox other = openRelayFor(otlp);
    outbox.append(Samples.events(1, 0, 3, clock));
    other.append(Samples.events(1, 3, 5, clock));
    outbox.append(Samples.events(1, 5, 8, clock));
    other.append(Samples.events(1, 8, 10, clock));

    run(turn(outbox, otlp));

    assertThat(otlp.sentIds()).isEqualTo(ids(0, 10));
  }

  @Test
  void totalsThatAreClosed_between_areNotPassedBy() {
    outbox.append(Samples.events(1, 0, 3, clock));
    outbox.append(
        new Batch(1, List.of(), List.of(Samples.step(LocalDate.of(2026, 11, 17), 1, true))));
    outbox.closeDays(true);
    outbox.append(Samples.events(1, 3, 5, clock));

    run(turn(outbox, otlp));

    assertThat(otlp.sentIds()).hasSize(6).containsAll(ids(0, 5));
  }

  @Test
  void knownItems_amongNewOnes_areSentOnce() {
    outbox.append(Samples.events(1, 0, 5, clock));
    outbox.append(Samples.events(1, 3, 8, clock));

    run(turn(outbox, otlp));

    assertThat(otlp.sentIds()).isEqualTo(ids(0, 8));
  }

  @Test
  void more_thanAreKept_areAllSentInOrder() {
    IntStream.range(0, 50)
        .forEach(i -> outbox.append(Samples.events(1, i * 100, i * 100 + 100, clock)));

    run(turn(outbox, otlp));

    assertThat(otlp.sentIds()).isEqualTo(ids(0, 5_000));
  }

  @Test
  void largeItems_areKeptUpToABoundOfBytes() {
    String large = "x".repeat(1 << 20);
    for (int i = 0; i < 10; i++) {
      outbox.append(
          new Batch(
              1,
              List.of(new Batch.Entry(Samples.event(Purpose.USAGE, i, clock, large), true, false)),
              List.of()));
    }

    assertThat(kept(7)).hasSize(3);
    assertThat(kept(6)).isEmpty();
  }

  @Test
  @Tag("P6")
  void rolledBack_append_leavesNothingBehind() {
    execute("ALTER TABLE counter RENAME TO away");
    Increment step = Samples.step(LocalDate.of(2026, 11, 17), 1, true);
    assertThat(
            outbox
                .append(new Batch(1, Samples.events(1, 0, 3, clock).events(), List.of(step)))
                .full())
        .isEqualTo(3);
    execute("ALTER TABLE away RENAME TO counter");

    outbox.append(Samples.events(1, 10, 13, clock));
    run(turn(outbox, otlp));

    assertThat(otlp.sentIds()).isEqualTo(ids(10, 13));
  }

  @Test
  @Tag("P3")
  void withdrawn_items_areNotKept() {
    outbox.append(Samples.events(1, 0, 5, clock));

    outbox.withdraw(2);

    assertThat(kept(0)).isEmpty();
  }

  @Test
  @Tag("P3")
  void withdrawnByAnotherProcess_items_areNotSent() {
    SqliteOutbox other = openRelayFor(otlp);
    outbox.append(Samples.events(1, 0, 5, clock));
    other.withdraw(2);
    outbox.append(Samples.events(2, 5, 8, clock));
    DestinationTurn turn = turn(outbox, otlp);

    run(turn);
    run(turn);

    assertThat(otlp.sentIds()).isEqualTo(ids(5, 8));
  }

  @Test
  void tooOld_items_areNotKept() {
    outbox.append(Samples.events(1, 0, 5, clock));
    clock.advance(Duration.ofDays(3));

    outbox.deleteOlder(Duration.ofDays(2));

    assertThat(kept(0)).isEmpty();
  }

  @Test
  void passedByTheCursor_items_areNotKept() {
    outbox.append(Samples.events(1, 0, 5, clock));

    run(turn(outbox, otlp));

    assertThat(kept(0)).isEmpty();
  }

  @Test
  @Tag("P6")
  void damagedFile_thatIsReplaced_takesItsItemsAlong() {
    outbox.append(Samples.events(1, 0, 5, clock));
    execute("PRAGMA wal_checkpoint(TRUNCATE)");
    outbox.run(
        0,
        store -> {
          throw new SQLiteException("", SQLiteErrorCode.SQLITE_CORRUPT);
        });
    assertThat(kept(0)).isEmpty();
    outbox.append(Samples.events(1, 10, 12, clock));

    run(turn(outbox, otlp));

    assertThat(outbox.faults()).containsKey("store_quarantined");
    assertThat(otlp.sentIds()).isEqualTo(ids(10, 12));
  }

  private List<Row> kept(long cursor) {
    return outbox.run(List.of(), store -> store.handover.after(cursor, 10_000));
  }

  private void execute(String sql) {
    outbox.run(
        0,
        store -> {
          store.db.execute(sql);
          return 0;
        });
  }

  private static List<String> ids(int from, int to) {
    return IntStream.range(from, to).mapToObj(Samples::id).toList();
  }
}
