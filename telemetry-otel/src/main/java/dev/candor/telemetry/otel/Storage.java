package dev.candor.telemetry.otel;

import dev.candor.telemetry.ConsentAnswer;
import dev.candor.telemetry.ConsentAnswer.Send;
import dev.candor.telemetry.ConsentAnswer.Switches;
import dev.candor.telemetry.exporter.Destination;
import dev.candor.telemetry.exporter.Item;
import dev.candor.telemetry.outbox.AppendResult;
import dev.candor.telemetry.outbox.Batch;
import dev.candor.telemetry.outbox.Cells;
import dev.candor.telemetry.outbox.Courier;
import dev.candor.telemetry.outbox.Increment;
import dev.candor.telemetry.outbox.Ledger;
import dev.candor.telemetry.outbox.Outbox;
import dev.candor.telemetry.outbox.PurgeReceipt;
import dev.candor.telemetry.outbox.SendPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The outbox and its courier, as the recorder uses them. Opened after a yes, on the recorder
 * thread.
 */
final class Storage implements AutoCloseable {
  private static final Duration STOP = Duration.ofMillis(900);
  private static final String TOLD = "told.";

  private final Outbox outbox;
  private final List<Destination> destinations;
  private final Courier courier;
  private final Tally losses;

  private Storage(Outbox outbox, List<Destination> destinations, Courier courier, Tally losses) {
    this.outbox = outbox;
    this.destinations = destinations;
    this.courier = courier;
    this.losses = losses;
  }

  /**
   * Opens the store.
   *
   * @param fence the lowest grant that the answer on disk lets be stored: a process that was late
   *     for a withdrawal may have left rows below it
   */
  static Storage open(RecorderParts parts, SendPolicy policy, long fence) {
    EngineSettings settings = parts.settings();
    Outbox outbox =
        Outbox.open(settings.folders().data(), Outbox.Limits.defaults(), settings.clock());
    outbox.raiseFence(fence);
    List<Destination> destinations =
        DebugLog.of(settings)
            .watched(parts.surroundings().destinations(settings, parts.vocabulary()));
    outbox.destinations(destinations.stream().map(Destination::name).toList());
    Courier courier = parts.surroundings().courier(outbox, destinations, policy, settings);
    if (!destinations.isEmpty()) {
      courier.start();
    }
    return new Storage(outbox, destinations, courier, parts.losses());
  }

  /** Stores events and counts in one commit. */
  void append(long grant, List<Recorded> events) {
    List<Batch.Entry> entries = new ArrayList<>(events.size());
    List<Increment> counts = new ArrayList<>();
    for (Recorded event : events) {
      Switches switches = event.switches();
      if (switches.storesItems()) {
        entries.add(
            new Batch.Entry(
                event.item(),
                switches.send() == Send.EVERYTHING,
                switches.keep(),
                isUnwanted(event.item()),
                event.counts()));
      } else if (!event.repeatable() || isNew(grant, event)) {
        counts.addAll(event.counts());
      }
    }
    AppendResult result = outbox.append(new Batch(grant, entries, counts));
    losses.add(Loss.WITHDRAWN, result.refused());
    losses.add(Loss.STORE_FULL, result.full());
    courier.wake();
  }

  // What no destination's sample takes does not wait on disk for somebody to leave it out.
  private boolean isUnwanted(Item item) {
    return !destinations.isEmpty() && destinations.stream().noneMatch(one -> takes(one, item));
  }

  // A destination that cannot tell is asked again where bodies are sealed, and its fault counted.
  private static boolean takes(Destination destination, Item item) {
    try {
      return destination.takes(item);
    } catch (RuntimeException | LinkageError e) {
      return true;
    }
  }

  // Where no item is stored, the store cannot know it again: its id alone is noted, here only.
  private boolean isNew(long grant, Recorded event) {
    String name = TOLD + event.item().id();
    Cells cells = outbox.cells();
    if (cells.startingWith(name).containsKey(name)) {
      return false;
    }
    cells.put(grant, name, Long.toString(event.item().endNanos()));
    return true;
  }

  Cells cells() {
    return outbox.cells();
  }

  Ledger ledger() {
    return outbox.ledger();
  }

  /** The destinations that something may go to under an answer. */
  List<String> enabled(ConsentAnswer answer) {
    return Accounts.enabled(answer, destinations);
  }

  boolean hasDestinations() {
    return !destinations.isEmpty();
  }

  void closeDays() {
    outbox.closeDays(true);
    courier.wake();
  }

  boolean deliver(Duration timeout) {
    return courier.flush(timeout);
  }

  /** Lets no new connection begin. */
  void stop() {
    courier.stop(STOP);
  }

  PurgeReceipt withdraw(long fence) {
    return outbox.withdraw(fence);
  }

  @Override
  public void close() {
    courier.stop(STOP);
    destinations.forEach(Destination::close);
    outbox.close();
  }
}
