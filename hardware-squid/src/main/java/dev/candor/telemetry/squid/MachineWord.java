package dev.candor.telemetry.squid;

import java.util.List;

/** Words of the machine file that stand for one of a few ways. */
public enum MachineWord implements Labelled {
  /** TEENSY. */
  TEENSY,
  /** ARDUINO. */
  ARDUINO,
  /** GLVA. */
  GLVA,
  /** LAPE. */
  LAPE,
  /** FFT. */
  FFT,
  /** BMP. */
  BMP,
  /** PNG. */
  PNG,
  /** TIFF. */
  TIFF,
  /** TIF. */
  TIF,
  /** JPG. */
  JPG,
  /** CSRT. */
  CSRT,
  /** KCF. */
  KCF,
  /** MIL. */
  MIL,
  /** TLD. */
  TLD,
  /** MEDIANFLOW. */
  MEDIANFLOW,
  /** MOSSE. */
  MOSSE,
  /** DASIAMRPN. */
  DASIAMRPN,
  /** ROI. */
  ROI,
  /** EXT. */
  EXT,
  /** PC. */
  PC,
  /** MIP. */
  MIP,
  /** MIDDLE. */
  MIDDLE,
  /** INTER_AREA_FAST. */
  INTER_AREA_FAST,
  /** INTER_AREA. */
  INTER_AREA,
  /** INTER_LINEAR. */
  INTER_LINEAR,
  /** INTER_NEAREST. */
  INTER_NEAREST,
  /** STEPPER_ONLY. */
  STEPPER_ONLY,
  /** PIEZO_ONLY. */
  PIEZO_ONLY,
  /** STEPPER_AND_PIEZO. */
  STEPPER_AND_PIEZO,
  /** EPI_ILLUMINATION. */
  EPI_ILLUMINATION,
  /** TRANSILLUMINATION. */
  TRANSILLUMINATION,
  /** NONE. */
  NONE,
  /** CONTRAST. */
  CONTRAST,
  /** LASER. */
  LASER,
  /** FOCUS_LOCK. */
  FOCUS_LOCK,
  /** A value that is not on this list. */
  OTHER;

  private final String labels;

  MachineWord(String... labels) {
    this.labels = String.join("\n", labels);
  }

  @Override
  public List<String> labels() {
    return labels.lines().toList();
  }
}
