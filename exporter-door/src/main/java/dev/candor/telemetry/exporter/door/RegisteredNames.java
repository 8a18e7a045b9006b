package dev.candor.telemetry.exporter.door;

import dev.candor.telemetry.VendorName;
import dev.candor.telemetry.registry.Registry;
import java.util.List;

/** What registries call events at vendors, as destinations take it. */
public final class RegisteredNames {
  private RegisteredNames() {}

  /** The names in a registry, of all vendors. */
  public static List<VendorName> of(Registry registry) {
    return registry.vendorNames().stream()
        .map(one -> new VendorName(one.vendor(), one.event(), one.key(), one.name()))
        .toList();
  }
}
