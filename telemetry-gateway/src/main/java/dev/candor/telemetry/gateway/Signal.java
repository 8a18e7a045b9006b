package dev.candor.telemetry.gateway;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an OTLP request holds. */
enum Signal {
  TRACES,
  METRICS;

  String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Signal> of(String wireName) {
    return Arrays.stream(values()).filter(signal -> signal.wireName().equals(wireName)).findFirst();
  }
}
