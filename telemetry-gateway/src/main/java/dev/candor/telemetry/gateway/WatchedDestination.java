package dev.candor.telemetry.gateway;

import dev.candor.telemetry.exporter.Destination;
import dev.candor.telemetry.exporter.ForwardingDestination;
import dev.candor.telemetry.exporter.HttpOutcomes;
import dev.candor.telemetry.exporter.Outcome;
import dev.candor.telemetry.exporter.Outcome.Deferred;
import dev.candor.telemetry.exporter.Outcome.DropReason;
import dev.candor.telemetry.exporter.Outcome.Dropped;
import dev.candor.telemetry.exporter.Outcome.Scope;
import dev.candor.telemetry.exporter.Sealed;
import java.time.Duration;

/** A destination whose refusals somebody hears of: most often its key is wrong. */
final class WatchedDestination extends ForwardingDestination {
  private final Runnable refused;

  WatchedDestination(Destination destination, Runnable refused) {
    super(destination);
    this.refused = refused;
  }

  @Override
  public Outcome send(Sealed sealed, Duration timeout) {
    Outcome outcome = super.send(sealed, timeout);
    if (isRefusal(outcome)) {
      refused.run();
    }
    return outcome;
  }

  private static boolean isRefusal(Outcome outcome) {
    if (outcome instanceof Dropped dropped) {
      return dropped.reason() == DropReason.UNAUTHORIZED;
    }
    return outcome instanceof Deferred deferred
        && deferred.scope() == Scope.DESTINATION
        && deferred.after().compareTo(HttpOutcomes.LONG_PAUSE) >= 0;
  }
}
