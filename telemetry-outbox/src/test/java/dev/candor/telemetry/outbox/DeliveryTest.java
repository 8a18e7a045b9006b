package dev.candor.telemetry.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.ConsentAnswer.Send;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.exporter.Outcome.Deferred;
import dev.candor.telemetry.exporter.Outcome.Delivered;
import dev.candor.telemetry.exporter.Outcome.DropReason;
import dev.candor.telemetry.exporter.Outcome.Dropped;
import dev.candor.telemetry.exporter.Outcome.Scope;
import dev.candor.telemetry.exporter.Outcome.Split;
import dev.candor.telemetry.exporter.Outcome.Uncertain;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("P8")
class DeliveryTest extends OutboxTestBase {
  private final FakeDestination otlp = new FakeDestination("otlp");

  @Test
  @Tag("P5")
  void delivered_items_areBookedAndForgotten() {
    SqliteOutbox outbox = openFor(otlp);
    outbox.append(Samples.events(1, 0, 250, clock));

    run(turn(outbox, otlp));

    assertThat(otlp.sentIds()).hasSize(250).doesNotHaveDuplicates();
    assertThat(ledger(outbox, "otlp").delivered()).isEqualTo(250);
    assertThat(outbox.items(0, 100)).isEmpty();
    SealedBody body = outbox.sealed().get(0);
    assertThat(body.state()).isEqualTo("delivered");
    assertThat(body.sha256()).isEqualTo(Digest.sha256(otlp.sent.get(0).body()));
    assertThat(outbox.bytes(body.id())).hasValue(otlp.sent.get(0).body());
  }

  @Test
  @Tag("P7")
  void delivered_toldAgain_isKnownAndNotSentAgain() {
    SqliteOutbox outbox = openFor(otlp);
    outbox.append(Samples.events(1, 0, 3, clock));
    run(turn(outbox, otlp));

    AppendResult again = outbox.append(Samples.events(1, 0, 4, clock));
    run(turn(outbox, otlp));

    assertThat(again).isEqualTo(new AppendResult(1, 3, 0, 0));
    assertThat(otlp.sentIds()).hasSize(4);
  }

  @Test
  void delivered_withRefusals_bothAreBooked() {
    SqliteOutbox outbox = openFor(otlp);
    outbox.append(Samples.events(1, 0, 10, clock));
    otlp.answer(
        new Delivered(Map.of(Samples.id(3), DropReason.TOO_LARGE, "other", DropReason.INVALID), 2));

    run(turn(outbox, otlp));

    assertThat(ledger(outbox, "otlp").delivered()).isEqualTo(7);
    assertThat(ledger(outbox, "otlp").dropped()).isEqualTo(Map.of("too_large", 1L, "invalid", 2L));
  }

  @Test
  @Tag("SV-79")
  void itemsOutsideTheSample_areInNoBody_andBookedAsSampled() {
    SqliteOutbox outbox = openFor(otlp);
    outbox.append(Samples.events(1, 0, 10, clock));
    otlp.taking = item -> item.id().equals(Samples.id(3));

    run(turn(outbox, otlp));

    assertThat(otlp.sentIds()).containsExactly(Samples.id(3));
    assertThat(ledger(outbox, "otlp").dropped()).isEqualTo(Map.of("sampled", 9L));
  }

  @Test
  void sampling_thatFails_leavesNothingOut() {
    SqliteOutbox outbox = openFor(otlp);
    outbox.append(Samples.events(1, 0, 10, clock));
    otlp.taking =
        item -> {
          throw new IllegalStateException();
        };

    run(turn(outbox, otlp));

    assertThat(otlp.sentIds()).hasSize(10);
    assertThat(outbox.faults()).containsEntry("destination_takes", 10L);
  }

