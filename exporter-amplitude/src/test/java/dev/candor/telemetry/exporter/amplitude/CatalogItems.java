package dev.candor.telemetry.exporter.amplitude;

import dev.candor.telemetry.SourceTelemetry.Status;
import dev.candor.telemetry.exporter.EventItem;
import dev.candor.telemetry.spi.AttributeSchema;
import dev.candor.telemetry.spi.EventEncoder;
import dev.candor.telemetry.spi.EventSchema;
import dev.candor.telemetry.spi.GeneratedCatalog;
import dev.candor.telemetry.testkit.TestItems;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** One item of every event of a catalogue, with a value for every attribute. */
final class CatalogItems {
  static final Map<String, String> RESOURCE =
      TestItems.resource("production", "cli", "0".repeat(64));

  /** A UUID of version 7 whose time is {@link #SESSION_MILLIS}. */
  static final String SESSION = "01a1ed1a-5c00-7000-8000-000000000000";

  static final long SESSION_MILLIS = 0x01a1ed1a5c00L;
  private static final long MILLI = 1_000_000;

  private CatalogItems() {}

  static List<EventSchema> schemas(Class<?> catalog) {
    return ServiceLoader.load(GeneratedCatalog.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(generated -> generated.catalog() == catalog)
        .flatMap(generated -> generated.encoders().stream())
        .map(EventEncoder::schema)
        .sorted(Comparator.comparing(EventSchema::name))
        .toList();
  }

  static List<EventItem> of(Class<?> catalog) {
    return schemas(catalog).stream().map(CatalogItems::item).toList();
  }

  /** An event in the session, one minute after its start and two seconds long. */
  static EventItem item(EventSchema schema) {
    TreeMap<String, Object> attributes = new TreeMap<>();
    attributes.put("session.id", SESSION);
    attributes.put("activity.outcome", "completed");
    schema.attributes().forEach(attribute -> put(attributes, attribute));
    return item(schema.name(), attributes);
  }

  static EventItem item(String name, Map<String, Object> attributes) {
    long start = (SESSION_MILLIS + 60_000) * MILLI;
    return EventItem.of(
        "0af7651916cd43dd8448eb211c80319cb7ad6b7169203331",
        name,
        dev.candor.telemetry.Purpose.USAGE,
        start,
        start + 2_000 * MILLI,
        Status.OK,
        attributes,
        RESOURCE);
  }

  private static void put(Map<String, Object> attributes, AttributeSchema attribute) {
    String key = attribute.key();
    switch (attribute.kind()) {
      case FLAG -> attributes.put(key, true);
      case INTEGER -> attributes.put(key, (long) Math.max(attribute.min(), 7));
      case DECIMAL, DURATION -> attributes.put(key, 1.5);
      case CONSTANT, SETTING -> attributes.put(key, first(attribute));
      case CONSTANTS ->
          attributes.put(
              key, String.join(",", attribute.values().stream().limit(2).sorted().toList()));
      case SETTINGS ->
          attribute.values().stream()
              .limit(2)
              .forEach(name -> attributes.put(key + "." + name, true));
      case HASHED -> attributes.put(key, "0123456789abcdef0123456789abcdef");
      case TEXT -> attributes.put(key, "some words");
      case ERROR -> {
        attributes.put("error.type", "java.lang.IllegalStateException");
        attributes.put("exception.stacktrace", "java.lang.IllegalStateException\n\tat a.B.c(B:7)");
        attributes.put(key + ".language", "java");
        attributes.put(key + ".origin", "handled");
        attributes.put(key + ".count", 1L);
        attributes.put(key + ".trail", "mode_set,move_z,mode_set");
      }
    }
  }

  private static String first(AttributeSchema attribute) {
    return attribute.values().isEmpty() ? "main" : attribute.values().get(0);
  }
}
