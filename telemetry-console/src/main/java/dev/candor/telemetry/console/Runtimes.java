package dev.candor.telemetry.console;

import dev.candor.telemetry.CandorEvents;
import dev.candor.telemetry.TelemetryOptions;
import dev.candor.telemetry.TelemetryRuntime;
import dev.candor.telemetry.spi.GeneratedCatalog;
import dev.candor.telemetry.squid.SquidEvents;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Opens the telemetry that a command speaks through, with the settings of any application. */
final class Runtimes {
  /** The name of this program; what it watches reports under its own name. */
  static final String SERVICE = "candor";

  @Option(
      names = "--folder",
      paramLabel = "DIR",
      description = "Where consent, store and ids lie (default: the platform's folders).")
  private @Nullable Path folder;

  TelemetryRuntime open(Shell shell) {
    return TelemetryRuntime.start(options(shell));
  }

  TelemetryOptions options(Shell shell) {
    return options(shell, folder).build();
  }

  /** What the options' catalogues generated, the built-in one first. */
  static List<GeneratedCatalog> catalogs() {
    List<GeneratedCatalog> catalogs = new ArrayList<>();
    for (Class<?> catalog : List.of(CandorEvents.class, SquidEvents.class)) {
      ServiceLoader.load(GeneratedCatalog.class).stream()
          .map(ServiceLoader.Provider::get)
          .filter(generated -> generated.catalog() == catalog)
          .forEach(catalogs::add);
    }
    return catalogs;
  }

  /** The options of every command; the demo adds its own destination. */
  static TelemetryOptions.Builder options(Shell shell, @Nullable Path folder) {
    TelemetryOptions.Builder options =
        TelemetryOptions.builder(SERVICE, Candor.Version.number(), SquidEvents.class)
            .environment(shell.environment())
            .clock(shell.clock());
    return folder == null ? options : options.folder(folder);
  }
}
