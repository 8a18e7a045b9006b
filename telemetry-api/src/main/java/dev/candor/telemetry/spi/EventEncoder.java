package dev.candor.telemetry.spi;

import dev.candor.telemetry.Event;
import org.jspecify.annotations.Nullable;

/** Hands the components of one event record to a sink. Generated; stateless; any thread. */
public interface EventEncoder<E extends Event> {
  /** The record. */
  Class<E> type();

  /** What the record declares. */
  EventSchema schema();

  /** Hands over each component, in order, by its index in {@link EventSchema#attributes()}. */
  void encode(E event, AttributeSink sink);

  /**
   * Makes an event of what a source gives; the reverse of {@link #encode}.
   *
   * @return the event, or null where it cannot be made by name: built-in ones, and those with an
   *     enum that the catalogue's package cannot see
   * @throws RuntimeException whatever the record's constructor throws; an {@link
   *     IllegalArgumentException} if a component of a primitive type is missing
   */
  default @Nullable E decode(AttributeSource source) {
    return null;
  }
}
