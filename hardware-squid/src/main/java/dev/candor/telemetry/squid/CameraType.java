package dev.candor.telemetry.squid;

import java.util.List;

/** The makers of cameras that Squid drives. */
public enum CameraType implements Labelled {
  /** Daheng, by the GXIPY library. */
  DEFAULT("gxipy", "daheng"),
  /** ToupTek. */
  TOUPCAM,
  /** Teledyne FLIR. */
  FLIR,
  /** Hamamatsu. */
  HAMAMATSU,
  /** IDS Imaging. */
  IDS,
  /** Tucsen. */
  TUCSEN,
  /** Teledyne Photometrics. */
  PHOTOMETRICS("kinetix"),
  /** The Imaging Source. */
  TIS,
  /** Andor. */
  ANDOR,
  /** No camera, but a simulation of one. */
  SIMULATED,
  /** There is none. */
  NONE,
  /** A value that is not on this list. */
  OTHER;

  private final String labels;

  CameraType(String... labels) {
    this.labels = String.join("\n", labels);
  }

  @Override
  public List<String> labels() {
    return labels.lines().toList();
  }
}