  @Test
  @Tag("P5")
  void deferred_body_sendsTheSameBytesWhenAsked() {
    SqliteOutbox outbox = openFor(otlp);
    outbox.append(Samples.events(1, 0, 10, clock));
    otlp.answer(new Deferred(Duration.ofSeconds(30), Scope.BODY));
    DestinationTurn turn = turn(outbox, otlp);
    run(turn);
    clock.advance(Duration.ofSeconds(29));
    run(turn);
    assertThat(otlp.sent).hasSize(1);

    clock.advance(Duration.ofSeconds(1));
    run(turn);

    assertThat(otlp.sent).hasSize(2);
    assertThat(otlp.sent.get(1)).isEqualTo(otlp.sent.get(0));
    assertThat(ledger(outbox, "otlp").delivered()).isEqualTo(10);
  }

  @Test
  void deferred_destination_pauseSurvivesARestart() {
    SqliteOutbox outbox = openFor(otlp);
    outbox.append(Samples.events(1, 0, 1, clock));
    otlp.answer(new Deferred(Duration.ofMinutes(5), Scope.DESTINATION));
    run(turn(outbox, otlp));
    outbox.close();
    SqliteOutbox again = openFor(otlp);
    again.append(Samples.events(1, 1, 2, clock));

    run(turn(again, otlp));
    assertThat(otlp.sent).hasSize(1);
    clock.advance(Duration.ofMinutes(5));
    run(turn(again, otlp));

    assertThat(otlp.sent.get(1)).isEqualTo(otlp.sent.get(0));
    assertThat(ledger(again, "otlp").delivered()).isEqualTo(2);
  }

  @Test
  @Tag("P7")
  void uncertain_noKey_isNeverSentAgain() {
    SqliteOutbox outbox = openFor(otlp);
    outbox.append(Samples.events(1, 0, 5, clock));
    otlp.answer(new Uncertain());

    run(turn(outbox, otlp));
    clock.advance(Duration.ofDays(1));
    run(turn(outbox, otlp));

    assertThat(otlp.sent).hasSize(1);
    assertThat(ledger(outbox, "otlp").uncertain()).isEqualTo(5);
  }

  @Test
  @Tag("P7")
  void uncertain_withKey_sendsTheSameBytesAgain() {
    FakeDestination keyed = otlp.deduplicating();
    SqliteOutbox outbox = openFor(keyed);
    outbox.append(Samples.events(1, 0, 5, clock));
    keyed.answer(new Uncertain());

    run(turn(outbox, keyed));
    clock.advance(Duration.ofHours(2));
    run(turn(outbox, keyed));

    assertThat(keyed.sent).hasSize(2);
    assertThat(keyed.sent.get(1)).isEqualTo(keyed.sent.get(0));
    assertThat(ledger(outbox, "otlp").delivered()).isEqualTo(5);
  }

  @Test
  void split_untilItFits_singleTooLargeIsDropped() {
    SqliteOutbox outbox = openFor(otlp);
    outbox.append(Samples.events(1, 0, 7, clock));
    otlp.always = body -> body.itemIds().contains(Samples.id(4)) ? new Split() : Delivered.all();

    run(turn(outbox, otlp));

    assertThat(ledger(outbox, "otlp").delivered()).isEqualTo(6);
    assertThat(ledger(outbox, "otlp").dropped()).isEqualTo(Map.of("too_large", 1L));
  }

  @Test
  void dropped_body_isBookedByReason() {
    SqliteOutbox outbox = openFor(otlp);
    outbox.append(Samples.events(1, 0, 7, clock));
    otlp.answer(new Dropped(DropReason.INVALID));

    run(turn(outbox, otlp));

    assertThat(ledger(outbox, "otlp").dropped()).isEqualTo(Map.of("invalid", 7L));
    assertThat(otlp.sent).hasSize(1);
  }

  @Test
  @Tag("P2")
  void narrowerAnswer_sealedAndUnsealed_staysQueued() {
    SqliteOutbox outbox = openFor(otlp);
    outbox.append(Samples.events(1, 0, 5, clock));
    outbox.append(Samples.events(1, Purpose.DIAGNOSTICS, 5, 8, clock));
    otlp.answer(new Deferred(Duration.ofSeconds(1), Scope.BODY));
    DestinationTurn turn = turn(outbox, otlp);
    run(turn);
    answer.set(Purpose.USAGE, Send.COUNTS);
    clock.advance(Duration.ofSeconds(2));

    run(turn);

    assertThat(otlp.sent.get(1).itemIds())
        .containsExactly(Samples.id(5), Samples.id(6), Samples.id(7));
    assertThat(ledger(outbox, "otlp").queued()).isEqualTo(5);
    answer.all(Send.EVERYTHING);
    run(turn);
    assertThat(ledger(outbox, "otlp").delivered()).isEqualTo(8);
  }

