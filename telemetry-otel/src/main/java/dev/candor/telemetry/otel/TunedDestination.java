package dev.candor.telemetry.otel;

import dev.candor.telemetry.exporter.Check;
import dev.candor.telemetry.exporter.Destination;
import dev.candor.telemetry.exporter.ForwardingDestination;
import dev.candor.telemetry.exporter.Item;
import dev.candor.telemetry.exporter.Limits;
import dev.candor.telemetry.exporter.Outcome;
import dev.candor.telemetry.exporter.Sealed;
import java.time.Duration;

/**
 * A destination under the operator's settings: smaller bodies, a shorter patience, fewer requests,
 * a share of the sessions.
 */
final class TunedDestination extends ForwardingDestination {
  private final Tuning tuning;

  TunedDestination(Destination destination, Tuning tuning) {
    super(destination);
    this.tuning = tuning;
  }

  @Override
  public Limits limits() {
    return tuning.limits(super.limits());
  }

  @Override
  public boolean takes(Item item) {
    return tuning.sample().takes(item) && super.takes(item);
  }

  @Override
  public Outcome send(Sealed sealed, Duration longest) {
    return super.send(sealed, tuning.timeout(longest));
  }

  @Override
  public Check check(Duration longest) {
    return super.check(tuning.timeout(longest));
  }
}
