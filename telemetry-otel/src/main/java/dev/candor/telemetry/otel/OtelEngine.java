package dev.candor.telemetry.otel;

import dev.candor.telemetry.TelemetryOptions;
import dev.candor.telemetry.TelemetryRuntime;
import dev.candor.telemetry.spi.GeneratedCatalog;
import dev.candor.telemetry.spi.TelemetryEngine;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The engine that {@code TelemetryRuntime.start} finds. Starting reads settings and the answer;
 * whatever else there is begins after a yes, on threads of its own.
 */
public final class OtelEngine implements TelemetryEngine {
  private final Scrubbing.Factory scrubbing;
  private final Map<String, String> properties;

  /** Creates the engine; for the service loader. */
  public OtelEngine() {
    this(Scrubbing::strict, systemProperties());
  }

  /** Creates an engine with another scrubbing or other system properties; for tests. */
  OtelEngine(Scrubbing.Factory scrubbing, Map<String, String> properties) {
    this.scrubbing = scrubbing;
    this.properties = properties;
  }

  @Override
  public TelemetryRuntime start(TelemetryOptions options, List<GeneratedCatalog> catalogs) {
    EngineSettings settings = new SettingsReader(options, properties).read();
    return new OtelRuntime(settings, new Vocabulary(catalogs), scrubbing, new Surroundings())
        .start();
  }

  static Map<String, String> systemProperties() {
    TreeMap<String, String> copy = new TreeMap<>();
    System.getProperties()
        .forEach(
            (name, value) -> {
              if (name instanceof String key && value instanceof String text) {
                copy.put(key, text);
              }
            });
    return copy;
  }
}
