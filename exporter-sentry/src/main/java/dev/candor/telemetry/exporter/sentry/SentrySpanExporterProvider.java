package dev.candor.telemetry.exporter.sentry;

import dev.candor.telemetry.exporter.door.VendorSpanExporterProvider;

/** Sentry for autoconfigured SDKs: {@code OTEL_TRACES_EXPORTER=sentry}. */
public final class SentrySpanExporterProvider extends VendorSpanExporterProvider {
  /** For the search of exporters. */
  public SentrySpanExporterProvider() {
    super(
        SentryDestination.NAME,
        () -> new SentryHost(SentrySpanExporterProvider.class.getClassLoader()));
  }
}
