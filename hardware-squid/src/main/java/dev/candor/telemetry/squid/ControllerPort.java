package dev.candor.telemetry.squid;

import java.util.List;

/** The ports of the light source's controller. */
public enum ControllerPort implements Labelled {
  /** Laser port 1. */
  D1,
  /** Laser port 2. */
  D2,
  /** Laser port 3. */
  D3,
  /** Laser port 4. */
  D4,
  /** Laser port 5. */
  D5,
  /** Laser port 6. */
  D6,
  /** Laser port 7. */
  D7,
  /** Laser port 8. */
  D8,
  /** LED matrix pattern 1. */
  USB1,
  /** LED matrix pattern 2. */
  USB2,
  /** LED matrix pattern 3. */
  USB3,
  /** LED matrix pattern 4. */
  USB4,
  /** LED matrix pattern 5. */
  USB5,
  /** LED matrix pattern 6. */
  USB6,
  /** LED matrix pattern 7. */
  USB7,
  /** LED matrix pattern 8. */
  USB8,
  /** A value that is not on this list. */
  OTHER;

  private final String labels;

  ControllerPort(String... labels) {
    this.labels = String.join("\n", labels);
  }

  @Override
  public List<String> labels() {
    return labels.lines().toList();
  }
}
