package dev.candor.telemetry.squid;

import java.util.List;

/** What a microscope may have besides. */
public enum Addon implements Labelled {
  /** A laser autofocus with its own camera. */
  LASER_AUTOFOCUS,
  /** Fluidics. */
  FLUIDICS,
  /** An LED array by SciMicroscopy. */
  LED_ARRAY,
  /** A confocal scanner NL5. */
  NL5,
  /** A light source CellX. */
  CELLX,
  /** A piezo for the objective. */
  PIEZO,
  /** Encoders at the stage. */
  ENCODER;

  private final String labels;

  Addon(String... labels) {
    this.labels = String.join("\n", labels);
  }

  @Override
  public List<String> labels() {
    return labels.lines().toList();
  }
}
