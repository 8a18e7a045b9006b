package dev.candor.telemetry.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.candor.telemetry.exporter.Outcome.Delivered;
import dev.candor.telemetry.exporter.SealContext;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A destination that throws, hangs, or seals what it should not. */
@Tag("P8")
class FaultyDestinationTest extends OutboxTestBase {
  private final FakeDestination otlp = new FakeDestination("otlp");

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
    CountDownLatch never = new CountDownLatch(1);
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
    assertThat(outbox.refused(0, 10))
        .extracting(RefusedItem::itemId, RefusedItem::reason)
        .containsExactly(tuple(Samples.id(0), "unsupported"));
  }

  @Test
  void sealing_givesTheSameItemTwice_isAFault() {
    SqliteOutbox outbox = openFor(otlp);
    outbox.append(Samples.events(1, 0, 1, clock));
    otlp.sealing =
        items -> List.of(FakeDestination.lines(items).get(0), FakeDestination.lines(items).get(0));

    run(turn(outbox, otlp));

    assertThat(otlp.sent).isEmpty();
    assertThat(outbox.refused(0, 10)).isEmpty();
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
                  Permission.ask(answer, "fake", new Faults()),
                  clock.millis());
          Sealing sealing = new Sealing(otlp, new SealContext(null), new Faults());
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
