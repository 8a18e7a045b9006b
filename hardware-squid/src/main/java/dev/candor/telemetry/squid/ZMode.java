package dev.candor.telemetry.squid;

import java.util.List;

/** How a stack is placed. */
public enum ZMode implements Labelled {
  /** From the bottom up. */
  FROM_BOTTOM,
  /** Around the centre. */
  FROM_CENTER,
  /** From the top down. */
  FROM_TOP,
  /** Between two ends. */
  SET_RANGE,
  /** A value that is not on this list. */
  OTHER,
  /** The files do not tell. */
  UNKNOWN;

  private final String labels;

  ZMode(String... labels) {
    this.labels = String.join("\n", labels);
  }

  @Override
  public List<String> labels() {
    return labels.lines().toList();
  }
}
