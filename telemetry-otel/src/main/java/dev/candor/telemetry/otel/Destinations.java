package dev.candor.telemetry.otel;

import dev.candor.telemetry.exporter.Destination;
import dev.candor.telemetry.exporter.DestinationProvider;
import dev.candor.telemetry.exporter.DestinationProviders;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The destinations that settings ask for: OTLP, and the vendors whose exporters are there. */
final class Destinations {
  private Destinations() {}

  static List<Destination> of(EngineSettings settings, List<String> packages) {
    List<Destination> destinations = new ArrayList<>();
    URI endpoint = settings.endpoint();
    if (endpoint != null) {
      Destination otlp =
          OtlpDestination.builder(endpoint)
              .headers(settings::headers)
              .clock(settings.clock())
              .build();
      destinations.add(new TunedDestination(otlp, settings.batchSize(), settings.timeout()));
    }
    destinations.addAll(vendors(settings, packages));
    return List.copyOf(destinations);
  }

  private static List<Destination> vendors(EngineSettings settings, List<String> packages) {
    List<Destination> vendors = new ArrayList<>();
    Set<String> names = new HashSet<>(Set.of(OtlpDestination.NAME));
    List<DestinationProvider> providers =
        DestinationProviders.find(
            settings.given()::has, Destinations.class.getClassLoader(), Warnings::once);
    for (DestinationProvider provider : providers) {
      Destination made = make(provider, settings, packages);
      if (made != null && names.add(made.name())) {
        vendors.add(tuned(made, settings));
      }
    }
    return vendors;
  }

  private static @Nullable Destination make(
      DestinationProvider provider, EngineSettings settings, List<String> packages) {
    VendorSettings given = new VendorSettings(settings, packages);
    try {
      Destination made = provider.create(given);
      if (given.faults().isEmpty()) {
        return made;
      }
      Warnings.once(
          "telemetry does not go to " + provider.name() + ": " + String.join("; ", given.faults()));
      if (made != null) {
        made.close();
      }
    } catch (RuntimeException | LinkageError e) {
      Warnings.once("telemetry does not go to " + provider.name() + ": its exporter failed");
    }
    return null;
  }

  // A vendor's own default wins unless the setting is given.
  private static Destination tuned(Destination vendor, EngineSettings settings) {
    int items =
        settings.given().has(EngineSetting.TELEMETRY_BATCH_SIZE.name())
            ? settings.batchSize()
            : vendor.limits().items();
    return settings.given().has(EngineSetting.TELEMETRY_TIMEOUT.name())
            || items < vendor.limits().items()
        ? new TunedDestination(vendor, items, settings.timeout())
        : vendor;
  }
}
