package dev.candor.telemetry.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.ConsentAnswer.Send;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.exporter.CountItem;
import dev.candor.telemetry.exporter.Outcome.DropReason;
import dev.candor.telemetry.exporter.Outcome.Dropped;
import dev.candor.telemetry.exporter.Sealed;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A file that an earlier version wrote and was killed over: two items delivered, two sealed and put
 * off for an hour, two on the wire, three waiting, two that wait for a yes, and counters of two
 * days.
 */
@Tag("P6")
class OlderFileTest extends OutboxTestBase {
  private final FakeDestination otlp = new FakeDestination("otlp").deduplicating().items(2);

  @BeforeEach
  void write() throws Exception {
    writeOlder("tables-12.sql");
    clock.advance(Duration.ofHours(2));
  }

  private static String[] ids(int... numbers) {
    return IntStream.of(numbers).mapToObj(Samples::id).toArray(String[]::new);
  }

  @Test
  void waiting_items_areSentOnce() {
    answer.set(Purpose.DIAGNOSTICS, Send.NOTHING);
    SqliteOutbox outbox = openFor(otlp);

    run(turn(outbox, otlp));

    assertThat(otlp.sentIds()).containsExactlyInAnyOrder(ids(2, 3, 4, 5, 6, 7, 8));
    assertThat(ledger(outbox, "otlp").delivered()).isEqualTo(2 + 7);
    assertThat(outbox.faults()).isEmpty();
  }

  @Test
  void bodyOnTheWire_isSentWithTheSameBytes() {
    SqliteOutbox outbox = openFor(otlp);
    String before =
        outbox.sealed().stream()
            .filter(body -> body.state().equals("sending"))
            .map(SealedBody::sha256)
            .findFirst()
            .orElseThrow();

    run(turn(outbox, otlp));

    assertThat(otlp.sent.stream().map(Sealed::body).map(Digest::sha256)).containsOnlyOnce(before);
  }

  @Test
  void deliveredItem_toldAgain_isKnown() {
    SqliteOutbox outbox = openFor(otlp);

    AppendResult again = outbox.append(Samples.events(1, 0, 9, clock));

    assertThat(again).isEqualTo(new AppendResult(0, 9, 0, 0));
  }

  @Test
  void parkedItem_allowedNow_isSent() {
    SqliteOutbox outbox = openFor(otlp);

    run(turn(outbox, otlp));

    assertThat(otlp.sentIds()).contains(ids(10, 11)).doesNotHaveDuplicates();
  }

  @Test
  void counters_becomeTheTotalsOfTheirDays() {
    SqliteOutbox outbox = openFor(otlp);

    outbox.closeDays(true);

    assertThat(outbox.items(0, 100).stream().map(StoredItem::item))
        .filteredOn(CountItem.class::isInstance)
        .hasSize(2);
  }

  @Test
  void refusedItem_isKeptInTheTableThatWasMissing() {
    SqliteOutbox outbox = openFor(otlp);
    otlp.answer(new Dropped(DropReason.INVALID));

    run(turn(outbox, otlp));

    assertThat(outbox.refused(0, 10)).hasSize(2);
  }
}
