package dev.candor.telemetry.squid;

import java.util.List;

/** The sensors that older files name. */
public enum CameraSensor implements Labelled {
  /** IMX226. */
  IMX226,
  /** IMX250. */
  IMX250,
  /** IMX252. */
  IMX252,
  /** PYTHON300. */
  PYTHON300,
  /** IMX571. */
  IMX571,
  /** HAMAMATSU. */
  HAMAMATSU,
  /** A value that is not on this list. */
  OTHER;

  private final String labels;

  CameraSensor(String... labels) {
    this.labels = String.join("\n", labels);
  }

  @Override
  public List<String> labels() {
    return labels.lines().toList();
  }
}