  @Test
  @Tag("P2")
  void notSendable_item_isOfferedToNobody() {
    SqliteOutbox outbox = openFor(otlp);
    outbox.append(
        new Batch(
            1,
            List.of(new Batch.Entry(Samples.event(Purpose.USAGE, 1, clock, "x"), false, true)),
            List.of()));

    run(turn(outbox, otlp));

    assertThat(otlp.sent).isEmpty();
    assertThat(ledger(outbox, "otlp").offered()).isZero();
    assertThat(outbox.items(0, 10)).hasSize(1);
  }

  @Test
  void tooOldForTheDestination_isExpired() {
    SqliteOutbox outbox = openFor(otlp);
    outbox.append(Samples.events(1, 0, 5, clock));
    clock.advance(Duration.ofDays(8));
    outbox.append(Samples.events(1, 5, 6, clock));

    run(turn(outbox, otlp));

    assertThat(ledger(outbox, "otlp").expired()).isEqualTo(5);
    assertThat(otlp.sentIds()).containsExactly(Samples.id(5));
  }

  @Test
  void suspendedUntilTooOld_isExpired() {
    SqliteOutbox outbox = openFor(otlp);
    outbox.append(Samples.events(1, 0, 5, clock));
    answer.set(Purpose.USAGE, Send.NOTHING);
    DestinationTurn turn = turn(outbox, otlp);
    run(turn);
    assertThat(ledger(outbox, "otlp").queued()).isEqualTo(5);

    clock.advance(Duration.ofDays(8));
    run(turn);

    assertThat(ledger(outbox, "otlp").expired()).isEqualTo(5);
    assertThat(otlp.sent).isEmpty();
  }

  @Test
  void deferredUntilTooOld_isExpired_unlessItMayHaveBeenTaken() {
    FakeDestination keyed = new FakeDestination("keyed").deduplicating();
    SqliteOutbox outbox = openFor(otlp, keyed);
    outbox.append(Samples.events(1, 0, 5, clock));
    otlp.answer(new Deferred(Duration.ofHours(1), Scope.BODY));
    keyed.answer(new Uncertain());
    run(turn(outbox, otlp));
    run(turn(outbox, keyed));

    clock.advance(Duration.ofDays(8));
    run(turn(outbox, otlp));
    run(turn(outbox, keyed));

    assertThat(ledger(outbox, "otlp").expired()).isEqualTo(5);
    assertThat(ledger(outbox, "keyed").uncertain()).isEqualTo(5);
    assertThat(otlp.sent).hasSize(1);
  }

  @Test
  @Tag("P2")
  void narrowerAnswer_bodyThatMayHaveBeenTaken_waitsAsItIs() {
    FakeDestination keyed = otlp.deduplicating();
    SqliteOutbox outbox = openFor(keyed);
    outbox.append(Samples.events(1, 0, 5, clock));
    outbox.append(Samples.events(1, Purpose.DIAGNOSTICS, 5, 6, clock));
    keyed.answer(new Uncertain());
    DestinationTurn turn = turn(outbox, keyed);
    run(turn);
    answer.set(Purpose.DIAGNOSTICS, Send.NOTHING);
    clock.advance(Duration.ofHours(1));
    run(turn);
    assertThat(keyed.sent).hasSize(1);

    answer.all(Send.EVERYTHING);
    clock.advance(Duration.ofHours(1));
    run(turn);

    assertThat(keyed.sent).hasSize(2);
    assertThat(keyed.sent.get(1)).isEqualTo(keyed.sent.get(0));
  }

