package dev.candor.telemetry.squid;

import java.util.List;

/** The formats of samples. */
public enum WellplateFormat implements Labelled {
  /** A glass slide. */
  GLASS_SLIDE,
  /** A plate of 6 wells. */
  WELLS_6("6", "6 well plate"),
  /** A plate of 12 wells. */
  WELLS_12("12", "12 well plate"),
  /** A plate of 24 wells. */
  WELLS_24("24", "24 well plate"),
  /** A plate of 96 wells. */
  WELLS_96("96", "96 well plate"),
  /** A plate of 384 wells. */
  WELLS_384("384", "384 well plate"),
  /** A plate of 1536 wells. */
  WELLS_1536("1536", "1536 well plate"),
  /** A round sample of 30 mm. */
  CIRCLE_30_MM("30 mm circle"),
  /** A value that is not on this list. */
  OTHER,
  /** The files do not tell. */
  UNKNOWN;

  private final String labels;

  WellplateFormat(String... labels) {
    this.labels = String.join("\n", labels);
  }

  @Override
  public List<String> labels() {
    return labels.lines().toList();
  }
}
