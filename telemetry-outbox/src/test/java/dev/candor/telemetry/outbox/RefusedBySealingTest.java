package dev.candor.telemetry.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.exporter.CountItem;
import dev.candor.telemetry.exporter.Item;
import dev.candor.telemetry.exporter.Limits;
import dev.candor.telemetry.exporter.Outcome;
import dev.candor.telemetry.exporter.Outcome.DropReason;
import dev.candor.telemetry.exporter.Outcome.Separated;
import dev.candor.telemetry.exporter.Outcome.Split;
import dev.candor.telemetry.exporter.Sealed;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a destination makes no body of: which of it is a refusal, and stays to be seen. */
@Tag("P8")
class RefusedBySealingTest extends OutboxTestBase {
  private final FakeDestination vendor = new FakeDestination("vendor");

  @Test
  void leftOut_once_isListedAndSentWhenTheDestinationTakesIt() {
    SqliteOutbox outbox = openFor(vendor);
    outbox.append(Samples.events(1, 0, 3, clock));
    vendor.sealing = without(1);
    DestinationTurn turn = turn(outbox, vendor);
    run(turn);
    RefusedItem refused = outbox.refused(0, 10).get(0);

    vendor.sealing = FakeDestination::lines;
    assertThat(outbox.retry("vendor")).isEqualTo(1);
    run(turn);

    assertThat(refused)
        .isEqualTo(
            new RefusedItem(
                refused.number(),
                "vendor",
                Samples.id(1),
                "imaging.run",
                "unsupported",
                clock.instant()));
    assertThat(vendor.sent.get(1).itemIds()).containsExactly(Samples.id(1));
    assertThat(ledger(outbox, "vendor").delivered()).isEqualTo(3);
    assertThat(ledger(outbox, "vendor").dropped()).isEqualTo(Map.of("unsupported", 1L));
    assertThat(outbox.refused(0, 10)).isEmpty();
    assertThat(outbox.items(0, 10)).isEmpty();
  }

  @Test
  void tooLargeAlone_isListedAndSentWhenTheDestinationTakesIt() {
    SqliteOutbox outbox = openFor(vendor);
    outbox.append(Samples.events(1, 0, 2, clock));
    Limits before = vendor.limits;
    vendor.limits = new Limits(100, 10, before.age(), false, 1_000, true, true);
    DestinationTurn turn = turn(outbox, vendor);
    run(turn);
    List<RefusedItem> refused = outbox.refused(0, 10);

    vendor.limits = before;
    outbox.retry("vendor");
    run(turn);

    assertThat(refused).extracting(RefusedItem::reason).containsExactly("too_large", "too_large");
    assertThat(vendor.sentIds()).containsExactly(Samples.id(0), Samples.id(1));
  }

  static Stream<Outcome> answersAfterWhichTheRestIsSealedAnew() {
    return Stream.of(
        new Split(), new Separated(Map.of(Samples.id(0), DropReason.UNAUTHORIZED), Map.of()));
  }

  @ParameterizedTest
  @MethodSource("answersAfterWhichTheRestIsSealedAnew")
  void leftOutOfTheRest_isListed(Outcome answer) {
    SqliteOutbox outbox = openFor(vendor);
    outbox.append(Samples.events(1, 0, 4, clock));
    vendor.answers.add(
        body -> {
          vendor.sealing = without(3);
          return answer;
        });

    run(turn(outbox, vendor));

    assertThat(outbox.refused(0, 10))
        .filteredOn(refused -> refused.reason().equals("unsupported"))
        .extracting(RefusedItem::itemId)
        .containsExactly(Samples.id(3));
  }

  @Test
  void totalsWhereOnlyEventsAreTaken_areBookedApartAndForgotten() {
    SqliteOutbox outbox = openFor(vendor);
    CountItem totals =
        new CountItem(
            "0".repeat(31) + "1",
            Purpose.USAGE,
            LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC),
            List.of(),
            new TreeMap<>());
    outbox.append(new Batch(1, List.of(new Batch.Entry(totals, true, false)), List.of()));
    Limits own = vendor.limits;
    vendor.limits =
        new Limits(own.items(), own.bytes(), own.age(), false, 1_000, true, /* counts= */ false);

    run(turn(outbox, vendor));

    assertThat(ledger(outbox, "vendor").dropped()).isEqualTo(Map.of("other_kind", 1L));
    assertThat(outbox.refused(0, 10)).isEmpty();
    assertThat(outbox.items(0, 10)).isEmpty();
  }

  @Test
  void leftOutOfTheSample_isNobodysRefusal() {
    SqliteOutbox outbox = openFor(vendor);
    outbox.append(Samples.events(1, 0, 1, clock));
    vendor.taking = item -> false;

    run(turn(outbox, vendor));

    assertThat(outbox.refused(0, 10)).isEmpty();
    assertThat(outbox.items(0, 10)).isEmpty();
  }

  /** A withdrawal that comes while a destination seals: nothing of it is kept afterwards. */
  @Test
  @Tag("P3")
  void withdrawalWhileSealing_nothingIsKept() {
    SqliteOutbox outbox = openFor(vendor);
    outbox.append(Samples.events(1, 0, 3, clock));
    vendor.sealing =
        items -> {
          outbox.withdraw(2);
          return List.of();
        };

    run(turn(outbox, vendor));

    assertThat(outbox.refused(0, 10)).isEmpty();
    assertThat(outbox.items(0, 10)).isEmpty();
    assertThat(ledger(outbox, "vendor").purged()).isEqualTo(3);
  }

  private static Function<List<Item>, List<Sealed>> without(int number) {
    return items -> {
      List<Item> taken =
          items.stream().filter(item -> !item.id().equals(Samples.id(number))).toList();
      return taken.isEmpty() ? List.of() : FakeDestination.lines(taken);
    };
  }
}
