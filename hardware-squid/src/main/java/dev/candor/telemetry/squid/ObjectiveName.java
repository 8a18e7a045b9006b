package dev.candor.telemetry.squid;

import java.util.List;

/** The objectives that Squid knows by default. A name that a person gave is {@link #OTHER}. */
public enum ObjectiveName implements Labelled {
  /** 2 times. */
  X2("2x"),
  /** 4 times. */
  X4("4x"),
  /** 10 times. */
  X10("10x"),
  /** 20 times. */
  X20("20x"),
  /** 25 times. */
  X25("25x"),
  /** 40 times. */
  X40("40x"),
  /** 50 times. */
  X50("50x"),
  /** 60 times. */
  X60("60x"),
  /** 10 times, by Mitutoyo. */
  X10_MITUTOYO("10x (Mitutoyo)"),
  /** 20 times, by Boli. */
  X20_BOLI("20x (Boli)"),
  /** 20 times, by Nikon. */
  X20_NIKON("20x (Nikon)"),
  /** No objective: the setting holds for all of them. */
  NONE,
  /** A value that is not on this list. */
  OTHER;

  private final String labels;

  ObjectiveName(String... labels) {
    this.labels = String.join("\n", labels);
  }

  @Override
  public List<String> labels() {
    return labels.lines().toList();
  }
}
