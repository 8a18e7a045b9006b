package dev.candor.telemetry.gateway;

import dev.candor.telemetry.exporter.Destination;
import dev.candor.telemetry.exporter.ForwardingDestination;
import dev.candor.telemetry.exporter.Limits;

/** One that throws, against its contract, once it is broken. Any thread. */
final class BreakableDestination extends ForwardingDestination {
  private volatile boolean broken;

  BreakableDestination(Destination sound) {
    super(sound);
  }

  void becomeBroken() {
    broken = true;
  }

  @Override
  public Limits limits() {
    if (broken) {
      throw new IllegalStateException("broken");
    }
    return super.limits();
  }
}
