package dev.candor.telemetry.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.ConsentAnswer.Send;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.exporter.Outcome;
import dev.candor.telemetry.exporter.Outcome.Delivered;
import dev.candor.telemetry.exporter.Outcome.DropReason;
import dev.candor.telemetry.exporter.Outcome.Separated;
import dev.candor.telemetry.exporter.Sealed;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A destination that names which items of a body are the reason that it took none. */
@Tag("P8")
class SeparationTest extends OutboxTestBase {
  private static final Duration PAUSE = Duration.ofSeconds(30);
  private final FakeDestination vendor = new FakeDestination("vendor");

  @Test
  void refused_items_areDroppedAndTheRestIsSentAtOnce() {
    SqliteOutbox outbox = openFor(vendor);
    outbox.append(Samples.events(1, 0, 10, clock));
    vendor.answer(refuse(DropReason.INVALID, 3, 7));

    run(turn(outbox, vendor));

    assertThat(vendor.sent).hasSize(2);
    assertThat(vendor.sent.get(1).itemIds())
        .hasSize(8)
        .doesNotContain(Samples.id(3), Samples.id(7));
    assertThat(ledger(outbox, "vendor").dropped()).isEqualTo(Map.of("invalid", 2L));
    assertThat(ledger(outbox, "vendor").delivered()).isEqualTo(8);
  }

  @Test
  void refused_byTwoReasons_eachIsBooked() {
    SqliteOutbox outbox = openFor(vendor);
    outbox.append(Samples.events(1, 0, 4, clock));
    vendor.answer(
        new Separated(
            Map.of(
                Samples.id(0), DropReason.UNAUTHORIZED,
                Samples.id(1), DropReason.INVALID,
                Samples.id(2), DropReason.INVALID),
            Map.of()));

    run(turn(outbox, vendor));

    assertThat(ledger(outbox, "vendor").dropped())
        .isEqualTo(Map.of("invalid", 2L, "unauthorized", 1L));
  }

  @Test
  void refused_all_nothingIsSentAgain() {
    SqliteOutbox outbox = openFor(vendor);
    outbox.append(Samples.events(1, 0, 2, clock));
    vendor.answer(refuse(DropReason.INVALID, 0, 1));

    run(turn(outbox, vendor));

    assertThat(vendor.sent).hasSize(1);
    assertThat(ledger(outbox, "vendor").dropped()).isEqualTo(Map.of("invalid", 2L));
  }

  @Test
  void later_items_waitAndTheRestIsSentAtOnce() {
    SqliteOutbox outbox = openFor(vendor);
    outbox.append(Samples.events(1, 0, 5, clock));
    vendor.answer(later(PAUSE, 1, 2));
    DestinationTurn turn = turn(outbox, vendor);
    run(turn);
    clock.advance(PAUSE.minusMillis(1));
    run(turn);
    assertThat(vendor.sent).hasSize(2);
    assertThat(ledger(outbox, "vendor").queued()).isEqualTo(2);

    clock.advance(Duration.ofMillis(1));
    run(turn);

    assertThat(vendor.sent.get(2).itemIds()).containsExactly(Samples.id(1), Samples.id(2));
    assertThat(ledger(outbox, "vendor").delivered()).isEqualTo(5);
  }

  @Test
  void later_items_doNotHoldUpNewOnes() {
    SqliteOutbox outbox = openFor(vendor);
    outbox.append(Samples.events(1, 0, 2, clock));
    vendor.answer(later(PAUSE, 0, 1));
    DestinationTurn turn = turn(outbox, vendor);
    run(turn);
    outbox.append(Samples.events(1, 2, 4, clock));

    run(turn);

    assertThat(vendor.sent.get(1).itemIds()).containsExactly(Samples.id(2), Samples.id(3));
  }

