package dev.candor.telemetry.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.ConsentAnswer.Send;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.exporter.CountItem;
import dev.candor.telemetry.exporter.Item;
import dev.candor.telemetry.exporter.Outcome;
import dev.candor.telemetry.exporter.SealContext;
import dev.candor.telemetry.exporter.Sealed;
import dev.candor.telemetry.testkit.FakeClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store that holds what others have handed over. */
class RelayTest {
  private static final Outbox.Limits SMALL = new Outbox.Limits(Duration.ofDays(30), 10, 1L << 30);

  @TempDir Path temporary;
  private final FakeClock clock = FakeClock.create();
  private final List<Outbox> opened = new ArrayList<>();

  private SqliteOutbox open(Outbox.Limits limits) {
    SqliteOutbox outbox =
        new SqliteOutbox(temporary.resolve("data"), limits, clock, /* relay= */ true);
    opened.add(outbox);
    return outbox;
  }

  @AfterEach
  void close() {
    opened.forEach(Outbox::close);
  }

  private static DestinationTurn turn(
      SqliteOutbox outbox, FakeDestination destination, SealContext context, FakeClock clock) {
    SendPolicy policy =
        new SendPolicy() {
          @Override
          public Send allows(Purpose purpose) {
            return Send.EVERYTHING;
          }

          @Override
          public String installationId() {
            return "none";
          }

          @Override
          public SealContext context(String destination) {
            return context;
          }
        };
    return new DestinationTurn(
        outbox, destination, policy, clock, CourierSettings.relay(), () -> false);
  }

  @Test
  @Tag("P6")
  void append_fullStore_refusesAllOfTheBatchAndEvictsNothing() {
    SqliteOutbox outbox = open(SMALL);
    outbox.destinations(List.of("otlp"));
    outbox.append(Samples.events(1, 0, 10, clock));

    assertThat(outbox.append(Samples.events(1, 10, 13, clock)))
        .isEqualTo(new AppendResult(0, 0, 0, 3));
    assertThat(outbox.items(0, 100)).hasSize(10);
  }

  @Test
  @Tag("P6")
  void housekeep_bodySentLongAgo_isDeletedAndWhatWaitsStays() {
    SqliteOutbox outbox =
        new SqliteOutbox(
            temporary.resolve("data"),
            new SqliteOutbox.Keeping(SMALL, Duration.ofDays(7)),
            clock,
            /* relay= */ true);
    opened.add(outbox);
    FakeDestination otlp = new FakeDestination("otlp");
    outbox.destinations(List.of("otlp"));
    DestinationTurn turn = turn(outbox, otlp, SealContext.ofMany(), clock);
    otlp.answer(Outcome.Delivered.all());
    otlp.answer(new Outcome.Deferred(Duration.ofDays(20), Outcome.Scope.BODY));
    for (int item = 0; item < 2; item++) {
      outbox.append(Samples.events(1, item, item + 1, clock));
      turn.step(true); // seals
      turn.step(true); // sends
    }
    assertThat(outbox.sealed())
        .extracting(SealedBody::state)
        .containsExactly("delivered", "sealed");

    clock.advance(Duration.ofDays(7).plusMinutes(1));
    outbox.housekeep();

    assertThat(outbox.sealed()).extracting(SealedBody::state).containsExactly("sealed");
    assertThat(outbox.append(Samples.events(1, 0, 2, clock)).known()).isEqualTo(2);
  }

  /** At most 500 pages at a time, and no fault: one would have the whole file checked. */
  @Test
  void housekeep_afterDeletions_givesPagesBack() {
    SqliteOutbox outbox = open(new Outbox.Limits(Duration.ofDays(30), 100_000, 1L << 30));
    outbox.append(Samples.events(1, 0, 2_000, clock));
    clock.advance(Duration.ofDays(31));
    long before = pages(outbox);

    outbox.housekeep();

    assertThat(pages(outbox)).isLessThan(before - 50);
    assertThat(outbox.faults()).isEmpty();
  }

  private static long pages(SqliteOutbox outbox) {
    return outbox.run(0L, store -> store.db.number("PRAGMA page_count"));
  }

  /** What becomes of a body changes its row in its place. */
  @Test
  void send_longBody_isNotWrittenAgain() throws IOException {
    SqliteOutbox outbox = open(Outbox.Limits.defaults());
    FakeDestination otlp = new FakeDestination("otlp");
    byte[] body = new byte[500_000];
    otlp.sealing =
        items -> List.of(new Sealed("/", "text/plain", body, List.of(items.get(0).id())));
    outbox.destinations(List.of("otlp"));
    outbox.append(Samples.events(1, 0, 1, clock));
    DestinationTurn turn = turn(outbox, otlp, SealContext.ofMany(), clock);
    turn.step(true); // seals
    long sealed = logged();

    turn.step(true); // sends

    assertThat(outbox.sealed()).extracting(SealedBody::state).containsExactly("delivered");
    assertThat(sealed).isGreaterThan(body.length);
    assertThat(logged() - sealed).isBetween(1L, body.length / 5L);
  }

