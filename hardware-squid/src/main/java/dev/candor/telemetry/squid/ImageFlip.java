package dev.candor.telemetry.squid;

import java.util.List;

/** How images are mirrored. */
public enum ImageFlip implements Labelled {
  /** Upside down. */
  VERTICAL,
  /** Left to right. */
  HORIZONTAL,
  /** Both ways. */
  BOTH,
  /** There is none. */
  NONE,
  /** A value that is not on this list. */
  OTHER;

  private final String labels;

  ImageFlip(String... labels) {
    this.labels = String.join("\n", labels);
  }

  @Override
  public List<String> labels() {
    return labels.lines().toList();
  }
}
