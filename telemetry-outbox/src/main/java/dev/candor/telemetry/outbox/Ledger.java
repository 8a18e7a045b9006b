package dev.candor.telemetry.outbox;

import dev.candor.telemetry.TelemetryStatus.DestinationLedger;
import java.util.List;

/** The accounts of all destinations that this store has ever been offered items for. */
public record Ledger(List<DestinationLedger> destinations) {
  /** Copies the list. */
  public Ledger {
    destinations = List.copyOf(destinations);
  }

  /** Tells whether all of them balance (promise P8). */
  public boolean balances() {
    return destinations.stream().allMatch(DestinationLedger::balances);
  }
}
