package dev.candor.telemetry.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.ConsentAnswer.Send;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.exporter.Outcome.Deferred;
import dev.candor.telemetry.exporter.Outcome.Scope;
import dev.candor.telemetry.exporter.Outcome.Uncertain;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is offered to a destination, and what waits or is left out. */
@Tag("P8")
class SelectionTest extends OutboxTestBase {
  private final FakeDestination otlp = new FakeDestination("otlp");

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
  @Tag("SV-79")
  void itemsThatNobodyWants_areBookedAtOnceAndNotWaitedFor() {
    SqliteOutbox outbox = openFor(otlp);

    AppendResult result =
        outbox.append(new Batch(1, List.of(unwanted(1, false), unwanted(2, true)), List.of()));

    assertThat(result.stored()).isEqualTo(2);
    assertThat(outbox.items(0, 10))
        .extracting(stored -> stored.item().id())
        .containsExactly(Samples.id(2));
    assertThat(ledger(outbox, "otlp").offered()).isEqualTo(2);
    assertThat(ledger(outbox, "otlp").queued()).isZero();
    assertThat(ledger(outbox, "otlp").dropped()).isEqualTo(Map.of("sampled", 2L));
    run(turn(outbox, otlp));
    assertThat(otlp.sent).isEmpty();
  }

  private Batch.Entry unwanted(int n, boolean keep) {
    return new Batch.Entry(
        Samples.event(Purpose.USAGE, n, clock, "x"),
        /* sendable= */ true,
        keep,
        /* unwanted= */ true,
        List.of());
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
}
