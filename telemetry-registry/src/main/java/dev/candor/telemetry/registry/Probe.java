package dev.candor.telemetry.registry;

import java.util.Map;

/**
 * The event that operators send to prove a way, by its names in the registry {@code
 * dev.candor.probe}. No application records it. Unless it says that it goes to the destination, a
 * gateway counts it and forgets it.
 */
public final class Probe {
  /** The name of the event. */
  public static final String NAME = "candor.probe";

  /** The counter that goes with it. */
  public static final String COUNT = NAME + ".count";

  /** The attribute that says how far it goes. */
  public static final String REACH = NAME + ".reach";

  /** It ends at a gateway. */
  public static final String TO_GATEWAY = "gateway";

  /** It goes as far as any event. */
  public static final String TO_DESTINATION = "destination";

  private Probe() {}

  /** Whether what has this name and these attributes must end at a gateway. */
  public static boolean endsAtGateway(String name, Map<String, ?> attributes) {
    return (name.equals(NAME) || name.equals(COUNT))
        && !TO_DESTINATION.equals(attributes.get(REACH));
  }
}
