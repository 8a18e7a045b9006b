package dev.candor.telemetry.otel;

import dev.candor.telemetry.exporter.Destination;
import dev.candor.telemetry.exporter.ForwardingDestination;
import dev.candor.telemetry.exporter.Outcome;
import dev.candor.telemetry.exporter.Sealed;
import java.time.Duration;

/** A destination whose answers are told, for who looks for a fault. */
final class WatchedDestination extends ForwardingDestination {
  private final DebugLog debug;

  WatchedDestination(Destination destination, DebugLog debug) {
    super(destination);
    this.debug = debug;
  }

  @Override
  public Outcome send(Sealed sealed, Duration timeout) {
    Outcome outcome = super.send(sealed, timeout);
    debug.sent(this, sealed, outcome, contact());
    return outcome;
  }
}
