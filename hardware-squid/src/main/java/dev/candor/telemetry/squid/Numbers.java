package dev.candor.telemetry.squid;

/** Takes numbers from files into the limits of an event. */
final class Numbers {
  private Numbers() {}

  /** Returns the number between 0 and {@code max}; 0 if it is none. */
  static double bounded(Value value, double max) {
    return value.number().map(number -> Math.max(0, Math.min(max, number))).orElse(0.0);
  }
}
