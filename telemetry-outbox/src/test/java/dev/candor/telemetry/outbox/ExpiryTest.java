package dev.candor.telemetry.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.ConsentAnswer.Send;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.exporter.Outcome.Deferred;
import dev.candor.telemetry.exporter.Outcome.Scope;
import dev.candor.telemetry.exporter.Outcome.Uncertain;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What waited longer than a destination takes it. */
@Tag("P8")
class ExpiryTest extends OutboxTestBase {
  private final FakeDestination otlp = new FakeDestination("otlp");

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
}
