package dev.candor.telemetry.squid;

import java.util.List;

/** What lights the sample, besides the LED matrix. */
public enum LightSourceType implements Labelled {
  /** Lasers behind the microcontroller. */
  SQUID_LASERS,
  /** An LDI. */
  LDI,
  /** A Celesta. */
  CELESTA,
  /** An Andor HLE. */
  ANDOR_HLE,
  /** The Squid laser engine. */
  SQUID_LASER_ENGINE;

  private final String labels;

  LightSourceType(String... labels) {
    this.labels = String.join("\n", labels);
  }

  @Override
  public List<String> labels() {
    return labels.lines().toList();
  }
}
