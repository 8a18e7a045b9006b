package dev.candor.telemetry.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.ConsentAnswer.Send;
import dev.candor.telemetry.exporter.Limits;
import dev.candor.telemetry.exporter.Outcome;
import dev.candor.telemetry.exporter.Outcome.Deferred;
import dev.candor.telemetry.exporter.Outcome.Delivered;
import dev.candor.telemetry.exporter.Outcome.DropReason;
import dev.candor.telemetry.exporter.Outcome.Dropped;
import dev.candor.telemetry.exporter.Outcome.Scope;
import dev.candor.telemetry.exporter.Sealed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Several bodies in the air: rounds of one, two, four, eight. */
class RoundTest extends OutboxTestBase {
  private static final int FIRST_ROUNDS = 1 + 2 + 4;

  private final FakeDestination vendor = new FakeDestination("vendor");
  private final AtomicInteger sends = new AtomicInteger();

  RoundTest() {
    vendor.sealing =
        items ->
            items.stream().flatMap(item -> FakeDestination.lines(List.of(item)).stream()).toList();
  }

  @Test
  void bodies_ofAWillingDestination_areInTheAirTogether() {
    SqliteOutbox outbox = openFor(vendor);
    outbox.append(Samples.events(1, 0, FIRST_ROUNDS + 8, clock));
    CountDownLatch all = new CountDownLatch(8);
    vendor.always =
        body -> {
          if (sends.incrementAndGet() > FIRST_ROUNDS) {
            all.countDown();
            await(all); // passes only with eight of them
          }
          return Delivered.all();
        };

    run(turn(outbox, vendor));

    assertThat(ledger(outbox, "vendor").delivered()).isEqualTo(FIRST_ROUNDS + 8);
  }

  @Test
  void bodies_inTheAir_areNeverMoreThanTheDestinationSays() {
    SqliteOutbox outbox = openFor(vendor);
    outbox.append(Samples.events(1, 0, 40, clock));
    vendor.atOnce = body -> 3;
    List<Long> marked = Collections.synchronizedList(new ArrayList<>());
    vendor.always =
        body -> {
          // All of a round are marked before the first of them leaves.
          marked.add(
              outbox.run(
                  -1L,
                  store -> store.db.number("SELECT count(*) FROM sealed WHERE state = 'sending'")));
          return Delivered.all();
        };

    run(turn(outbox, vendor));

    assertThat(marked).hasSize(40).contains(3L).allMatch(count -> count >= 1 && count <= 3);
  }

  @Test
  void body_whoseOrderMatters_isAloneAndInItsPlace() {
    SqliteOutbox outbox = openFor(vendor);
    outbox.append(Samples.events(1, 0, 40, clock));
    List<String> ids = outbox.items(0, 40).stream().map(item -> item.item().id()).toList();
    String ordered = ids.get(20);
    vendor.atOnce = body -> body.itemIds().contains(ordered) ? 1 : 8;
    List<String> begun = Collections.synchronizedList(new ArrayList<>());
    List<String> ended = Collections.synchronizedList(new ArrayList<>());
    List<List<String>> before = Collections.synchronizedList(new ArrayList<>());
    vendor.always =
        body -> {
          begun.addAll(body.itemIds());
          if (body.itemIds().contains(ordered)) {
            before.add(List.copyOf(begun));
            before.add(List.copyOf(ended));
          }
          ended.addAll(body.itemIds());
          return Delivered.all();
        };

    run(turn(outbox, vendor));

    assertThat(before.get(0)).containsExactlyInAnyOrderElementsOf(ids.subList(0, 21));
    assertThat(before.get(1)).containsExactlyInAnyOrderElementsOf(ids.subList(0, 20));
  }

