package dev.candor.telemetry;

import dev.candor.telemetry.spi.EventEncoder;
import dev.candor.telemetry.spi.GeneratedCatalog;
import dev.candor.telemetry.spi.TelemetryEngine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
      return off(isTheEngines(e) ? String.valueOf(e.getMessage()) : failure(e));
    } catch (Throwable e) { // a foreign engine may fail in any way
      return off(failure(e));
    }
  }

  /**
   * By the contract of TelemetryEngine its message names settings and rules, never a value.
   * Messages of the JDK, such as those of {@code URI.create} and {@code Path.of}, do hold the
   * value.
   */
  private static boolean isTheEngines(IllegalArgumentException e) {
    StackTraceElement[] calls = e.getStackTrace();
    return e.getClass() == IllegalArgumentException.class
        && calls.length > 0
        && !calls[0].getClassName().startsWith("java.");
  }

  private static String failure(Throwable e) {
    return "the engine failed to start (" + e.getClass().getName() + ")";
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
    List<String> faults = new ArrayList<>();
    for (Class<?> catalog : options.catalogs()) {
      if (catalogs.stream().anyMatch(known -> known.catalog() == catalog)) {
        continue;
      }
      GeneratedCatalog generated = CatalogLookup.find(catalog);
      if (generated != null) {
        catalogs.add(generated);
      } else {
        faults.add(CatalogLookup.hint(catalog));
      }
    }
    faults.addAll(sharedNames(catalogs));
    TelemetryRuntime runtime = engine.start(options, List.copyOf(catalogs));
    if (runtime == null) { // NullAway does not see foreign engines
      return off("the engine gave no runtime");
    }
    if (!faults.isEmpty()) {
      warn("not all events are recorded as declared: " + String.join("; ", faults));
    }
    return runtime;
  }

  /** Two jars may use one name for two records, which no compiler sees. */
  private static List<String> sharedNames(List<GeneratedCatalog> catalogs) {
    Map<String, Class<?>> names = new HashMap<>();
    List<String> faults = new ArrayList<>();
    for (GeneratedCatalog catalog : catalogs) {
      for (EventEncoder<?> encoder : catalog.encoders()) {
        Class<?> other = names.putIfAbsent(encoder.schema().name(), encoder.type());
        if (other != null && other != encoder.type()) {
          faults.add(
              "event name '"
                  + encoder.schema().name()
                  + "' belongs to "
                  + other.getName()
                  + " and "
                  + encoder.type().getName()
                  + ": rename one");
        }
      }
    }
    return faults;
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
