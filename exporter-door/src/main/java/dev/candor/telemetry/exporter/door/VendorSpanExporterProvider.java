package dev.candor.telemetry.exporter.door;

import dev.candor.telemetry.exporter.Destination;
import dev.candor.telemetry.exporter.DestinationProvider;
import dev.candor.telemetry.registry.Contract;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigProperties;
import io.opentelemetry.sdk.autoconfigure.spi.traces.ConfigurableSpanExporterProvider;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A vendor's door for autoconfigured SDKs, chosen by {@code OTEL_TRACES_EXPORTER}. Each exporter
 * module extends it once, with a public constructor without parameters and a service file.
 *
 * <p>Faulty settings turn this exporter off with one warning that names them; the SDK and its other
 * exporters go on. So does an operator's {@code TELEMETRY_ENABLED=false} or {@code DO_NOT_TRACK},
 * without a word.
 */
public abstract class VendorSpanExporterProvider implements ConfigurableSpanExporterProvider {
  private final String name;
  private final Supplier<DestinationProvider> providers;

  /**
   * Creates it.
   *
   * @param name the vendor's short name
   * @param providers asked when the exporter is chosen, so that nothing of a vendor is loaded
   *     before
   */
  protected VendorSpanExporterProvider(String name, Supplier<DestinationProvider> providers) {
    this.name = name;
    this.providers = providers;
  }

  @Override
  public final String getName() {
    return name;
  }

  @Override
  public final SpanExporter createExporter(ConfigProperties properties) {
    PropertySettings settings = new PropertySettings(properties);
    DoorSettings own = new DoorSettings(settings);
    if (own.isForbidden()) {
      return SpanExporter.composite();
    }
    try {
      Duration timeout = own.timeout();
      Supplier<Contract> contract = own.contract(getClass().getClassLoader());
      Destination destination = providers.get().create(settings);
      if (destination != null && contract != null && settings.faults().isEmpty()) {
        return RegisteredSpanExporter.builder(
                WatchedDestination.of(destination, settings), contract)
            .timeout(timeout)
            .patience(patience(properties))
            .build();
      }
      off(settings.faults(), destination);
    } catch (RuntimeException | LinkageError e) {
      DoorWarnings.once("spans do not go to " + name + ": its exporter failed");
    }
    return SpanExporter.composite();
  }

  private void off(List<String> faults, @Nullable Destination destination) {
    if (destination != null) {
      destination.close();
    }
    DoorWarnings.once("spans do not go to " + name + ": " + String.join("; ", faults));
  }

  /** What the SDK's processor allows for one export. */
  private static Duration patience(ConfigProperties properties) {
    Duration given = properties.getDuration("otel.bsp.export.timeout");
    return given == null || given.isZero() || given.isNegative() ? Duration.ofSeconds(30) : given;
  }
}
