package dev.candor.telemetry.testkit;

import dev.candor.telemetry.CandorEvents;
import dev.candor.telemetry.Event;
import dev.candor.telemetry.spi.EventEncoder;
import dev.candor.telemetry.spi.EventSchema;
import dev.candor.telemetry.spi.GeneratedCatalog;
import dev.candor.telemetry.spi.NamedIndex;
import dev.candor.telemetry.spi.SettingSchema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the catalogues of an application declare. Immutable. */
final class CatalogIndex {
  private final Map<Class<?>, EventEncoder<?>> encoders = new HashMap<>();
  private final Set<Class<?>> lists = new HashSet<>();
  private final Map<Enum<?>, SettingSchema> settings = new HashMap<>();
  private final List<EventSchema> schemas = new ArrayList<>();

  private CatalogIndex() {}

  static CatalogIndex of(List<Class<?>> catalogs) {
    CatalogIndex index = new CatalogIndex();
    index.add(find(CandorEvents.class));
    for (Class<?> catalog : catalogs) {
      if (catalog != CandorEvents.class) {
        GeneratedCatalog generated = find(catalog);
        index.add(generated);
        generated.encoders().forEach(encoder -> index.schemas.add(encoder.schema()));
      }
    }
    return index;
  }

  /** What the catalogues list, by name. */
  NamedIndex named() {
    return new NamedIndex(encoders.values(), lists);
  }

  /** Returns an encoder, or reports the misuse. */
  @SuppressWarnings("unchecked") // the map holds each encoder under its own type
  <E extends Event> EventEncoder<E> encoder(Class<E> type, Recordings recordings) {
    EventEncoder<?> encoder = encoders.get(type);
    if (encoder == null) {
      throw recordings.misuse("no catalogue of this recorder lists " + type.getSimpleName());
    }
    return (EventEncoder<E>) encoder;
  }

  /** Reports the misuse of a constant that no catalogue lists. */
  void requireListed(Object constant, Recordings recordings) {
    if (!(constant instanceof Enum<?> listed) || !lists.contains(listed.getDeclaringClass())) {
      throw recordings.misuse(
          "no catalogue of this recorder lists " + constant.getClass().getSimpleName());
    }
  }

  @Nullable SettingSchema setting(Enum<?> key) {
    return settings.get(key);
  }

  /** The application's own events, in the order of its catalogues. */
  List<EventSchema> schemas() {
    return List.copyOf(schemas);
  }

  private void add(GeneratedCatalog catalog) {
    catalog.encoders().forEach(encoder -> encoders.put(encoder.type(), encoder));
    lists.addAll(catalog.lists());
    catalog.settings().forEach(setting -> settings.put(setting.key(), setting));
  }

  private static GeneratedCatalog find(Class<?> catalog) {
    for (ServiceLoader.Provider<GeneratedCatalog> provider :
        ServiceLoader.load(GeneratedCatalog.class, catalog.getClassLoader()).stream().toList()) {
      GeneratedCatalog generated = provider.get();
      if (generated.catalog() == catalog) {
        return generated;
      }
    }
    throw new AssertionError(
        "nothing was generated for "
            + catalog.getName()
            + ": annotate it with @EventCatalog, name telemetry-processor in the"
            + " annotationProcessorPaths of maven-compiler-plugin, and in a named module add"
            + " 'provides "
            + GeneratedCatalog.class.getName()
            + " with "
            + catalog.getSimpleName()
            + "_Catalog;'");
  }
}
