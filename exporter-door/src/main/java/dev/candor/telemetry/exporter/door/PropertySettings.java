package dev.candor.telemetry.exporter.door;

import dev.candor.telemetry.VendorName;
import dev.candor.telemetry.exporter.DestinationSettings;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigProperties;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The properties of an autoconfigured SDK as a provider sees them: {@code GA_MEASUREMENT_ID} is the
 * environment variable of that name, or the property {@code ga.measurement.id}.
 */
final class PropertySettings implements DestinationSettings {
  private static final String UNKNOWN = "unknown";

  private final ConfigProperties properties;
  private final List<String> faults = new ArrayList<>();
  private List<VendorName> vendorNames = List.of();

  PropertySettings(ConfigProperties properties) {
    this.properties = properties;
  }

  /** What cannot be used, each with setting and rule. */
  List<String> faults() {
    return faults;
  }

  @Override
  public @Nullable String text(String name) {
    String value = properties.getString(name.toLowerCase(Locale.ROOT).replace('_', '.'));
    return value == null || value.isBlank() ? null : value.strip();
  }

  @Override
  public void fault(String name, String rule) {
    faults.add(name + " " + rule);
  }

  @Override
  public void warn(String text) {
    DoorWarnings.once(text);
  }

  @Override
  public String service() {
    String service = properties.getString("otel.service.name");
    return service == null ? resource("service.name") : service;
  }

  @Override
  public String version() {
    return resource("service.version");
  }

  @Override
  public String environment() {
    return resource("deployment.environment.name");
  }

  /** None: an SDK does not tell. */
  @Override
  public List<String> packages() {
    return List.of();
  }

  void vendorNames(List<VendorName> names) {
    vendorNames = List.copyOf(names);
  }

  @Override
  public List<VendorName> vendorNames() {
    return vendorNames;
  }

  @Override
  public Clock clock() {
    return Clock.systemUTC();
  }

  private String resource(String key) {
    Map<String, String> resource = properties.getMap("otel.resource.attributes");
    return resource.getOrDefault(key, UNKNOWN);
  }

  /** Shows no value. */
  @Override
  public String toString() {
    return "PropertySettings";
  }
}
