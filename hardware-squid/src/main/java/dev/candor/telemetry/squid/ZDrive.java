package dev.candor.telemetry.squid;

import java.util.List;

/** What moves the focus. */
public enum ZDrive implements Labelled {
  /** A stepper motor. */
  STEPPER,
  /** A stepper motor and a piezo. */
  STEPPER_PIEZO("stepper_and_piezo"),
  /** A piezo. */
  PIEZO,
  /** A linear motor. */
  LINEAR,
  /** A focus stage by PI. */
  PI_FOCUS_STAGE,
  /** A value that is not on this list. */
  OTHER,
  /** The files do not tell. */
  UNKNOWN;

  private final String labels;

  ZDrive(String... labels) {
    this.labels = String.join("\n", labels);
  }

  @Override
  public List<String> labels() {
    return labels.lines().toList();
  }
}
