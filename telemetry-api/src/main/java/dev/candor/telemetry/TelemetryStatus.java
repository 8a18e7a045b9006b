package dev.candor.telemetry;

import java.util.List;
import java.util.Map;

/**
 * What became of everything, per destination (promise P8).
 *
 * @param answer the answer in force
 * @param enabled the names of the destinations to which something may go now: switched on by their
 *     settings, and the answer sends what they take; OTLP first, then by name
 * @param destinations one ledger for each destination
 * @param losses events that never reached the store, by reason: queue full, misuse, expired event,
 *     refused by the fence, …
 * @param scrubbed values dropped or replaced before they were stored, by kind
 */
public record TelemetryStatus(
    ConsentAnswer answer,
    List<String> enabled,
    List<DestinationLedger> destinations,
    Map<String, Long> losses,
    Map<String, Long> scrubbed) {
  /** Copies what it is given. */
  public TelemetryStatus {
    enabled = List.copyOf(enabled);
    destinations = List.copyOf(destinations);
    losses = Map.copyOf(losses);
    scrubbed = Map.copyOf(scrubbed);
  }

  /** Tells whether anything may go anywhere now. */
  public boolean isEnabled() {
    return !enabled.isEmpty();
  }

  /** Tells whether anything may go to the destination of this name now. */
  public boolean isEnabled(String destination) {
    return enabled.contains(destination);
  }

  /**
   * The account of one destination, in items (a day's total is one item).
   *
   * @param destination its name
   * @param offered stored with the right to leave for this destination
   * @param delivered accepted by it
   * @param uncertain sent without an answer, and not to be sent again
   * @param queued waiting, sealed or not
   * @param expired too old for it
   * @param purged deleted by a withdrawal
   * @param dropped given up, by reason
   */
  public record DestinationLedger(
      String destination,
      long offered,
      long delivered,
      long uncertain,
      long queued,
      long expired,
      long purged,
      Map<String, Long> dropped) {
    /** Copies the map. */
    public DestinationLedger {
      dropped = Map.copyOf(dropped);
    }

    /** Tells whether every item is accounted for. */
    public boolean balances() {
      long losses = dropped.values().stream().mapToLong(Long::longValue).sum();
      return offered == delivered + uncertain + queued + expired + purged + losses;
    }
  }
}