  @Test
  @Tag("P7")
  void bodies_inTheAirAtAnEndOfTheProcess_areSettledEach() {
    SqliteOutbox outbox = openFor(vendor);
    outbox.append(Samples.events(1, 0, FIRST_ROUNDS + 8, clock));
    vendor.always =
        body -> {
          if (sends.incrementAndGet() > FIRST_ROUNDS) {
            throw new StackOverflowError(); // fatal: the thread of the courier ends with it
          }
          return Delivered.all();
        };
    DestinationTurn turn = turn(outbox, vendor);
    try {
      run(turn);
    } catch (VirtualMachineError end) {
      assertThat(end).isInstanceOf(StackOverflowError.class);
    }
    vendor.always = body -> Delivered.all();

    run(turn(outbox, vendor));

    assertThat(ledger(outbox, "vendor").delivered()).isEqualTo(FIRST_ROUNDS);
    assertThat(ledger(outbox, "vendor").uncertain()).isEqualTo(8);
    assertThat(vendor.sentIds()).doesNotHaveDuplicates();
  }

  @Test
  @Tag("P8")
  void outcomes_ofOneRound_areBookedEach() {
    SqliteOutbox outbox = openFor(vendor);
    outbox.append(Samples.events(1, 0, FIRST_ROUNDS + 8, clock));
    List<Outcome> outcomes =
        List.of(
            Delivered.all(),
            new Deferred(Duration.ofHours(1), Scope.BODY),
            new Outcome.Uncertain(),
            new Dropped(DropReason.INVALID),
            new Outcome.Split(),
            new Outcome.Separated(Map.of(), Map.of()),
            new Dropped(DropReason.REFUSED),
            Delivered.all());
    vendor.always =
        body -> {
          int number = sends.getAndIncrement() - FIRST_ROUNDS;
          return number < 0 ? Delivered.all() : outcomes.get(number);
        };

    run(turn(outbox, vendor));

    assertThat(ledger(outbox, "vendor").delivered()).isEqualTo(FIRST_ROUNDS + 2);
    assertThat(ledger(outbox, "vendor").uncertain()).isEqualTo(1);
    assertThat(ledger(outbox, "vendor").queued()).isEqualTo(1);
    assertThat(ledger(outbox, "vendor").dropped())
        .isEqualTo(Map.of("invalid", 2L, "too_large", 1L, "refused", 1L));
  }

  @Test
  void pause_thatOneAnswerAsksFor_isNotEndedByTheOthers() {
    SqliteOutbox outbox = openFor(vendor);
    outbox.append(Samples.events(1, 0, FIRST_ROUNDS + 20, clock));
    CountDownLatch asked = new CountDownLatch(1);
    vendor.always =
        body -> {
          int number = sends.incrementAndGet() - FIRST_ROUNDS;
          if (number == 1) {
            asked.countDown();
            return new Deferred(Duration.ofHours(1), Scope.DESTINATION);
          }
          if (number > 1) {
            await(asked);
          }
          return Delivered.all();
        };
    DestinationTurn turn = turn(outbox, vendor);

    run(turn);

    assertThat(ledger(outbox, "vendor").delivered()).isEqualTo(FIRST_ROUNDS + 7);
    assertThat(turn.step(false)).isGreaterThan(clock.millis() + 3_000_000);
  }

  @Test
  void failures_ofOneRound_areOneInARow() {
    SqliteOutbox outbox = openFor(vendor);
    outbox.append(Samples.events(1, 0, FIRST_ROUNDS + 8, clock));
    vendor.always =
        body ->
            sends.incrementAndGet() > FIRST_ROUNDS
                ? new Deferred(Duration.ZERO, Scope.DESTINATION)
                : Delivered.all();

    run(turn(outbox, vendor));

    assertThat(outbox.run(-1L, store -> store.queue.failures("vendor"))).isEqualTo(1);
  }

  @Test
  void afterAFailure_oneBodyIsTheProbe() {
    SqliteOutbox outbox = openFor(vendor);
    outbox.append(Samples.events(1, 0, FIRST_ROUNDS + 20, clock));
    vendor.always =
        body ->
            sends.incrementAndGet() > FIRST_ROUNDS
                ? new Deferred(Duration.ofHours(1), Scope.DESTINATION)
                : Delivered.all();
    DestinationTurn turn = turn(outbox, vendor);
    run(turn);
    int before = sends.get();

    clock.advance(Duration.ofHours(1));
    run(turn);

    assertThat(sends.get()).isEqualTo(before + 1);
  }

