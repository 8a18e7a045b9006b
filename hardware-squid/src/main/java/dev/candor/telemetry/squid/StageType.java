package dev.candor.telemetry.squid;

import java.util.List;

/** What moves the sample. */
public enum StageType implements Labelled {
  /** Squid's own stage, by its microcontroller. */
  CEPHLA,
  /** A stage by Prior. */
  PRIOR,
  /** A value that is not on this list. */
  OTHER;

  private final String labels;

  StageType(String... labels) {
    this.labels = String.join("\n", labels);
  }

  @Override
  public List<String> labels() {
    return labels.lines().toList();
  }
}
