package dev.candor.telemetry.otel;

import dev.candor.telemetry.CandorEvents;
import dev.candor.telemetry.ErrorReport;
import dev.candor.telemetry.TelemetryOptions;
import dev.candor.telemetry.TelemetryRuntime;
import dev.candor.telemetry.spi.GeneratedCatalog;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** An engine that lets every text through: what a search must be able to find. */
public final class Unscrubbed implements Scrubbing {
  private Unscrubbed() {}

  /** Starts a runtime without scrubbing. */
  public static TelemetryRuntime start(TelemetryOptions options) {
    List<GeneratedCatalog> catalogs =
        ServiceLoader.load(GeneratedCatalog.class).stream()
            .map(ServiceLoader.Provider::get)
            .filter(generated -> generated.catalog() == CandorEvents.class)
            .toList();
    return new OtelEngine(
            (properties, environment) -> new Unscrubbed(), OtelEngine.systemProperties())
        .start(options, catalogs);
  }

  @Override
  public String text(String key, String value, int maxLength, Tally scrubbed) {
    return value;
  }

  @Override
  public String typeName(String value, Tally scrubbed) {
    return value;
  }

  @Override
  public String stacktrace(ErrorReport report, int maxLength, Tally scrubbed) {
    return report.chain().stream()
        .flatMap(link -> link.frames().stream())
        .map(frame -> frame.module() + "." + frame.function())
        .collect(Collectors.joining("\n"));
  }
}