  @Test
  @Tag("P3")
  void no_betweenMarkingAndSending_nothingLeavesAndNothingIsUncertain() {
    SqliteOutbox outbox = openFor(vendor);
    outbox.append(Samples.events(1, 0, 5, clock));
    vendor.atOnce =
        body -> {
          answer.all(Send.NOTHING); // asked for while the round is put together
          return 3;
        };

    run(turn(outbox, vendor));

    assertThat(vendor.sent).isEmpty();
    assertThat(ledger(outbox, "vendor").uncertain()).isZero();
    assertThat(ledger(outbox, "vendor").queued()).isEqualTo(5);
  }

  @Test
  @Tag("P3")
  void withdrawal_whileSeveralAreInTheAir_allOfThemAreUncertain() {
    SqliteOutbox outbox = openFor(vendor);
    outbox.append(Samples.events(1, 0, FIRST_ROUNDS + 20, clock));
    CountDownLatch all = new CountDownLatch(8);
    CountDownLatch withdrawn = new CountDownLatch(1);
    vendor.always =
        body -> {
          int number = sends.incrementAndGet() - FIRST_ROUNDS;
          if (number > 0) {
            all.countDown();
            await(all);
            if (number == 8) {
              outbox.withdraw(2);
              withdrawn.countDown();
            }
            await(withdrawn);
          }
          return Delivered.all();
        };

    run(turn(outbox, vendor));

    assertThat(ledger(outbox, "vendor").delivered()).isEqualTo(FIRST_ROUNDS);
    assertThat(ledger(outbox, "vendor").uncertain()).isEqualTo(8);
    assertThat(ledger(outbox, "vendor").purged()).isEqualTo(12);
  }

  @Test
  @Tag("P9")
  void oneThatHangs_othersAreBooked_andNothingIsSentBesideIt() {
    SqliteOutbox outbox = openFor(vendor);
    outbox.append(Samples.events(1, 0, FIRST_ROUNDS + 20, clock));
    CountDownLatch never = new CountDownLatch(1);
    vendor.always =
        body -> {
          if (sends.incrementAndGet() == FIRST_ROUNDS + 1) {
            awaitDeaf(never);
          }
          return Delivered.all();
        };
    DestinationTurn turn =
        new DestinationTurn(
            outbox, vendor, answer, clock, settings(Duration.ofMillis(500)), () -> false);

    run(turn);

    assertThat(ledger(outbox, "vendor").delivered()).isEqualTo(FIRST_ROUNDS + 7);
    assertThat(ledger(outbox, "vendor").uncertain()).isEqualTo(1);
    assertThat(sends).hasValue(FIRST_ROUNDS + 8);
    never.countDown();
    turn.close();
  }

  @Test
  @Tag("SV-78")
  void pace_holdsForBodiesInTheAirTogether() {
    vendor.host = "collector.example";
    vendor.limits = new Limits(100, 1 << 20, Duration.ofDays(7), false, 20, true, true);
    SqliteOutbox outbox = openFor(vendor);
    outbox.append(Samples.events(1, 0, 60, clock));

    run(turn(outbox, vendor));

    assertThat(vendor.sent).hasSize(20);
  }

  @Test
  @Tag("P9")
  void largeBodies_inTheAirTogether_areNoMoreThanAMebibyteBesideTheFirst() {
    SqliteOutbox outbox = openFor(vendor);
    outbox.append(Samples.events(1, 0, FIRST_ROUNDS + 8, clock));
    vendor.sealing =
        items ->
            items.stream()
                .map(item -> new Sealed("/", "text/plain", new byte[600 << 10], List.of(item.id())))
                .toList();
    AtomicInteger inTheAir = new AtomicInteger();
    List<Integer> seen = Collections.synchronizedList(new ArrayList<>());
    vendor.always =
        body -> {
          seen.add(inTheAir.incrementAndGet());
          inTheAir.decrementAndGet();
          return Delivered.all();
        };

    run(turn(outbox, vendor));

    assertThat(seen).hasSize(FIRST_ROUNDS + 8).allMatch(count -> count <= 2);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void awaitDeaf(CountDownLatch latch) {
    while (latch.getCount() > 0) {
      try {
        latch.await();
      } catch (InterruptedException e) {
        continue; // deaf
      }
    }
  }
}
