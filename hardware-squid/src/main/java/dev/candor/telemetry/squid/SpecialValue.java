package dev.candor.telemetry.squid;

import java.util.List;

/** What may stand in place of any value. */
public enum SpecialValue implements Labelled {
  /** The file says that there is none. */
  NONE,
  /** The file holds something that may not be told: text, or a value of another type. */
  OTHER;

  private final String labels;

  SpecialValue(String... labels) {
    this.labels = String.join("\n", labels);
  }

  @Override
  public List<String> labels() {
    return labels.lines().toList();
  }
}
