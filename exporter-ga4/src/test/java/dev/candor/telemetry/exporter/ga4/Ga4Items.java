package dev.candor.telemetry.exporter.ga4;

import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.SourceTelemetry.Status;
import dev.candor.telemetry.exporter.EventItem;
import dev.candor.telemetry.spi.AttributeSchema;
import dev.candor.telemetry.spi.EventEncoder;
import dev.candor.telemetry.spi.EventSchema;
import dev.candor.telemetry.spi.GeneratedCatalog;
import dev.candor.telemetry.testkit.TestItems;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** Items for tests; equal arguments give equal items. */
final class Ga4Items {
  /** An installation; its id may be in no body. */
  static final String INSTALLATION = "6f2c1c9e-58ad-4c53-9f0c-3f6b8a3f5d10";

  /** A session of version 7, begun before {@link #START}. */
  static final String SESSION = "01a1ed57-7e00-7000-8000-000000000001";

  /** When everything happens. */
  static final long START = 1_795_000_000_000_000_000L;

  static final Map<String, String> RESOURCE =
      TestItems.resource("simulation", "gui", "ab".repeat(32));

  private Ga4Items() {}

  /** An instant of that name with these attributes, in the session. */
  static EventItem event(String name, Map<String, Object> attributes) {
    return event(name, START, START, attributes, RESOURCE);
  }

  static EventItem event(
      String name,
      long start,
      long end,
      Map<String, Object> attributes,
      Map<String, String> resource) {
    Map<String, Object> all = new TreeMap<>(Map.of("session.id", SESSION));
    all.putAll(attributes);
    return withoutSession(name, start, end, all, resource);
  }

  static EventItem withoutSession(
      String name,
      long start,
      long end,
      Map<String, Object> attributes,
      Map<String, String> resource) {
    String id = "%032x%016x".formatted(name.hashCode() & 0xffff_ffffL, attributes.size() + 1);
    return EventItem.of(id, name, Purpose.USAGE, start, end, Status.OK, attributes, resource);
  }

  /** One event of each schema on the class path, two seconds long, every attribute filled. */
  static Map<String, EventItem> ofEverySchema(String... catalogs) {
    List<String> wanted = List.of(catalogs);
    Map<String, EventItem> items = new LinkedHashMap<>();
    ServiceLoader.load(GeneratedCatalog.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(catalog -> wanted.contains(catalog.catalog().getSimpleName()))
        .flatMap(catalog -> catalog.encoders().stream())
        .map(EventEncoder::schema)
        .sorted(Comparator.comparing(EventSchema::name))
        .forEach(schema -> items.put(schema.name(), filled(schema)));
    return items;
  }

  private static EventItem filled(EventSchema schema) {
    Map<String, Object> attributes = new TreeMap<>();
    attributes.put("activity.outcome", "completed");
    schema.attributes().forEach(attribute -> fill(attribute, attributes));
    return event(schema.name(), START, START + 2_000_000_000L, attributes, RESOURCE);
  }

  private static void fill(AttributeSchema attribute, Map<String, Object> attributes) {
    String key = attribute.key();
    String word = attribute.values().isEmpty() ? "word" : attribute.values().get(0);
    switch (attribute.kind()) {
      case FLAG -> attributes.put(key, true);
      case INTEGER -> attributes.put(key, 7L);
      case DECIMAL -> attributes.put(key, 1.5);
      case DURATION -> attributes.put(key, 42.5);
      case CONSTANT, SETTING, TEXT -> attributes.put(key, word);
      case CONSTANTS -> attributes.put(key, String.join(",", attribute.values()));
      case HASHED -> attributes.put(key, "0123456789abcdef0123456789abcdef");
      case SETTINGS -> {
        List<String> names = attribute.values().isEmpty() ? List.of("dark") : attribute.values();
        names.forEach(name -> attributes.put(key + "." + name, true));
      }
      case ERROR -> {
        attributes.put("error.type", "java.io.IOException");
        attributes.put("app.error.language", "java");
        attributes.put("app.error.origin", "handled");
        attributes.put("app.error.count", 3L);
        attributes.put("app.error.trail", "open,move");
        attributes.put("exception.stacktrace", "java.io.IOException\n\tat lab.Main.run:12");
      }
    }
  }
}
