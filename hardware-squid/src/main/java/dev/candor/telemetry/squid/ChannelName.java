package dev.candor.telemetry.squid;

import java.util.List;

/** The imaging channels that Squid comes with. A name that a person gave is {@link #OTHER}. */
public enum ChannelName implements Labelled {
  /** BF LED matrix full. */
  BF_LED_MATRIX_FULL,
  /** BF LED matrix full_R. */
  BF_LED_MATRIX_FULL_R,
  /** BF LED matrix full_G. */
  BF_LED_MATRIX_FULL_G,
  /** BF LED matrix full_B. */
  BF_LED_MATRIX_FULL_B,
  /** BF LED matrix full_RGB. */
  BF_LED_MATRIX_FULL_RGB,
  /** BF LED matrix low NA. */
  BF_LED_MATRIX_LOW_NA,
  /** BF LED matrix left half. */
  BF_LED_MATRIX_LEFT_HALF,
  /** BF LED matrix right half. */
  BF_LED_MATRIX_RIGHT_HALF,
  /** BF LED matrix top half. */
  BF_LED_MATRIX_TOP_HALF,
  /** BF LED matrix bottom half. */
  BF_LED_MATRIX_BOTTOM_HALF,
  /** DF LED matrix. */
  DF_LED_MATRIX,
  /** Fluorescence 405 nm Ex. */
  FLUORESCENCE_405_NM_EX,
  /** Fluorescence 470 nm Ex. */
  FLUORESCENCE_470_NM_EX,
  /** Fluorescence 488 nm Ex. */
  FLUORESCENCE_488_NM_EX,
  /** Fluorescence 555 nm Ex. */
  FLUORESCENCE_555_NM_EX,
  /** Fluorescence 561 nm Ex. */
  FLUORESCENCE_561_NM_EX,
  /** Fluorescence 638 nm Ex. */
  FLUORESCENCE_638_NM_EX,
  /** Fluorescence 640 nm Ex. */
  FLUORESCENCE_640_NM_EX,
  /** Fluorescence 730 nm Ex. */
  FLUORESCENCE_730_NM_EX,
  /** No channel: the setting holds for all of them. */
  NONE,
  /** A value that is not on this list. */
  OTHER;

  private final String labels;

  ChannelName(String... labels) {
    this.labels = String.join("\n", labels);
  }

  @Override
  public List<String> labels() {
    return labels.lines().toList();
  }
}
