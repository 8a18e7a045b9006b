package dev.candor.telemetry.squid;

import java.util.List;

/** The emission filter wheels that Squid drives. */
public enum FilterWheelType implements Labelled {
  /** Squid's own. */
  SQUID,
  /** By Zaber. */
  ZABER,
  /** An Optospin. */
  OPTOSPIN,
  /** Inside a Dragonfly. */
  DRAGONFLY,
  /** Inside an X-Light. */
  XLIGHT,
  /** There is none. */
  NONE,
  /** A value that is not on this list. */
  OTHER;

  private final String labels;

  FilterWheelType(String... labels) {
    this.labels = String.join("\n", labels);
  }

  @Override
  public List<String> labels() {
    return labels.lines().toList();
  }
}
