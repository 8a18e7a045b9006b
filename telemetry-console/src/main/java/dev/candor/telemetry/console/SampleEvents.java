package dev.candor.telemetry.console;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.candor.telemetry.exporter.EventItem;
import dev.candor.telemetry.exporter.ItemJson;
import dev.candor.telemetry.spi.AttributeSchema;
import dev.candor.telemetry.spi.EventEncoder;
import dev.candor.telemetry.spi.EventSchema;
import java.util.ArrayList;
import java.util.List;

/** One invented event of each built-in and Squid schema, made of the first value of each list. */
final class SampleEvents {
  private static final String WORD = "sample";
  private static final long LENGTH = 2_000_000_000L;

  private SampleEvents() {}

  /** The events, which end at {@code nowNanos}. */
  static List<EventItem> at(long nowNanos) {
    List<ObjectNode> events = new ArrayList<>();
    Runtimes.catalogs().stream()
        .flatMap(catalog -> catalog.encoders().stream())
        .map(EventEncoder::schema)
        .forEach(schema -> events.add(event(events.size() + 1, schema, nowNanos)));
    return events.stream().map(event -> (EventItem) ItemJson.read(event.toString())).toList();
  }

  private static ObjectNode event(int number, EventSchema schema, long nowNanos) {
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    event.put("kind", "event").put("id", "%032x%016x".formatted(number, number));
    event.put("name", schema.name()).put("purpose", "usage");
    event.put("start", nowNanos - LENGTH).put("end", nowNanos).put("status", "unset");
    ObjectNode attributes = event.putObject("attributes");
    // A version 7 id of the time of the sample.
    long millis = nowNanos / 1_000_000;
    attributes.put(
        "session.id", "%08x-%04x-7000-8000-000000000001".formatted(millis >>> 16, millis & 0xffff));
    schema.attributes().forEach(attribute -> fill(attribute, attributes));
    ObjectNode resource = event.putObject("resource");
    resource.put("service.name", WORD).put("service.version", "1.0.0").put("os.type", "linux");
    return event;
  }

  private static void fill(AttributeSchema attribute, ObjectNode attributes) {
    String key = attribute.key();
    String word = attribute.values().isEmpty() ? WORD : attribute.values().get(0);
    switch (attribute.kind()) {
      case FLAG -> attributes.put(key, true);
      case INTEGER -> attributes.put(key, (long) attribute.min() + 1);
      case DECIMAL, DURATION -> attributes.put(key, attribute.min() + 1.5);
      case SETTINGS -> attributes.put(key + "." + word, true);
      case HASHED -> attributes.put(key, "0".repeat(32));
      case ERROR -> attributes.put("error.type", "java.io.IOException");
      default -> attributes.put(key, word);
    }
  }
}
