package dev.candor.telemetry.gateway;

import dev.candor.telemetry.exporter.Destination;
import dev.candor.telemetry.outbox.AppendResult;
import dev.candor.telemetry.outbox.Courier;
import dev.candor.telemetry.outbox.Ledger;
import dev.candor.telemetry.outbox.Outbox;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The store of one path and, where it leads to a vendor, the courier that empties it. */
final class Intake implements AutoCloseable {
  private final Outbox outbox;
  private final @Nullable Courier courier;
  private final @Nullable Destination destination;

  private Intake(Outbox outbox, @Nullable Courier courier, @Nullable Destination destination) {
    this.outbox = outbox;
    this.courier = courier;
    this.destination = destination;
  }

  /** A store that is emptied into a destination. */
  static Intake of(Outbox outbox, Clock clock, Destination destination) {
    outbox.destinations(List.of(destination.name()));
    Courier courier = Courier.create(outbox, List.of(destination), new RelayPolicy(), clock);
    courier.start();
    return new Intake(outbox, courier, destination);
  }

  /** A store that keeps what it is given. */
  static Intake of(Path folder, Outbox.Limits limits, Clock clock) {
    return new Intake(Outbox.openRelay(folder, limits, clock), null, null);
  }

  boolean takes(Signal signal) {
    return signal == Signal.TRACES || destination == null || destination.limits().counts();
  }

  /**
   * Stores items that are new, all or none.
   *
   * @return null if there is no room, or the disk or the file fails
   */
  @Nullable AppendResult append(Judged judged) {
    if (judged.isEmpty()) {
      return new AppendResult(0, 0, 0, 0);
    }
    AppendResult result = outbox.append(judged.batch(/* leaves= */ courier != null));
    if (result.full() > 0 || result.refused() > 0) {
      return null;
    }
    if (courier != null) {
      courier.wake();
    }
    return result;
  }

  /** Whether nothing but time would ever make it look for what is too old. */
  boolean rests() {
    return courier == null;
  }

  void housekeep() {
    outbox.housekeep();
  }

  Ledger ledger() {
    return outbox.ledger();
  }

  Map<String, Long> faults() {
    return outbox.faults();
  }

  /** Sends until nothing is due or time is up. */
  void drain(Duration timeout) {
    if (courier != null) {
      courier.flush(timeout);
    }
  }

  @Override
  public void close() {
    if (courier != null) {
      courier.close();
    }
    if (destination != null) {
      destination.close();
    }
    outbox.close();
  }
}