  private long logged() throws IOException {
    return Files.size(temporary.resolve("data").resolve("outbox.db-wal"));
  }

  /** Settled bodies stay for weeks: who looks for open ones must not read them. */
  @Test
  void due_anyStore_readsTheIndexOfOpenBodies() {
    assertThat(plan(Bodies.DUE, "otlp", 1L))
        .anyMatch(step -> step.contains("USING INDEX sealed_open (destination=? AND due<?)"));
  }

  @Test
  void deleteSettled_anyStore_readsTheIndexOfSettledBodies() {
    assertThat(plan(Bodies.SETTLED, 1L, 1L))
        .containsExactly("SEARCH sealed USING INDEX sealed_settled (at<?)");
  }

  private List<String> plan(String sql, Object... values) {
    return open(SMALL)
        .run(
            List.<String>of(),
            store -> store.db.list("EXPLAIN QUERY PLAN " + sql, row -> row.getString(4), values));
  }

  /** What a clock sealed that ran ahead keeps nothing here that was sealed after it was set. */
  @Test
  @Tag("P6")
  void housekeep_bodiesOfAClockAhead_holdUpNoOlderOnes() {
    SqliteOutbox outbox =
        new SqliteOutbox(
            temporary.resolve("data"),
            new SqliteOutbox.Keeping(Outbox.Limits.defaults(), Duration.ofDays(7)),
            clock,
            /* relay= */ true);
    opened.add(outbox);
    FakeDestination otlp = new FakeDestination("otlp");
    otlp.sealing =
        items -> items.stream().map(item -> FakeDestination.lines(List.of(item)).get(0)).toList();
    outbox.destinations(List.of("otlp"));
    DestinationTurn turn = turn(outbox, otlp, SealContext.ofMany(), clock);
    clock.advance(Duration.ofDays(365));
    outbox.append(Samples.events(1, 0, 30, clock));
    OutboxTestBase.run(turn);
    clock.advance(Duration.ofDays(-365));
    outbox.append(Samples.events(1, 30, 60, clock));
    OutboxTestBase.run(turn);
    assertThat(outbox.sealed()).hasSize(60);

    clock.advance(Duration.ofDays(8));
    outbox.housekeep();

    assertThat(outbox.sealed()).hasSize(30);
  }

  @Test
  void append_afterDelivery_hasRoomAgain() {
    FakeDestination otlp = new FakeDestination("otlp");
    SqliteOutbox outbox = open(SMALL);
    outbox.destinations(List.of("otlp"));
    outbox.append(Samples.events(1, 0, 10, clock));
    DestinationTurn turn = turn(outbox, otlp, new SealContext(null), clock);
    while (turn.step(false) == 0) {
      clock.advance(Duration.ofMillis(1));
    }

    assertThat(outbox.append(Samples.events(1, 10, 13, clock)).stored()).isEqualTo(3);
  }

  @Test
  void append_folderIsAFile_refusesInsteadOfKeepingInMemory() throws IOException {
    Files.createFile(temporary.resolve("data"));
    SqliteOutbox outbox = open(Outbox.Limits.defaults());

    assertThat(outbox.append(Samples.events(1, 0, 2, clock)).full()).isEqualTo(2);
    assertThat(outbox.faults()).doesNotContainKey("store_in_memory");
  }

  @Test
  void append_totalsOfSomebodyElse_areKeptOnce() {
    SqliteOutbox outbox = open(SMALL);
    CountItem totals =
        new CountItem(
            "0".repeat(31) + "1",
            Purpose.USAGE,
            LocalDate.of(2026, 11, 17),
            List.of(),
            new TreeMap<>());
    Batch batch = new Batch(1, List.of(new Batch.Entry(totals, false, true)), List.of());

    outbox.append(batch);

    assertThat(outbox.append(batch)).isEqualTo(new AppendResult(0, 1, 0, 0));
    assertThat(outbox.items(0, 10)).extracting(StoredItem::item).containsExactly((Item) totals);
  }

  @Test
  void deleteOlder_someDays_leavesTheRest() {
    SqliteOutbox outbox = open(Outbox.Limits.defaults());
    outbox.append(Samples.events(1, 0, 4, clock));
    clock.advance(Duration.ofDays(3));
    outbox.append(Samples.events(1, 4, 6, clock));

    assertThat(outbox.countOlder(Duration.ofDays(2))).isEqualTo(4);
    assertThat(outbox.deleteOlder(Duration.ofDays(2))).isEqualTo(4);
    assertThat(outbox.items(0, 10)).hasSize(2);
  }
}
