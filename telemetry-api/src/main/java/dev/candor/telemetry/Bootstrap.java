package dev.candor.telemetry;

import dev.candor.telemetry.spi.GeneratedCatalog;
import dev.candor.telemetry.spi.TelemetryEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/**
 * Finds the engine and the generated catalogues, and turns every failure into one warning and a
 * runtime that does nothing (promise P9).
 */
final class Bootstrap {
  private Bootstrap() {}

  static TelemetryRuntime start(@Nullable TelemetryOptions options) {
    try {
      return startEngine(options);
    } catch (VirtualMachineError e) {
      throw e; // out of memory or stack is not ours to hide
    } catch (IllegalArgumentException e) {
      // By the contract of TelemetryEngine the message names settings and rules, never a value.
      return off(String.valueOf(e.getMessage()));
    } catch (Throwable e) { // a foreign engine may fail in any way
      return off("the engine failed to start (" + e.getClass().getName() + ")");
    }
  }

  private static TelemetryRuntime startEngine(@Nullable TelemetryOptions options) {
    if (options == null) {
      return off("options must not be null");
    }
    TelemetryEngine engine =
        ServiceLoader.load(TelemetryEngine.class, Bootstrap.class.getClassLoader())
            .findFirst()
            .orElse(null);
    if (engine == null) {
      return TelemetryRuntime.noop();
    }
    List<GeneratedCatalog> catalogs = new ArrayList<>();
    catalogs.add(new CandorEvents_Catalog());
    List<String> missing = new ArrayList<>();
    for (Class<?> catalog : options.catalogs()) {
      if (catalogs.stream().anyMatch(known -> known.catalog() == catalog)) {
        continue;
      }
      GeneratedCatalog generated = CatalogLookup.find(catalog);
      if (generated != null) {
        catalogs.add(generated);
      } else {
        missing.add(CatalogLookup.hint(catalog));
      }
    }
    TelemetryRuntime runtime = engine.start(options, List.copyOf(catalogs));
    if (runtime == null) { // NullAway does not see foreign engines
      return off("the engine gave no runtime");
    }
    if (!missing.isEmpty()) {
      warn("some events are not recorded: " + String.join("; ", missing));
    }
    return runtime;
  }

  private static TelemetryRuntime off(String reason) {
    warn("telemetry stays off: " + reason);
    return TelemetryRuntime.noop();
  }

  private static void warn(String message) {
    // Only here: a start without trouble does not pay for the logging framework.
    System.getLogger("dev.candor.telemetry").log(System.Logger.Level.WARNING, message);
  }
}
