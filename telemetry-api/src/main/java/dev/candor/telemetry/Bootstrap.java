package dev.candor.telemetry;

import dev.candor.telemetry.spi.GeneratedCatalog;
import dev.candor.telemetry.spi.TelemetryEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** Finds the engine and the generated catalogues. */
final class Bootstrap {
  private Bootstrap() {}

  static TelemetryRuntime start(TelemetryOptions options) {
    Optional<TelemetryEngine> engine =
        ServiceLoader.load(TelemetryEngine.class, Bootstrap.class.getClassLoader()).findFirst();
    if (engine.isEmpty()) {
      return TelemetryRuntime.noop();
    }
    return engine.get().start(options, catalogs(options));
  }

  private static List<GeneratedCatalog> catalogs(TelemetryOptions options) {
    List<GeneratedCatalog> found = new ArrayList<>();
    for (Class<?> catalog : options.catalogs()) {
      ServiceLoader.load(GeneratedCatalog.class, catalog.getClassLoader()).stream()
          .map(ServiceLoader.Provider::get)
          .filter(generated -> generated.catalog() == catalog)
          .forEach(found::add);
    }
    return found;
  }
}
