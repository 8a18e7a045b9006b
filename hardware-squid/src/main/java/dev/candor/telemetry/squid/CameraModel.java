package dev.candor.telemetry.squid;

import java.util.List;

/** The models of cameras that Squid knows. */
public enum CameraModel implements Labelled {
  /** MER2-1220-32U3M. */
  MER2_1220_32U3M,
  /** MER2-1220-32U3C. */
  MER2_1220_32U3C,
  /** MER2-630-60U3M. */
  MER2_630_60U3M,
  /** BFS-U3-63S4M-C. */
  BFS_U3_63S4M_C,
  /** ITR3CMOS26000KMA. */
  ITR3CMOS26000KMA,
  /** ITR3CMOS09000KMA. */
  ITR3CMOS09000KMA,
  /** ITR3CMOS26000KPA. */
  ITR3CMOS26000KPA,
  /** FL26-BW. */
  FL26_BW,
  /** DHYANA-400BSI-V3. */
  DHYANA_400BSI_V3,
  /** ARIES-6506. */
  ARIES_6506,
  /** ARIES-6510. */
  ARIES_6510,
  /** LIBRA-25. */
  LIBRA_25,
  /** LIBRA-22. */
  LIBRA_22,
  /** C15440-20UP. */
  C15440_20UP,
  /** C14440-20UP. */
  C14440_20UP,
  /** KINETIX. */
  KINETIX,
  /** ZYLA-4.2P-USB3-C. */
  ZYLA_4_2P_USB3_C,
  /** There is none. */
  NONE,
  /** A value that is not on this list. */
  OTHER;

  private final String labels;

  CameraModel(String... labels) {
    this.labels = String.join("\n", labels);
  }

  @Override
  public List<String> labels() {
    return labels.lines().toList();
  }
}
