package dev.candor.telemetry.otel;

import dev.candor.telemetry.exporter.Destination;
import dev.candor.telemetry.exporter.Item;
import dev.candor.telemetry.exporter.Limits;
import dev.candor.telemetry.exporter.Outcome;
import dev.candor.telemetry.exporter.SealContext;
import dev.candor.telemetry.exporter.Sealed;
import java.time.Duration;
import java.util.List;

/** A destination under the operator's settings: smaller bodies, a shorter patience. */
final class TunedDestination implements Destination {
  private final Destination destination;
  private final int items;
  private final Duration timeout;

  TunedDestination(Destination destination, int items, Duration timeout) {
    this.destination = destination;
    this.items = items;
    this.timeout = timeout;
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
        Math.min(items, own.items()),
        own.bytes(),
        own.age(),
        own.deduplicates(),
        own.requestsPerMinute(),
        own.events(),
        own.counts());
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
  public Outcome send(Sealed sealed, Duration longest) {
    return destination.send(sealed, timeout.compareTo(longest) < 0 ? timeout : longest);
  }

  @Override
  public void close() {
    destination.close();
  }
}
