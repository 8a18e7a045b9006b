package dev.candor.telemetry.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.ConsentAnswer.Send;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.exporter.Outcome;
import dev.candor.telemetry.exporter.Outcome.Delivered;
import dev.candor.telemetry.exporter.Outcome.DropReason;
import dev.candor.telemetry.exporter.Outcome.Dropped;
import dev.candor.telemetry.exporter.Outcome.Separated;
import dev.candor.telemetry.exporter.Outcome.Split;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a destination refused, in either way, stays to be seen, and can be offered again. */
@Tag("P8")
class RefusedTest extends OutboxTestBase {
  private static final Outcome INVALID = new Dropped(DropReason.INVALID);
  private static final Set<DropReason> KEPT =
      Set.of(
          DropReason.INVALID,
          DropReason.UNAUTHORIZED,
          DropReason.TOO_LARGE,
          DropReason.UNSUPPORTED);

  private final FakeDestination vendor = new FakeDestination("vendor");

  /** How a destination refuses: its server says so, or it makes no body of an item. */
  enum Way {
    ANSWER("invalid"),
    SEALING("unsupported");

    final String reason;

    Way(String reason) {
      this.reason = reason;
    }

    void refuse(FakeDestination vendor) {
      if (this == ANSWER) {
        vendor.always = body -> INVALID;
      } else {
        vendor.sealing = items -> List.of();
      }
    }

    static void mend(FakeDestination vendor) {
      vendor.always = body -> Delivered.all();
      vendor.sealing = FakeDestination::lines;
    }
  }

