package dev.candor.telemetry.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.exporter.CountItem;
import dev.candor.telemetry.exporter.EventItem;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class OutboxTest extends OutboxTestBase {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 17);

  @Test
  @Tag("P6")
  @Tag("PR-47")
  void append_reopened_isStillThere() {
    SqliteOutbox outbox = open();
    outbox.append(Samples.events(3, 0, 10, clock));
    outbox.close();

    List<StoredItem> items = open().items(0, 100);

    assertThat(items).hasSize(10);
    assertThat(items.get(0).item())
        .isEqualTo(Samples.event(Purpose.USAGE, 0, clock, "select_wells"));
    assertThat(items.get(0).grant()).isEqualTo(3);
  }

  @Test
  @Tag("SV-23")
  void stored_item_isReadableAsJson() {
    SqliteOutbox outbox = open();
    outbox.append(Samples.events(1, 0, 1, clock));

    String mode =
        outbox.run(
            "",
            store ->
                store.db.first(
                    "SELECT json_extract(body, '$.attributes.\"imaging.run.mode\"') FROM item",
                    row -> row.getString(1)));

    assertThat(mode).isEqualTo("select_wells");
  }

  @Test
  void append_afterClose_isRefusedQuietly() {
    SqliteOutbox outbox = new SqliteOutbox(folder(), Outbox.Limits.defaults(), clock);
    outbox.close();
    outbox.close();

    assertThat(outbox.append(Samples.events(1, 0, 2, clock)))
        .isEqualTo(new AppendResult(0, 0, 0, 2));
    assertThat(outbox.ledger().destinations()).isEmpty();
  }

  @Test
  @Tag("P9")
  void append_itemThatCannotBeWritten_countsIt() {
    SqliteOutbox outbox = open();
    EventItem bad = Samples.withoutJson();

    AppendResult result =
        outbox.append(new Batch(1, List.of(new Batch.Entry(bad, true, false)), List.of()));

    assertThat(result).isEqualTo(new AppendResult(0, 0, 0, 1));
    assertThat(outbox.faults()).containsEntry("item_unwritable", 1L);
  }

  @Test
  void destinations_retiredAndNamedAgain_areNotOfferedWhatCameBetween() {
    FakeDestination otlp = new FakeDestination("otlp");
    SqliteOutbox outbox = openFor(otlp);
    outbox.append(Samples.events(1, 0, 2, clock));
    outbox.destinations(List.of());
    outbox.append(Samples.events(1, 2, 4, clock));
    outbox.destinations(List.of("otlp"));
    outbox.append(Samples.events(1, 4, 5, clock));

    run(turn(outbox, otlp));

    assertThat(otlp.sentIds())
        .containsExactlyInAnyOrder(Samples.id(0), Samples.id(1), Samples.id(4));
  }

  @Test
  void cells_values_surviveAReopen() {
    SqliteOutbox outbox = open();
    outbox.cells().put(1, "session.a", "1");
    outbox.cells().put(1, "session.a", "2");
    outbox.cells().put(1, "session.b%", "3");
    outbox.cells().put(1, "other", "4");
    outbox.cells().remove("session.b%");
    outbox.close();

    assertThat(open().cells().startingWith("session.")).isEqualTo(Map.of("session.a", "2"));
  }

  @Test
  void counters_equalKeys_areFoldedOverCommitsAndClosedOnceTheDayIsOver() {
    FakeDestination otlp = new FakeDestination("otlp");
    SqliteOutbox outbox = openFor(otlp);
    Increment image = Samples.step(DAY, 480, true);
    outbox.append(new Batch(1, List.of(), List.of(image, image)));
    outbox.append(new Batch(1, List.of(), List.of(image, Samples.step(DAY, Double.NaN, true))));
    outbox.closeDays(false);
    assertThat(outbox.items(0, 10)).isEmpty();

    clock.advance(Duration.ofDays(1));
    outbox.closeDays(false);
    outbox.closeDays(false);

    CountItem item = (CountItem) outbox.items(0, 10).get(0).item();
    assertThat(outbox.items(0, 10)).hasSize(1);
    assertThat(item.day()).isEqualTo(DAY);
    assertThat(item.points()).hasSize(1);
    assertThat(item.points().get(0).count()).isEqualTo(1440);
    assertThat(item.points().get(0).sum()).isEqualTo(1440.0);
    run(turn(outbox, otlp));
    assertThat(ledger(outbox, "otlp").delivered()).isEqualTo(1);
  }

  @Test
  @Tag("P7")
  void counters_ofAnEvent_areCountedOnceHoweverOftenItIsTold() {
    SqliteOutbox outbox = openFor(new FakeDestination("otlp"));
    Batch.Entry remembered =
        new Batch.Entry(
            Samples.event(Purpose.USAGE, 1, clock, "x"),
            false,
            false,
            false,
            List.of(Samples.step(DAY, 1, true)));
    Batch.Entry stored =
        new Batch.Entry(
            Samples.event(Purpose.USAGE, 2, clock, "x"),
            true,
            false,
            false,
            List.of(Samples.step(DAY, 1, true)));

    outbox.append(new Batch(1, List.of(remembered, stored), List.of()));
    outbox.append(new Batch(1, List.of(remembered, stored), List.of()));

    assertThat(outbox.items(0, 10)).hasSize(1);
    outbox.closeDays(true);
    CountItem item = (CountItem) outbox.items(0, 10).get(1).item();
    assertThat(item.points().get(0).count()).isEqualTo(2);
  }

  @Test
  void counters_histogram_sumsBuckets() {
    SqliteOutbox outbox = openFor(new FakeDestination("otlp"));
    List<Increment> steps = new ArrayList<>();
    for (double value : new double[] {0.5, 1.0, 5.0, 50.0}) {
      steps.add(
          new Increment(
              Purpose.USAGE,
              DAY,
              "imaging.run.duration",
              "s",
              new TreeMap<>(),
              value,
              false,
              List.of(1.0, 10.0),
              true,
              new TreeMap<>(Samples.RESOURCE)));
    }
    outbox.append(new Batch(1, List.of(), steps.subList(0, 2)));
    outbox.append(new Batch(1, List.of(), steps.subList(2, 4)));

    outbox.closeDays(true);

    CountItem item = (CountItem) outbox.items(0, 10).get(0).item();
    assertThat(item.points().get(0).buckets()).containsExactly(2L, 1L, 1L);
    assertThat(item.points().get(0).count()).isEqualTo(4);
    assertThat(item.points().get(0).sum()).isEqualTo(56.5);
  }

  @Test
  @Tag("P2")
  void counters_grantsAndSendability_areKeptApart() {
    SqliteOutbox outbox = openFor(new FakeDestination("otlp"));
    outbox.append(new Batch(1, List.of(), List.of(Samples.step(DAY, 1, false))));
    outbox.append(new Batch(2, List.of(), List.of(Samples.step(DAY, 2, true))));
    outbox.append(new Batch(3, List.of(), List.of(Samples.step(DAY, 4, true))));

    outbox.closeDays(true);

    assertThat(outbox.items(0, 10)).hasSize(2);
    Map<Long, Long> sums = new HashMap<>();
    for (StoredItem item : outbox.items(0, 10)) {
      sums.put(item.grant(), ((CountItem) item.item()).points().get(0).count());
    }
    assertThat(sums).isEqualTo(Map.of(2L, 2L, 3L, 4L));
    assertThat(outbox.run(-1L, store -> store.db.number("SELECT count(*) FROM counter")))
        .isEqualTo(1);
  }

  @Test
  @Tag("SD-51")
  void olderThanTheAge_isDeletedAndBooked() {
    SqliteOutbox outbox = openFor(new FakeDestination("otlp"));
    outbox.append(Samples.events(1, 0, 3, clock));
    outbox.append(new Batch(1, List.of(), List.of(Samples.step(DAY, 1, false))));
    clock.advance(Duration.ofDays(29));
    outbox.append(Samples.events(1, 3, 5, clock));
    assertThat(outbox.items(0, 10)).hasSize(5);

    clock.advance(Duration.ofDays(2));
    outbox.housekeep();

    assertThat(outbox.items(0, 10)).hasSize(2);
    assertThat(ledger(outbox, "otlp").expired()).isEqualTo(3);
  }

  @Test
  @Tag("MY-57")
  void tooManyRows_dropOldestOfUsage_neverDiagnostics() {
    SqliteOutbox outbox = open(new Outbox.Limits(Duration.ofDays(30), 100, 1 << 30));
    outbox.destinations(List.of("otlp"));
    outbox.append(Samples.events(1, Purpose.DIAGNOSTICS, 0, 20, clock));
    outbox.append(Samples.events(1, Purpose.USAGE, 20, 300, clock));

    Map<Purpose, Integer> left = byPurpose(outbox);

    assertThat(left.get(Purpose.DIAGNOSTICS)).isEqualTo(20);
    assertThat(left.get(Purpose.USAGE)).isBetween(70, 75);
    assertThat(ledger(outbox, "otlp").dropped().get("full"))
        .isEqualTo(280 - left.get(Purpose.USAGE));
    outbox.append(Samples.events(1, Purpose.DIAGNOSTICS, 300, 400, clock));
    assertThat(byPurpose(outbox).get(Purpose.USAGE)).isEqualTo(left.get(Purpose.USAGE));
    assertThat(byPurpose(outbox).get(Purpose.DIAGNOSTICS)).isBetween(20, 25);
  }

  @Test
  void tooManyBytes_historyGoesFirst_thenTheOldest() {
    FakeDestination otlp = new FakeDestination("otlp");
    SqliteOutbox outbox = open(new Outbox.Limits(Duration.ofDays(30), 100_000, 400_000));
    outbox.destinations(List.of("otlp"));
    outbox.append(Samples.events(1, 0, 200, clock));
    run(turn(outbox, otlp));
    assertThat(outbox.sealed()).isNotEmpty();

    outbox.append(Samples.events(1, 1_000, 3_000, clock));

    assertThat(outbox.sealed()).isEmpty();
    assertThat(ledger(outbox, "otlp").dropped().get("full")).isPositive();
    assertThat(outbox.items(0, 200)).isNotEmpty();
    clock.advance(Duration.ofMinutes(2));
    outbox.housekeep();
    long size =
        outbox.run(
            0L,
            store -> store.db.number("PRAGMA page_count") * store.db.number("PRAGMA page_size"));
    assertThat(size).isLessThan(3_000_000);
  }

  private static Map<Purpose, Integer> byPurpose(Outbox outbox) {
    Map<Purpose, Integer> counts = new HashMap<>();
    long after = 0;
    List<StoredItem> page = outbox.items(after, 200);
    while (!page.isEmpty()) {
      page.forEach(item -> counts.merge(item.item().purpose(), 1, Integer::sum));
      after = page.get(page.size() - 1).number();
      page = outbox.items(after, 200);
    }
    return counts;
  }
}
