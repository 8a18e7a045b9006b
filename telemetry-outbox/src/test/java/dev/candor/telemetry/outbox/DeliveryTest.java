package dev.candor.telemetry.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.exporter.Outcome.Deferred;
import dev.candor.telemetry.exporter.Outcome.Delivered;
import dev.candor.telemetry.exporter.Outcome.DropReason;
import dev.candor.telemetry.exporter.Outcome.Dropped;
import dev.candor.telemetry.exporter.Outcome.Scope;
import dev.candor.telemetry.exporter.Outcome.Split;
import dev.candor.telemetry.exporter.Outcome.Uncertain;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is booked for each answer of a destination. */
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
}
