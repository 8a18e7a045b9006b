/**
 * Typed events and consent: the only module an application compiles against.
 *
 * <p>A named module that holds a catalogue adds {@code provides
 * dev.candor.telemetry.spi.GeneratedCatalog with <Interface>_Catalog;}, as this one does. It needs
 * no {@code opens}: encoders are generated, not found by reflection.
 */
module dev.candor.telemetry {
  requires static org.jspecify;

  exports dev.candor.telemetry;
  exports dev.candor.telemetry.spi;

  uses dev.candor.telemetry.spi.TelemetryEngine;
  uses dev.candor.telemetry.spi.GeneratedCatalog;

  provides dev.candor.telemetry.spi.GeneratedCatalog with
      dev.candor.telemetry.CandorEvents_Catalog;
}
