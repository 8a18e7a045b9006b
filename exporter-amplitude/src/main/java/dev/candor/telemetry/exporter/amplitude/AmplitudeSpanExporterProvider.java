package dev.candor.telemetry.exporter.amplitude;

import dev.candor.telemetry.exporter.door.VendorSpanExporterProvider;

/** Amplitude for autoconfigured SDKs: {@code OTEL_TRACES_EXPORTER=amplitude}. */
public final class AmplitudeSpanExporterProvider extends VendorSpanExporterProvider {
  /** For the search of exporters. */
  public AmplitudeSpanExporterProvider() {
    super(AmplitudeDestination.NAME, AmplitudeProvider::new);
  }
}
