package dev.candor.telemetry.squid;

import java.util.List;

/** How images are written. */
public enum FileSaving implements Labelled {
  /** Individual images. */
  INDIVIDUAL_IMAGES,
  /** Multi page tiff. */
  MULTI_PAGE_TIFF,
  /** Ome tiff. */
  OME_TIFF,
  /** Zarr v3. */
  ZARR_V3,
  /** A value that is not on this list. */
  OTHER;

  private final String labels;

  FileSaving(String... labels) {
    this.labels = String.join("\n", labels);
  }

  @Override
  public List<String> labels() {
    return labels.lines().toList();
  }
}
