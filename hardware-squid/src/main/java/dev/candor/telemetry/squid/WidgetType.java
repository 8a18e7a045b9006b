package dev.candor.telemetry.squid;

import java.util.List;

/** The panel from which an acquisition was started. */
public enum WidgetType implements Labelled {
  /** Wells of a plate. */
  WELLPLATE,
  /** Positions anywhere. */
  FLEXIBLE,
  /** The setup panel of a fork. */
  SETUP,
  /** Rounds with fluidics. */
  FLUIDICS,
  /** A value that is not on this list. */
  OTHER,
  /** The files do not tell. */
  UNKNOWN;

  private final String labels;

  WidgetType(String... labels) {
    this.labels = String.join("\n", labels);
  }

  @Override
  public List<String> labels() {
    return labels.lines().toList();
  }
}
