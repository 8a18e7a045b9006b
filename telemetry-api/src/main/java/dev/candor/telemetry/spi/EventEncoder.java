package dev.candor.telemetry.spi;

import dev.candor.telemetry.Event;

/** Hands the components of one event record to a sink. Generated; stateless; any thread. */
public interface EventEncoder<E extends Event> {
  /** The record. */
  Class<E> type();

  /** What the record declares. */
  EventSchema schema();

  /** Hands over each component, in order, by its index in {@link EventSchema#attributes()}. */
  void encode(E event, AttributeSink sink);
}
