package dev.candor.telemetry.otel;

import dev.candor.telemetry.Event;
import dev.candor.telemetry.VendorName;
import dev.candor.telemetry.spi.EventEncoder;
import dev.candor.telemetry.spi.EventSchema;
import dev.candor.telemetry.spi.GeneratedCatalog;
import dev.candor.telemetry.spi.SettingSchema;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Everything the catalogues list; what is not here cannot be recorded. Immutable. */
final class Vocabulary {
  private final Map<Class<?>, Word<?>> words = new HashMap<>();
  private final Set<Class<?>> lists = new HashSet<>();
  private final Map<Enum<?>, SettingSchema> settings = new HashMap<>();
  private final List<EventSchema> schemas;
  private final List<String> packages;
  private final List<VendorName> vendorNames;

  Vocabulary(List<GeneratedCatalog> catalogs) {
    for (GeneratedCatalog catalog : catalogs) {
      String hash = catalog.registryHash();
      catalog.encoders().forEach(encoder -> words.put(encoder.type(), new Word<>(encoder, hash)));
      lists.addAll(catalog.lists());
      catalog.settings().forEach(setting -> settings.put(setting.key(), setting));
    }
    schemas =
        catalogs.stream()
            .flatMap(catalog -> catalog.encoders().stream())
            .<EventSchema>map(EventEncoder::schema)
            .toList();
    vendorNames = catalogs.stream().flatMap(catalog -> catalog.vendorNames().stream()).toList();
    packages =
        catalogs.stream()
            .map(catalog -> root(catalog.catalog().getPackageName()))
            .filter(name -> !name.equals("dev.candor"))
            .distinct()
            .toList();
  }

  /** All events, in no order. */
  Collection<Word<?>> words() {
    return words.values();
  }

  /** The closed lists: enums of features, pages, crumbs and settings keys. */
  Set<Class<?>> lists() {
    return lists;
  }

  /** Without a catalogue. */
  static Vocabulary none() {
    return new Vocabulary(List.of());
  }

  /** What every event declares, in the order of the catalogues. */
  List<EventSchema> schemas() {
    return schemas;
  }

  /** The packages of the application: the first two parts of each catalogue's package. */
  List<String> packages() {
    return packages;
  }

  /** What vendors call events and attributes, in the order of the catalogues. */
  List<VendorName> vendorNames() {
    return vendorNames;
  }

  private static String root(String name) {
    int first = name.indexOf('.');
    int second = first < 0 ? -1 : name.indexOf('.', first + 1);
    return second < 0 ? name : name.substring(0, second);
  }

  /** The event of a record's class, or null. */
  @Nullable Word<?> word(@Nullable Class<?> type) {
    return type == null ? null : words.get(type);
  }

  /** Tells whether a catalogue lists the enum of a constant. */
  boolean lists(Enum<?> constant) {
    return lists.contains(constant.getDeclaringClass());
  }

  /** What a settings key declares, or null. */
  @Nullable SettingSchema setting(Enum<?> key) {
    return settings.get(key);
  }

  /** One event: its encoder, and the hash of the registry it stands in. */
  record Word<E extends Event>(EventEncoder<E> encoder, String registryHash) {
    /** Hands the components to a sink. */
    void encode(Event event, dev.candor.telemetry.spi.AttributeSink sink) {
      encoder.encode(encoder.type().cast(event), sink);
    }
  }
}
