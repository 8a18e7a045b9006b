package dev.candor.telemetry.gateway;

import dev.candor.telemetry.exporter.Destination;
import dev.candor.telemetry.exporter.Item;
import dev.candor.telemetry.exporter.Limits;
import dev.candor.telemetry.exporter.Outcome;
import dev.candor.telemetry.exporter.SealContext;
import dev.candor.telemetry.exporter.Sealed;
import java.time.Duration;
import java.util.List;

/** A destination at a server's pace: its own is meant for one installation. */
final class PacedDestination implements Destination {
  private final Destination destination;
  private final int requestsPerMinute;

  PacedDestination(Destination destination, int requestsPerMinute) {
    this.destination = destination;
    this.requestsPerMinute = requestsPerMinute;
  }

  @Override
  public String name() {
    return destination.name();
  }

  @Override
  public String host() {
    return destination.host();
  }

  @Override
  public Limits limits() {
    Limits own = destination.limits();
    return new Limits(
        own.items(),
        own.bytes(),
        own.age(),
        own.deduplicates(),
        requestsPerMinute,
        own.events(),
        own.counts());
  }

  @Override
  public boolean takes(Item item) {
    return destination.takes(item);
  }

  @Override
  public boolean deduplicates(Sealed sealed) {
    return destination.deduplicates(sealed);
  }

  @Override
  public List<Sealed> seal(List<Item> items, SealContext context) {
    return destination.seal(items, context);
  }

  @Override
  public Outcome send(Sealed sealed, Duration timeout) {
    return destination.send(sealed, timeout);
  }

  @Override
  public void close() {
    destination.close();
  }
}
