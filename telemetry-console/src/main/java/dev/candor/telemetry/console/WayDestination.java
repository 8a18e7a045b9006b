package dev.candor.telemetry.console;

import dev.candor.telemetry.collector.CollectorFiles;
import java.util.List;
import java.util.Locale;

/** Where {@code collector up --dest} can send, with the overlay that does. */
enum WayDestination {
  GA4(CollectorFiles.DEST_GA4, true, "otlp_http/ga4"),
  AMPLITUDE(CollectorFiles.DEST_AMPLITUDE, true, "otlp_http/amplitude"),
  SENTRY(CollectorFiles.DEST_SENTRY, true, "otlp_http/sentry_envelopes"),
  STORE(CollectorFiles.DEST_STORE, true, "otlp_http/store"),
  FILE(CollectorFiles.DEST_FILE, false, "file/dest"),
  OTLP(CollectorFiles.DEST_OTLP, false, "otlp_http/dest"),
  PROMETHEUS(CollectorFiles.DEST_PROMETHEUS, false, "prometheus/dest"),
  KAFKA(CollectorFiles.DEST_KAFKA, false, "kafka/dest");

  private final CollectorFiles overlay;
  private final boolean byGateway;
  private final String exporter;

  /** Where spans go that are no errors and no sessions, straight to Sentry. */
  private static final String SENTRY_SPANS = "otlp_http/sentry_spans";

  WayDestination(CollectorFiles overlay, boolean byGateway, String exporter) {
    this.overlay = overlay;
    this.byGateway = byGateway;
    this.exporter = exporter;
  }

  CollectorFiles overlay() {
    return overlay;
  }

  /** Whether a gateway stands between the Collector and it. */
  boolean byGateway() {
    return byGateway;
  }

  /** Whether a vendor of its own is behind the gateway. */
  boolean isVendor() {
    return byGateway && this != STORE;
  }

  /** The Collector's names for what sends there. */
  List<String> exporters() {
    return this == SENTRY ? List.of(exporter, SENTRY_SPANS) : List.of(exporter);
  }

  /** Its name in options, paths and messages. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return word();
  }
}
