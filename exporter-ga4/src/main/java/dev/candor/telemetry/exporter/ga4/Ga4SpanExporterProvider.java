package dev.candor.telemetry.exporter.ga4;

import dev.candor.telemetry.exporter.door.VendorSpanExporterProvider;

/** Google Analytics 4 for autoconfigured SDKs: {@code OTEL_TRACES_EXPORTER=ga4}. */
public final class Ga4SpanExporterProvider extends VendorSpanExporterProvider {
  /** For the search of exporters. */
  public Ga4SpanExporterProvider() {
    super(Ga4Destination.NAME, Ga4Provider::new);
  }
}
