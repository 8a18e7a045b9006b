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
    Limits own = super.limits();
    return new Limits(
        own.items(),
        own.bytes(),
        own.age(),
        own.deduplicates(),
        requestsPerMinute,
        own.events(),
        own.counts());
  }
}
