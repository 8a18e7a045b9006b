package dev.candor.telemetry.squid;

import java.util.List;

/** How the laser autofocus finds its spot. */
public enum SpotDetection implements Labelled {
  /** Single. */
  SINGLE,
  /** Dual left. */
  DUAL_LEFT,
  /** Dual right. */
  DUAL_RIGHT,
  /** Multi right. */
  MULTI_RIGHT,
  /** Multi second right. */
  MULTI_SECOND_RIGHT,
  /** A value that is not on this list. */
  OTHER;

  private final String labels;

  SpotDetection(String... labels) {
    this.labels = String.join("\n", labels);
  }

  @Override
  public List<String> labels() {
    return labels.lines().toList();
  }
}
