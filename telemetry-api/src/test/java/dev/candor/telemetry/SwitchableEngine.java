package dev.candor.telemetry;

import dev.candor.telemetry.spi.GeneratedCatalog;
import dev.candor.telemetry.spi.TelemetryEngine;
import java.util.List;
import java.util.function.BiFunction;

/** The engine of this module's tests: it does what the running test says. */
public final class SwitchableEngine implements TelemetryEngine {
  static volatile BiFunction<TelemetryOptions, List<GeneratedCatalog>, TelemetryRuntime> behaviour =
      (options, catalogs) -> TelemetryRuntime.noop();

  @Override
  public TelemetryRuntime start(TelemetryOptions options, List<GeneratedCatalog> catalogs) {
    return behaviour.apply(options, catalogs);
  }
}
