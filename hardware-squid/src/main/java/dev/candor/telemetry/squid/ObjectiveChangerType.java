package dev.candor.telemetry.squid;

import java.util.List;

/** What changes the objective. */
public enum ObjectiveChangerType implements Labelled {
  /** A slide by Xeryon with two positions. */
  XERYON,
  /** A turret with four positions. */
  TURRET,
  /** There is none. */
  NONE;

  private final String labels;

  ObjectiveChangerType(String... labels) {
    this.labels = String.join("\n", labels);
  }

  @Override
  public List<String> labels() {
    return labels.lines().toList();
  }
}
