package dev.candor.telemetry.squid;

import java.util.List;

/** The confocal units that Squid drives. */
public enum ConfocalType implements Labelled {
  /** An X-Light or a Cicero. */
  XLIGHT,
  /** A Dragonfly. */
  DRAGONFLY,
  /** There is none. */
  NONE;

  private final String labels;

  ConfocalType(String... labels) {
    this.labels = String.join("\n", labels);
  }

  @Override
  public List<String> labels() {
    return labels.lines().toList();
  }
}
