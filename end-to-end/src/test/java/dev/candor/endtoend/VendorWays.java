package dev.candor.endtoend;

import dev.candor.telemetry.collector.CollectorFiles;
import java.util.List;

/** How a Collector brings the gateway what goes to Google Analytics and to Amplitude. */
enum VendorWays {
  /** By an exporter for each. */
  APART(List.of(CollectorFiles.DEST_GA4, CollectorFiles.DEST_AMPLITUDE)),
  /** By one for both. */
  TOGETHER(List.of(CollectorFiles.DEST_GATEWAY));

  private final List<CollectorFiles> overlays;

  VendorWays(List<CollectorFiles> overlays) {
    this.overlays = overlays;
  }

  List<CollectorFiles> overlays() {
    return overlays;
  }

  /** The Collector's name for what sends to a path of the gateway. */
  String exporter(String path) {
    return switch (path) {
      case "sentry" -> "sentry_envelopes";
      case "ga4", "amplitude" -> this == APART ? path : "gateway";
      default -> path;
    };
  }
}
