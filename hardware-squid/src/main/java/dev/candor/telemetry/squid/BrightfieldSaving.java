package dev.candor.telemetry.squid;

import java.util.List;

/** How brightfield images are written. */
public enum BrightfieldSaving implements Labelled {
  /** One channel. */
  GREEN_CHANNEL_ONLY,
  /** As they come. */
  RAW,
  /** As grey. */
  RGB2GRAY,
  /** A value that is not on this list. */
  OTHER;

  private final String labels;

  BrightfieldSaving(String... labels) {
    this.labels = String.join("\n", labels);
  }

  @Override
  public List<String> labels() {
    return labels.lines().toList();
  }
}
