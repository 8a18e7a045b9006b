package dev.candor.telemetry.squid;

import java.util.List;

/** How the positions of an acquisition were chosen. */
public enum XyMode implements Labelled {
  /** Where the stage stood. */
  CURRENT_POSITION,
  /** Wells of a plate. */
  SELECT_WELLS,
  /** Drawn by hand. */
  MANUAL,
  /** Read from a file. */
  LOAD_COORDINATES,
  /** A value that is not on this list. */
  OTHER,
  /** The files do not tell. */
  UNKNOWN;

  private final String labels;

  XyMode(String... labels) {
    this.labels = String.join("\n", labels);
  }

  @Override
  public List<String> labels() {
    return labels.lines().toList();
  }
}
