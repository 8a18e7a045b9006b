package dev.candor.telemetry.gateway;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/** Where in its life a gateway is. Any thread. */
final class GatewayState {
  private final AtomicReference<Phase> phase = new AtomicReference<>(Phase.STARTING);

  /** One after the other, never back. */
  enum Phase {
    STARTING,
    READY,
    STOPPING
  }

  Phase now() {
    return Objects.requireNonNull(phase.get());
  }

  /** Opens the doors, unless it is already stopping. */
  void ready() {
    phase.compareAndSet(Phase.STARTING, Phase.READY);
  }

  /** Tells whether this call was the one that stopped it. */
  boolean stop() {
    return phase.getAndSet(Phase.STOPPING) != Phase.STOPPING;
  }

  /** What is answered while it is not ready. */
  Reply refusal() {
    return now() == Phase.STARTING ? Reply.STARTING : Reply.STOPPING;
  }
}
