package dev.candor.telemetry.gateway;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Paths and what is sent there, such as {@code /ga4/v1/traces} or {@code /ga4,amplitude/v1/traces}.
 * To name several is to post to each, at the cost of one.
 *
 * @param paths in the order of their type, whatever the order in the address
 */
record Route(Set<GatewayPath> paths, Signal signal) {
  private static final int PARTS = 4;
  private static final String BETWEEN = ",";

  static @Nullable Route of(@Nullable String address) {
    String[] parts = address == null ? new String[0] : address.split("/", -1);
    if (parts.length != PARTS || !parts[0].isEmpty() || !parts[2].equals("v1")) {
      return null;
    }
    Set<GatewayPath> paths = paths(parts[1].split(BETWEEN, -1));
    Signal signal = Signal.of(parts[3]).orElse(null);
    return paths.isEmpty() || signal == null ? null : new Route(paths, signal);
  }

  /** None if one is unknown, or named twice: what was meant cannot be known. */
  private static Set<GatewayPath> paths(String[] names) {
    Set<GatewayPath> paths = EnumSet.noneOf(GatewayPath.class);
    for (String name : names) {
      GatewayPath path = GatewayPath.of(name).orElse(null);
      if (path == null || !paths.add(path)) {
        return Set.of();
      }
    }
    return paths;
  }
}
