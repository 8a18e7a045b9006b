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

/**
 * A destination under the operator's settings: smaller bodies, a shorter patience, fewer requests,
 * a share of the sessions.
 */
final class TunedDestination implements Destination {
  private final Destination destination;
  private final Tuning tuning;

  TunedDestination(Destination destination, Tuning tuning) {
    this.destination = destination;
    this.tuning = tuning;
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
    return tuning.limits(destination.limits());
  }

  @Override
  public boolean takes(Item item) {
    return tuning.sample().takes(item) && destination.takes(item);
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
    return destination.send(sealed, tuning.timeout(longest));
  }

  @Override
  public Check check(Duration longest) {
    return destination.check(tuning.timeout(longest));
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