  @Test
  void later_items_areOwedAndTellWhenTheyAreDue() {
    SqliteOutbox outbox = openFor(vendor);
    outbox.append(Samples.events(1, 0, 1, clock));
    vendor.answer(later(Duration.ofMillis(5), 0));
    DestinationTurn turn = turn(outbox, vendor);
    turn.step(false);
    turn.step(false);

    assertThat(turn.step(false)).isEqualTo(clock.millis() + 5);
    assertThat(turn.isOwed()).isTrue();
  }

  @Test
  void later_forEver_isBoundedByADay() {
    SqliteOutbox outbox = openFor(vendor);
    outbox.append(Samples.events(1, 0, 1, clock));
    vendor.answer(later(Duration.ofDays(5_000), 0));
    DestinationTurn turn = turn(outbox, vendor);
    run(turn);

    clock.advance(Duration.ofDays(1));
    run(turn);

    assertThat(ledger(outbox, "vendor").delivered()).isEqualTo(1);
  }

  @Test
  void later_tooOldMeanwhile_isExpired() {
    SqliteOutbox outbox = openFor(vendor);
    outbox.append(Samples.events(1, 0, 1, clock));
    vendor.always = body -> later(Duration.ofDays(1), 0);
    DestinationTurn turn = turn(outbox, vendor);
    run(turn);

    clock.advance(Duration.ofDays(8));
    run(turn);

    assertThat(vendor.sent).hasSize(1);
    assertThat(ledger(outbox, "vendor").expired()).isEqualTo(1);
  }

  @Test
  @Tag("P6")
  void later_afterARestart_stillWaitsAndThenGoes() {
    SqliteOutbox outbox = openFor(vendor);
    outbox.append(Samples.events(1, 0, 3, clock));
    vendor.answer(later(PAUSE, 0));
    run(turn(outbox, vendor));
    outbox.close();
    SqliteOutbox again = openFor(vendor);
    run(turn(again, vendor));
    assertThat(vendor.sent).hasSize(2);

    clock.advance(PAUSE);
    run(turn(again, vendor));

    assertThat(vendor.sent.get(2).itemIds()).containsExactly(Samples.id(0));
    assertThat(ledger(again, "vendor").delivered()).isEqualTo(3);
  }

  @Test
  @Tag("P6")
  void rest_processEndsBeforeItIsSent_isSentByTheNextWithTheSameBytes() {
    SqliteOutbox outbox = openFor(vendor);
    outbox.append(Samples.events(1, 0, 3, clock));
    vendor.answer(refuse(DropReason.INVALID, 0));
    DestinationTurn turn = turn(outbox, vendor);
    turn.step(false);
    turn.step(false);
    SealedBody rest = outbox.sealed().get(1);
    outbox.close();

    SqliteOutbox again = openFor(vendor);
    run(turn(again, vendor));

    assertThat(Digest.sha256(vendor.sent.get(1).body())).isEqualTo(rest.sha256());
    assertThat(ledger(again, "vendor").delivered()).isEqualTo(2);
  }

  @Test
  @Tag("P3")
  void withdrawal_whileItemsWait_purgesThemAndTheRest() {
    SqliteOutbox outbox = openFor(vendor);
    outbox.append(Samples.events(1, 0, 5, clock));
    vendor.answer(
        new Separated(Map.of(Samples.id(0), DropReason.INVALID), Map.of(Samples.id(1), PAUSE)));
    DestinationTurn turn = turn(outbox, vendor);
    turn.step(false);
    turn.step(false);

    outbox.withdraw(2);
    clock.advance(PAUSE);
    run(turn);

    assertThat(vendor.sent).hasSize(1);
    assertThat(ledger(outbox, "vendor").purged()).isEqualTo(4);
    assertThat(ledger(outbox, "vendor").dropped()).isEqualTo(Map.of("invalid", 1L));
  }

