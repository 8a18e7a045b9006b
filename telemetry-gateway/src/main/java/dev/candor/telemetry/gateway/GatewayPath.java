package dev.candor.telemetry.gateway;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where a Collector may send, and so what becomes of it. */
public enum GatewayPath {
  /** Events to Google Analytics 4. */
  GA4,
  /** Events to Amplitude. */
  AMPLITUDE,
  /** Errors and sessions to Sentry. */
  SENTRY,
  /** Events and counts into this gateway's own store, for a later summary. */
  STORE;

  /** Its name in addresses, settings, counters and folders; a vendor's is its destination's. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<GatewayPath> of(String wireName) {
    return Arrays.stream(values()).filter(path -> path.wireName().equals(wireName)).findFirst();
  }
}