  @Test
  void addedLater_destination_isOfferedOnlyWhatFollows() {
    FakeDestination late = new FakeDestination("late");
    SqliteOutbox outbox = openFor(otlp);
    outbox.append(Samples.events(1, 0, 5, clock));
    outbox.destinations(List.of("otlp", "late"));
    outbox.append(Samples.events(1, 5, 7, clock));

    run(turn(outbox, late));
    assertThat(outbox.items(0, 100)).hasSize(7);
    run(turn(outbox, otlp));

    assertThat(late.sentIds()).hasSize(2);
    assertThat(otlp.sentIds()).hasSize(7);
    assertThat(outbox.items(0, 100)).isEmpty();
  }

  @Test
  @Tag("P9")
  @Tag("SV-60")
  void destinationThatThrows_isAFaultAndOthersGoOn() {
    FakeDestination good = new FakeDestination("good");
    SqliteOutbox outbox = openFor(otlp, good);
    outbox.append(Samples.events(1, 0, 5, clock));
    otlp.always =
        body -> {
          throw new IllegalStateException("no");
        };
    otlp.sealing =
        items -> {
          if (items.stream().anyMatch(item -> item.id().equals(Samples.id(2)))) {
            throw new IllegalStateException("cannot");
          }
          return FakeDestination.lines(items);
        };

    run(turn(outbox, otlp));
    run(turn(outbox, good));

    assertThat(ledger(outbox, "otlp").dropped()).isEqualTo(Map.of("fault", 5L));
    assertThat(ledger(outbox, "good").delivered()).isEqualTo(5);
    assertThat(outbox.faults()).containsKeys("destination_seal", "destination_send");
  }

  @Test
  @Tag("P9")
  void destinationThatHangs_isUncertain() {
    SqliteOutbox outbox = openFor(otlp);
    outbox.append(Samples.events(1, 0, 5, clock));
    java.util.concurrent.CountDownLatch never = new java.util.concurrent.CountDownLatch(1);
    otlp.always =
        body -> {
          boolean interrupted = false;
          while (!interrupted) {
            try {
              never.await();
            } catch (InterruptedException e) {
              interrupted = true;
            }
          }
          return Delivered.all();
        };
    DestinationTurn turn =
        new DestinationTurn(
            outbox, otlp, answer, clock, settings(Duration.ofMillis(100)), () -> false);

    run(turn);

    assertThat(ledger(outbox, "otlp").uncertain()).isEqualTo(5);
    turn.close();
  }

  @Test
  void sealing_leavesItemsOut_theyAreUnsupported() {
    SqliteOutbox outbox = openFor(otlp);
    outbox.append(Samples.events(1, 0, 5, clock));
    otlp.sealing = items -> FakeDestination.lines(items.subList(1, items.size()));

    run(turn(outbox, otlp));

    assertThat(ledger(outbox, "otlp").delivered()).isEqualTo(4);
    assertThat(ledger(outbox, "otlp").dropped()).isEqualTo(Map.of("unsupported", 1L));
  }

  @Test
  void sealing_givesTheSameItemTwice_isAFault() {
    SqliteOutbox outbox = openFor(otlp);
    outbox.append(Samples.events(1, 0, 1, clock));
    otlp.sealing =
        items -> List.of(FakeDestination.lines(items).get(0), FakeDestination.lines(items).get(0));

    run(turn(outbox, otlp));

    assertThat(otlp.sent).isEmpty();
    assertThat(ledger(outbox, "otlp").dropped()).isEqualTo(Map.of("fault", 1L));
  }

  @Test
  @Tag("P7")
  void sendingWhenTheProcessEnded_isUncertain() {
    SqliteOutbox outbox = openFor(otlp);
    outbox.append(Samples.events(1, 0, 3, clock));
    outbox.run(
        0,
        store -> {
          Selection selection =
              Selection.read(
                  store,
                  otlp,
                  otlp.limits().items(),
                  Permission.ask(answer, new Faults()),
                  clock.millis());
          Sealing sealing =
              new Sealing(otlp, new dev.candor.telemetry.exporter.SealContext(null), new Faults());
          sealing.seal(selection.ready());
          selection.book(store, sealing, clock.millis());
          store.bodies.sending(1);
          return 0;
        });

    run(turn(outbox, otlp));

    assertThat(otlp.sent).isEmpty();
    assertThat(ledger(outbox, "otlp").uncertain()).isEqualTo(3);
  }
}
