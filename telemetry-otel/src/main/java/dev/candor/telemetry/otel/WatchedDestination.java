package dev.candor.telemetry.otel;

import dev.candor.telemetry.exporter.Check;
import dev.candor.telemetry.exporter.Contact;
import dev.candor.telemetry.exporter.Destination;
import dev.candor.telemetry.exporter.Item;
import dev.candor.telemetry.exporter.Limits;
import dev.candor.telemetry.exporter.Outcome;
import dev.candor.telemetry.exporter.SealContext;
import dev.candor.telemetry.exporter.Sealed;
import java.time.Duration;
import java.util.List;

/** A destination whose answers are told, for who looks for a fault. */
final class WatchedDestination implements Destination {
  private final Destination destination;
  private final DebugLog debug;

  WatchedDestination(Destination destination, DebugLog debug) {
    this.destination = destination;
    this.debug = debug;
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
    return destination.limits();
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
    Outcome outcome = destination.send(sealed, timeout);
    debug.sent(destination, sealed, outcome, destination.contact());
    return outcome;
  }

  @Override
  public Check check(Duration timeout) {
    return destination.check(timeout);
  }

  @Override
  public Contact contact() {
    return destination.contact();
  }

  @Override
  public void close() {
    destination.close();
  }
}