  @Test
  @Tag("P3")
  void withdrawal_whileTheAnswerIsOnItsWay_bringsNothingBack() {
    SqliteOutbox outbox = openFor(vendor);
    outbox.append(Samples.events(1, 0, 5, clock));
    vendor.answers.add(
        body -> {
          outbox.withdraw(2);
          return refuse(DropReason.INVALID, 0);
        });

    run(turn(outbox, vendor));

    assertThat(vendor.sent).hasSize(1);
    assertThat(outbox.sealed()).isEmpty();
    assertThat(ledger(outbox, "vendor").uncertain()).isEqualTo(5);
  }

  @Test
  @Tag("P2")
  void narrowerAnswer_waitingItem_isNotSentWhenItIsDue() {
    SqliteOutbox outbox = openFor(vendor);
    outbox.append(Samples.events(1, Purpose.USAGE, 0, 1, clock));
    vendor.answer(later(PAUSE, 0));
    DestinationTurn turn = turn(outbox, vendor);
    run(turn);
    answer.set(Purpose.USAGE, Send.COUNTS);
    clock.advance(PAUSE);

    run(turn);

    assertThat(vendor.sent).hasSize(1);
    assertThat(ledger(outbox, "vendor").queued()).isEqualTo(1);
  }

  @Test
  void named_nobodyOfTheBody_isHalvedUntilTheGuiltyIsAlone() {
    SqliteOutbox outbox = openFor(vendor);
    outbox.append(Samples.events(1, 0, 9, clock));
    vendor.always =
        body ->
            body.itemIds().contains(Samples.id(4))
                ? new Separated(Map.of("stranger", DropReason.TOO_LARGE), Map.of())
                : Delivered.all();

    run(turn(outbox, vendor));

    assertThat(ledger(outbox, "vendor").delivered()).isEqualTo(8);
    assertThat(ledger(outbox, "vendor").dropped()).isEqualTo(Map.of("invalid", 1L));
  }

  @Test
  @Tag("P5")
  void body_thatWasRefused_staysToBeSeen() {
    SqliteOutbox outbox = openFor(vendor);
    outbox.append(Samples.events(1, 0, 3, clock));
    vendor.answer(refuse(DropReason.INVALID, 0));

    run(turn(outbox, vendor));

    assertThat(outbox.sealed())
        .extracting(SealedBody::state)
        .containsExactly("refused", "delivered");
    assertThat(outbox.bytes(outbox.sealed().get(0).id())).hasValue(vendor.sent.get(0).body());
  }

  @Test
  @Tag("P7")
  void manyRounds_everyItemEndsOnce() {
    SqliteOutbox outbox = openFor(vendor);
    outbox.append(Samples.events(1, 0, 64, clock));
    Set<String> bad = Set.of(Samples.id(5), Samples.id(6), Samples.id(63));
    vendor.always = body -> firstBad(body, bad);

    run(turn(outbox, vendor));

    assertThat(ledger(outbox, "vendor").delivered()).isEqualTo(61);
    assertThat(ledger(outbox, "vendor").dropped()).isEqualTo(Map.of("invalid", 3L));
    assertThat(vendor.sent).hasSize(4);
  }

  /** As Amplitude's HTTP V2 address does: only the first bad one of a request is named. */
  private static Outcome firstBad(Sealed body, Set<String> bad) {
    return body.itemIds().stream()
        .filter(bad::contains)
        .findFirst()
        .<Outcome>map(id -> new Separated(Map.of(id, DropReason.INVALID), Map.of()))
        .orElse(Delivered.all());
  }

  private static Separated refuse(DropReason reason, Integer... numbers) {
    Map<String, DropReason> refused =
        List.of(numbers).stream().collect(Collectors.toMap(Samples::id, number -> reason));
    return new Separated(refused, Map.of());
  }

  private static Separated later(Duration pause, Integer... numbers) {
    Map<String, Duration> later = new HashMap<>();
    List.of(numbers).forEach(number -> later.put(Samples.id(number), pause));
    return new Separated(Map.of(), later);
  }
}
