package dev.candor.telemetry.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.ConsentAnswer.Send;
import dev.candor.telemetry.SelfDescription;
import dev.candor.telemetry.exporter.Outcome.Deferred;
import dev.candor.telemetry.exporter.Outcome.Scope;
import dev.candor.telemetry.exporter.Outcome.Uncertain;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A body that tells what a person typed is sent only while they approve these words. */
@Tag("P4")
class SelfDescriptionTest extends OutboxTestBase {
  private static final SelfDescription WORDS =
      SelfDescription.of("scope", "institute", "lab", "room");

  private final FakeDestination sentry = new FakeDestination("sentry");

  @Test
  void approved_tried_isSentAgainWithTheSameBytes() {
    DestinationTurn turn = waiting(sentry);

    run(turn);

    assertThat(sentry.sealedWith.description()).isEqualTo(WORDS);
    assertThat(sentry.sent).hasSize(2);
    assertThat(sentry.sent.get(1)).isEqualTo(sentry.sent.get(0));
  }

  @Test
  void withdrawn_whileItWaits_isSealedAgainWithoutIt() {
    DestinationTurn turn = waiting(sentry);
    answer.description = SelfDescription.none();

    run(turn);

    assertThat(sentry.sealedWith.description()).isEqualTo(SelfDescription.none());
    assertThat(sentry.sent).hasSize(2);
  }

  @Test
  void changed_whileItWaits_isSealedAgainWithTheNewWords() {
    DestinationTurn turn = waiting(sentry);
    answer.description = SelfDescription.of("scope", "institute", null, "room");

    run(turn);

    assertThat(sentry.sealedWith.description()).isEqualTo(answer.description);
    assertThat(sentry.sent).hasSize(2);
  }

  @Test
  void withdrawn_bodyThatMayHaveBeenTaken_isNotSentAgain() {
    FakeDestination keyed = sentry.deduplicating();
    keyed.answer(new Uncertain());
    answer.description = WORDS;
    SqliteOutbox outbox = openFor(keyed);
    outbox.append(Samples.events(1, 0, 5, clock));
    DestinationTurn turn = turn(outbox, keyed);
    run(turn);
    answer.description = SelfDescription.none();
    clock.advance(Duration.ofHours(1));

    run(turn);

    assertThat(keyed.sent).hasSize(1);
  }

  @Test
  void approved_withoutAYes_allowsNothing() {
    answer.description = WORDS;
    answer.all(Send.NOTHING);

    assertThat(Permission.ask(answer, "sentry", new Faults()).isNothing()).isTrue();
  }

  /** One body, sealed with the words and put off once; it is due again. */
  private DestinationTurn waiting(FakeDestination destination) {
    answer.description = WORDS;
    SqliteOutbox outbox = openFor(destination);
    outbox.append(Samples.events(1, 0, 5, clock));
    destination.answer(new Deferred(Duration.ofSeconds(1), Scope.BODY));
    DestinationTurn turn = turn(outbox, destination);
    run(turn);
    assertThat(destination.sent).hasSize(1);
    clock.advance(Duration.ofSeconds(2));
    return turn;
  }
}
