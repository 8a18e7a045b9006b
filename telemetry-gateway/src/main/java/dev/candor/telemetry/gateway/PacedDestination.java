package dev.candor.telemetry.gateway;

import dev.candor.telemetry.exporter.Destination;
import dev.candor.telemetry.exporter.ForwardingDestination;
import dev.candor.telemetry.exporter.Limits;

/** A destination at a server's pace: its own is meant for one installation. */
final class PacedDestination extends ForwardingDestination {
  private final int requestsPerMinute;

  PacedDestination(Destination destination, int requestsPerMinute) {
    super(destination);
    this.requestsPerMinute = requestsPerMinute;
  }

  @Override
  public Limits limits() {
    return super.limits().withRequestsPerMinute(requestsPerMinute);
  }
}
