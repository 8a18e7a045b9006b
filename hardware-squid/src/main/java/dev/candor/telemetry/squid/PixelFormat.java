package dev.candor.telemetry.squid;

import java.util.List;

/** The formats in which a camera gives its pixels. */
public enum PixelFormat implements Labelled {
  /** MONO8. */
  MONO8,
  /** MONO10. */
  MONO10,
  /** MONO12. */
  MONO12,
  /** MONO14. */
  MONO14,
  /** MONO16. */
  MONO16,
  /** RGB24. */
  RGB24,
  /** RGB32. */
  RGB32,
  /** RGB48. */
  RGB48,
  /** BAYER_RG8. */
  BAYER_RG8,
  /** BAYER_RG12. */
  BAYER_RG12,
  /** There is none. */
  NONE,
  /** A value that is not on this list. */
  OTHER;

  private final String labels;

  PixelFormat(String... labels) {
    this.labels = String.join("\n", labels);
  }

  @Override
  public List<String> labels() {
    return labels.lines().toList();
  }
}
