/** An engine that prints what it is given. */
module engine {
  requires dev.candor.telemetry;

  provides dev.candor.telemetry.spi.TelemetryEngine with
      engine.PrintingEngine;
}
