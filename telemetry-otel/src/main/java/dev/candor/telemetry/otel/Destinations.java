package dev.candor.telemetry.otel;

import dev.candor.telemetry.exporter.Destination;
import java.net.URI;
import java.util.List;

/** The destinations that settings ask for. */
final class Destinations {
  private Destinations() {}

  static List<Destination> of(EngineSettings settings) {
    URI endpoint = settings.endpoint();
    if (endpoint == null) {
      return List.of();
    }
    Destination otlp =
        OtlpDestination.builder(endpoint)
            .headers(settings::headers)
            .clock(settings.clock())
            .build();
    return List.of(new TunedDestination(otlp, settings.batchSize(), settings.timeout()));
  }
}
