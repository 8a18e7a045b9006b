package dev.candor.telemetry.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.ConsentAnswer.Send;
import dev.candor.telemetry.TelemetryStatus.DestinationLedger;
import dev.candor.telemetry.testkit.FakeClock;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteConfig;

/** A store in a temporary folder; after each test its ledger must balance and match a recount. */
abstract class OutboxTestBase {
  static final CourierSettings SETTINGS = settings(Duration.ofSeconds(20));

  static CourierSettings settings(Duration sendTimeout) {
    return new CourierSettings(
        sendTimeout,
        Duration.ofMillis(20),
        Duration.ofMillis(50),
        Duration.ofSeconds(2),
        2,
        Duration.ofHours(1),
        Duration.ofDays(1),
        5,
        Duration.ofHours(1),
        64 << 10,
        1,
        new Random(7));
  }

  @TempDir Path temporary;
  final FakeClock clock = FakeClock.create();
  final Samples.Answer answer = new Samples.Answer(Send.EVERYTHING);
  private final List<SqliteOutbox> opened = new ArrayList<>();

  Path folder() {
    return temporary.resolve("data");
  }

  SqliteOutbox open() {
    return open(Outbox.Limits.defaults());
  }

  SqliteOutbox open(Outbox.Limits limits) {
    SqliteOutbox outbox = new SqliteOutbox(folder(), limits, clock);
    opened.add(outbox);
    return outbox;
  }

  SqliteOutbox openRelayFor(FakeDestination destination) {
    return openRelayFor("data", destination);
  }

  SqliteOutbox openRelayFor(String folder, FakeDestination destination) {
    SqliteOutbox outbox =
        new SqliteOutbox(
            temporary.resolve(folder), Outbox.Limits.defaults(), clock, /* relay= */ true);
    opened.add(outbox);
    outbox.destinations(List.of(destination.name()));
    return outbox;
  }

  /** Writes the store of an earlier version. */
  void writeOlder(String script) throws Exception {
    PrivateFiles.folder(folder());
    NativeLibrary.load(folder());
    try (InputStream older = getClass().getResourceAsStream("/older/" + script);
        Db db =
            new Db(
                new SQLiteConfig()
                    .createConnection("jdbc:sqlite:" + folder().resolve("outbox.db")))) {
      db.exhaust(new String(older.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  static void limitPages(SqliteOutbox outbox, int pages) {
    outbox.run(
        0,
        store -> {
          store.db.execute("PRAGMA max_page_count=" + pages);
          return 0;
        });
  }

  SqliteOutbox openFor(FakeDestination... destinations) {
    SqliteOutbox outbox = open();
    outbox.destinations(List.of(destinations).stream().map(FakeDestination::name).toList());
    return outbox;
  }

  DestinationTurn turn(SqliteOutbox outbox, FakeDestination destination) {
    return new DestinationTurn(outbox, destination, answer, clock, SETTINGS, () -> false);
  }

  /** Steps until there is nothing to do at this time. */
  static void run(DestinationTurn turn) {
    for (int i = 0; i < 10_000; i++) {
      if (turn.step(false) > 0) {
        return;
      }
    }
    throw new AssertionError("it does not come to rest");
  }

  static DestinationLedger ledger(Outbox outbox, String name) {
    return outbox.ledger().destinations().stream()
        .filter(one -> one.destination().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @AfterEach
  void ledgersBalanceAndMatchARecount() {
    for (SqliteOutbox outbox : opened) {
      Ledger ledger = outbox.ledger();
      assertThat(ledger.balances()).as("%s", ledger).isTrue();
      for (DestinationLedger one : ledger.destinations()) {
        assertThat(one.queued())
            .as("queued of %s", one)
            .isEqualTo(outbox.run(-1L, store -> recount(store, one.destination())));
      }
      outbox.run(
          0,
          store -> {
            assertThat(
                    store.db.number(
                        "SELECT coalesce(sum(items), 0) FROM share WHERE purpose <> 'forgotten'"))
                .isEqualTo(store.db.number("SELECT count(*) FROM item WHERE body IS NOT NULL"));
            assertThat(
                    store.db.number(
                        "SELECT coalesce(sum(items), 0) FROM share WHERE purpose = 'forgotten'"))
                .isEqualTo(store.db.number("SELECT count(*) FROM item WHERE body IS NULL"));
            return 0;
          });
      outbox.close();
    }
  }

  private static long recount(Store store, String destination) throws java.sql.SQLException {
    return store.db.number(
            "SELECT count(*) FROM item JOIN cursor ON seq > last_item"
                + " WHERE destination = ? AND active = 1 AND sendable = 1 AND body IS NOT NULL",
            destination)
        + store.db.number("SELECT count(*) FROM parked WHERE destination = ?", destination)
        + store.db.number(
            "SELECT coalesce(sum(items), 0) FROM sealed"
                + " WHERE destination = ? AND state IN ('sealed', 'sending')",
            destination);
  }
}
