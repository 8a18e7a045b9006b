package dev.candor.telemetry.spi;

import dev.candor.telemetry.TelemetryOptions;
import dev.candor.telemetry.TelemetryRuntime;
import java.util.List;

/** An engine, found by {@link java.util.ServiceLoader}. The first one found is used. */
public interface TelemetryEngine {
  /**
   * Starts a runtime. Must not write, connect or start a thread before somebody has answered
   * (promise P1).
   *
   * @param catalogs the built-in catalogue first, then those of {@link TelemetryOptions#catalogs()}
   * @throws IllegalArgumentException naming every faulty setting and its rule, never a value
   */
  TelemetryRuntime start(TelemetryOptions options, List<GeneratedCatalog> catalogs);
}
