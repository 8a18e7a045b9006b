/** Typed events and consent: the only module an application compiles against. */
module dev.candor.telemetry {
  requires static org.jspecify;

  exports dev.candor.telemetry;
  exports dev.candor.telemetry.spi;

  uses dev.candor.telemetry.spi.TelemetryEngine;
  uses dev.candor.telemetry.spi.GeneratedCatalog;
}
