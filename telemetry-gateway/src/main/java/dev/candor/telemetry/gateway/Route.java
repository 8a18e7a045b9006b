package dev.candor.telemetry.gateway;

import org.jspecify.annotations.Nullable;

/** A path and what is sent there, such as {@code /ga4/v1/traces}. */
record Route(GatewayPath path, Signal signal) {
  private static final int PARTS = 4;

  static @Nullable Route of(@Nullable String address) {
    String[] parts = address == null ? new String[0] : address.split("/", -1);
    if (parts.length != PARTS || !parts[0].isEmpty() || !parts[2].equals("v1")) {
      return null;
    }
    GatewayPath path = GatewayPath.of(parts[1]).orElse(null);
    Signal signal = Signal.of(parts[3]).orElse(null);
    return path == null || signal == null ? null : new Route(path, signal);
  }
}
