package dev.candor.telemetry.spi;

import dev.candor.telemetry.VendorName;
import java.util.ArrayList;
import java.util.List;

/** What the annotation processor makes of one {@link dev.candor.telemetry.EventCatalog}. */
public interface GeneratedCatalog {
  /** The annotated interface. */
  Class<?> catalog();

  /** One encoder for each event record. */
  List<EventEncoder<?>> encoders();

  /** The closed lists: enums of features, pages, crumbs and settings keys. */
  List<Class<?>> lists();

  /** The keys and types of the settings, for each enum of settings keys. */
  List<SettingSchema> settings();

  /** The registry (Weaver definition/2 YAML) as a resource of the catalogue's class loader. */
  String registryResource();

  /** SHA-256 of the registry, hexadecimal; travels as a resource attribute. */
  String registryHash();

  /** What vendors call the events and attributes, where the application says so. */
  default List<VendorName> vendorNames() {
    return List.of();
  }

  /**
   * Splits wire names that are joined by commas. Generated code keeps its lists this way: a list of
   * literals would soon outgrow the 64 kB of a method.
   */
  static List<String> names(String joined) {
    List<String> names = new ArrayList<>();
    int from = 0;
    while (from < joined.length()) {
      int comma = joined.indexOf(',', from);
      int to = comma < 0 ? joined.length() : comma;
      names.add(joined.substring(from, to));
      from = to + 1;
    }
    return List.copyOf(names);
  }
}