  static Stream<Outcome> refusals() {
    Map<String, DropReason> first = Map.of(Samples.id(0), DropReason.INVALID);
    return Stream.of(INVALID, new Delivered(first, 0), new Separated(first, Map.of()), new Split());
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void refused_item_isListedWithItsReason(Outcome refusal) {
    SqliteOutbox outbox = openFor(vendor);
    outbox.append(Samples.events(1, 0, 1, clock));
    vendor.answer(refusal);

    run(turn(outbox, vendor));

    RefusedItem refused = outbox.refused(0, 10).get(0);
    assertThat(refused.destination()).isEqualTo("vendor");
    assertThat(refused.itemId()).isEqualTo(Samples.id(0));
    assertThat(refused.name()).isEqualTo("imaging.run");
    assertThat(refused.at()).isEqualTo(clock.instant());
    assertThat(ledger(outbox, "vendor").dropped()).isEqualTo(Map.of(refused.reason(), 1L));
  }

  @Test
  void refused_others_areForgottenAsEver() {
    SqliteOutbox outbox = openFor(vendor);
    outbox.append(Samples.events(1, 0, 5, clock));
    vendor.answer(new Delivered(Map.of(Samples.id(3), DropReason.INVALID), 1));

    run(turn(outbox, vendor));

    assertThat(outbox.items(0, 10))
        .extracting(stored -> stored.item().id())
        .containsExactly(Samples.id(3));
  }

  /** Sentry forbids another try of what it failed at and of what it has no room for. */
  @ParameterizedTest
  @EnumSource(value = DropReason.class, names = "EXPIRED", mode = EnumSource.Mode.EXCLUDE)
  void dropped_item_isKeptOnlyWhereAnotherTryIsAllowed(DropReason reason) {
    SqliteOutbox outbox = openFor(vendor);
    outbox.append(Samples.events(1, 0, 1, clock));
    vendor.answer(new Dropped(reason));

    run(turn(outbox, vendor));

    assertThat(outbox.refused(0, 10)).hasSize(KEPT.contains(reason) ? 1 : 0);
    assertThat(ledger(outbox, "vendor").dropped())
        .isEqualTo(Map.of(reason.name().toLowerCase(Locale.ROOT), 1L));
  }

  @Test
  void dropped_asTooOld_isExpiredInTheLedgerAndNotKept() {
    SqliteOutbox outbox = openFor(vendor);
    outbox.append(Samples.events(1, 0, 3, clock));
    vendor.answer(new Separated(Map.of(Samples.id(1), DropReason.EXPIRED), Map.of()));

    run(turn(outbox, vendor));

    assertThat(ledger(outbox, "vendor").expired()).isEqualTo(1);
    assertThat(ledger(outbox, "vendor").delivered()).isEqualTo(2);
    assertThat(ledger(outbox, "vendor").dropped()).isEmpty();
    assertThat(outbox.refused(0, 10)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"UNAUTHORIZED, 1", "REFUSED, 5", "FAULT, 5", "INVALID, 40", "RATE_LIMITED, 40"})
  void dropped_oneAfterTheOther_restsWhereTheNextWouldFareNoBetter(DropReason reason, int sent) {
    vendor.items(1);
    SqliteOutbox outbox = openFor(vendor);
    outbox.append(Samples.events(1, 0, 40, clock));
    vendor.always = body -> new Dropped(reason);

    run(turn(outbox, vendor));

    assertThat(vendor.sent).hasSize(sent);
    assertThat(ledger(outbox, "vendor").queued()).isEqualTo(40 - sent);
  }

  @Test
  void faultOfOurs_isNobodysRefusal() {
    SqliteOutbox outbox = openFor(vendor);
    outbox.append(Samples.events(1, 0, 1, clock));
    vendor.answer(new Dropped(DropReason.FAULT));

    run(turn(outbox, vendor));

    assertThat(outbox.refused(0, 10)).isEmpty();
    assertThat(outbox.items(0, 10)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void retry_item_isSentAgainAndThenForgotten(Way way) {
    SqliteOutbox outbox = openFor(vendor);
    outbox.append(Samples.events(1, 0, 2, clock));
    way.refuse(vendor);
    DestinationTurn turn = turn(outbox, vendor);
    run(turn);
    vendor.sent.clear();
    Way.mend(vendor);

    assertThat(outbox.retry("vendor")).isEqualTo(2);
    run(turn);

    assertThat(vendor.sentIds()).containsExactly(Samples.id(0), Samples.id(1));
    assertThat(ledger(outbox, "vendor").offered()).isEqualTo(4);
    assertThat(ledger(outbox, "vendor").delivered()).isEqualTo(2);
    assertThat(ledger(outbox, "vendor").dropped()).isEqualTo(Map.of(way.reason, 2L));
    assertThat(outbox.refused(0, 10)).isEmpty();
    assertThat(outbox.items(0, 10)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void retry_refusedAgain_isListedAgain(Way way) {
    SqliteOutbox outbox = openFor(vendor);
    outbox.append(Samples.events(1, 0, 1, clock));
    way.refuse(vendor);
    DestinationTurn turn = turn(outbox, vendor);
    run(turn);
    outbox.retry("vendor");

    run(turn);

    assertThat(outbox.refused(0, 10)).hasSize(1);
    assertThat(ledger(outbox, "vendor").dropped()).isEqualTo(Map.of(way.reason, 2L));
  }

  @Test
  void retry_isForOneDestination() {
    FakeDestination other = new FakeDestination("other");
    SqliteOutbox outbox = openFor(vendor, other);
    outbox.append(Samples.events(1, 0, 1, clock));
    vendor.answer(INVALID);
    other.answer(INVALID);
    run(turn(outbox, vendor));
    run(turn(outbox, other));

    assertThat(outbox.retry("other")).isEqualTo(1);

    assertThat(outbox.refused(0, 10))
        .extracting(RefusedItem::destination)
        .containsExactly("vendor");
    assertThat(outbox.retry("stranger")).isZero();
  }

  @ParameterizedTest
  @EnumSource
  @Tag("P2")
  void retry_narrowerAnswer_waits(Way way) {
    SqliteOutbox outbox = openFor(vendor);
    outbox.append(Samples.events(1, Purpose.USAGE, 0, 1, clock));
    way.refuse(vendor);
    DestinationTurn turn = turn(outbox, vendor);
    run(turn);
    vendor.sent.clear();
    Way.mend(vendor);
    answer.set(Purpose.USAGE, Send.NOTHING);
    outbox.retry("vendor");

    run(turn);

    assertThat(vendor.sent).isEmpty();
    assertThat(ledger(outbox, "vendor").queued()).isEqualTo(1);
  }

  @Test
  void retry_tooOldForTheDestination_isExpired() {
    SqliteOutbox outbox = openFor(vendor);
    outbox.append(Samples.events(1, 0, 1, clock));
    vendor.answer(INVALID);
    DestinationTurn turn = turn(outbox, vendor);
    run(turn);
    clock.advance(Duration.ofDays(8));
    outbox.retry("vendor");

    run(turn);

    assertThat(vendor.sent).hasSize(1);
    assertThat(ledger(outbox, "vendor").expired()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  @Tag("P3")
  void withdrawal_erasesWhatWasRefused(Way way) {
    SqliteOutbox outbox = openFor(vendor);
    outbox.append(Samples.events(1, 0, 3, clock));
    way.refuse(vendor);
    run(turn(outbox, vendor));

    PurgeReceipt receipt = outbox.withdraw(2);

    assertThat(receipt.items()).isEqualTo(3);
    assertThat(outbox.refused(0, 10)).isEmpty();
    assertThat(outbox.retry("vendor")).isZero();
    assertThat(ledger(outbox, "vendor").purged()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void tooMany_theOldestAreForgotten(Way way) {
    SqliteOutbox outbox = openFor(vendor);
    outbox.append(Samples.events(1, 0, Refused.MOST + 100, clock));
    way.refuse(vendor);

    run(turn(outbox, vendor));

    assertThat(outbox.items(0, 200).get(0).item().id()).isEqualTo(Samples.id(100));
    assertThat(outbox.retry("vendor")).isEqualTo(Refused.MOST);
  }

  @Test
  void tooOldForTheStore_isDeleted() {
    SqliteOutbox outbox = openFor(vendor);
    outbox.append(Samples.events(1, 0, 1, clock));
    vendor.answer(INVALID);
    run(turn(outbox, vendor));

    clock.advance(Duration.ofDays(31));
    outbox.housekeep();

    assertThat(outbox.refused(0, 10)).isEmpty();
  }

  @Test
  void pages_giveEachOnce() {
    SqliteOutbox outbox = openFor(vendor);
    outbox.append(Samples.events(1, 0, 5, clock));
    vendor.answer(INVALID);
    run(turn(outbox, vendor));

    List<RefusedItem> first = outbox.refused(0, 3);
    List<RefusedItem> second = outbox.refused(first.get(2).number(), 3);

    assertThat(first).hasSize(3);
    assertThat(second)
        .extracting(RefusedItem::itemId)
        .containsExactly(Samples.id(3), Samples.id(4));
  }

  @Test
  @Tag("P6")
  void restart_whatWasRefusedIsStillThere() {
    SqliteOutbox outbox = openFor(vendor);
    outbox.append(Samples.events(1, 0, 1, clock));
    vendor.answer(INVALID);
    run(turn(outbox, vendor));
    outbox.close();

    SqliteOutbox again = openFor(vendor);
    again.retry("vendor");
    run(turn(again, vendor));

    assertThat(ledger(again, "vendor").delivered()).isEqualTo(1);
  }

  @Test
  void fileWithoutTheTable_getsItAndLosesNothing() {
    SqliteOutbox outbox = openFor(vendor);
    outbox.append(Samples.events(1, 0, 1, clock));
    outbox.run(
        0,
        store -> {
          store.db.execute("DROP TABLE refused");
          return 0;
        });
    outbox.close();
    SqliteOutbox again = openFor(vendor);
    vendor.answer(INVALID);

    run(turn(again, vendor));

    assertThat(again.refused(0, 10)).hasSize(1);
    assertThat(again.faults()).isEmpty();
  }
}
