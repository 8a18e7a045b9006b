package dev.candor.telemetry.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.candor.telemetry.exporter.EventItem;
import dev.candor.telemetry.exporter.ItemJson;
import dev.candor.telemetry.registry.Registry;
import dev.candor.telemetry.registry.SignalRule;
import dev.candor.telemetry.scrub.Carrier;
import dev.candor.telemetry.scrub.KnownValues;
import dev.candor.telemetry.scrub.Sanitizer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads registered events from a file: OTLP/JSON, or items as {@code candor squid replay --print}
 * writes them. What no registry lists is left out and counted, texts pass the sanitizer, and the
 * last event ends now. One use, one thread.
 */
final class EventFile {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SESSION = "session.id";

  private final Map<String, SignalRule> spans = new TreeMap<>();
  private final Set<String> resourceKeys;
  private final Sanitizer sanitizer;
  private final List<ObjectNode> events = new ArrayList<>();
  private int leftOut;

  EventFile(Registry registry, Shell shell) {
    registry.spans().forEach(span -> spans.put(span.name(), span));
    this.resourceKeys =
        registry.spanResource().stream().map(rule -> rule.key()).collect(Collectors.toSet());
    Map<String, String> properties =
        System.getProperties().stringPropertyNames().stream()
            .collect(Collectors.toMap(name -> name, name -> System.getProperty(name, "")));
    this.sanitizer = Sanitizer.create(KnownValues.ofThisMachine(properties, shell.environment()));
  }

  /** Events and values that no registry lists. */
  int leftOut() {
    return leftOut;
  }

  /** The events, the last of which ends at {@code nowNanos}. */
  List<EventItem> read(Path file, long nowNanos) {
    try (MappingIterator<JsonNode> values =
        JSON.readerFor(JsonNode.class).readValues(file.toFile())) {
      while (values.hasNextValue()) {
        take(values.nextValue());
      }
    } catch (JsonProcessingException e) {
      throw CommandFailure.failed(
          "line "
              + (e.getLocation() == null ? 0 : e.getLocation().getLineNr())
              + ": must be JSON: items or OTLP/JSON traces");
    } catch (IOException e) {
      throw new CommandFailure(ExitCode.USAGE, "no such file: give items or OTLP/JSON traces");
    }
    return items(events, nowNanos);
  }

  /** Makes items whose last ends at {@code nowNanos}. */
  static List<EventItem> items(List<ObjectNode> events, long nowNanos) {
    long last = events.stream().mapToLong(event -> event.path("end").asLong()).max().orElse(0);
    List<EventItem> items = new ArrayList<>();
    for (ObjectNode event : events) {
      event.put("start", Math.max(1, event.path("start").asLong() + nowNanos - last));
      event.put("end", Math.max(1, event.path("end").asLong() + nowNanos - last));
      items.add((EventItem) ItemJson.read(event.toString()));
    }
    return items;
  }

  /** An event's canonical form, with room for its attributes and resource. */
  static ObjectNode event(int number, String name, long start, long end) {
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    event.put("kind", "event").put("id", "%032x%016x".formatted(number, number)).put("name", name);
    event.put("purpose", "usage").put("start", start).put("end", Math.max(start, end));
    event.put("status", "unset");
    event.putObject("attributes");
    event.putObject("resource");
    return event;
  }

  private void take(JsonNode value) {
    if (value.has("resourceSpans")) {
      for (JsonNode group : value.path("resourceSpans")) {
        JsonNode resource = flat(group.path("resource").path("attributes"));
        for (JsonNode scope : group.path("scopeSpans")) {
          for (JsonNode span : scope.path("spans")) {
            add(
                span.path("name").asText(),
                span.path("startTimeUnixNano").asLong(),
                span.path("endTimeUnixNano").asLong(),
                flat(span.path("attributes")),
                resource);
          }
        }
      }
    } else if (value.path("kind").asText().equals("event")) {
      add(
          value.path("name").asText(),
          value.path("start").asLong(),
          value.path("end").asLong(),
          value.path("attributes"),
          value.path("resource"));
    } else {
      leftOut++;
    }
  }

  private void add(String name, long start, long end, JsonNode attributes, JsonNode resource) {
    SignalRule rule = spans.get(name);
    if (rule == null) {
      leftOut++;
      return;
    }
    ObjectNode event = event(events.size() + 1, name, start, end);
    copy(attributes, rule.attributes(), (ObjectNode) event.path("attributes"));
    copy(resource, resourceKeys, (ObjectNode) event.path("resource"));
    events.add(event);
  }

  private void copy(JsonNode from, Set<String> allowed, ObjectNode to) {
    from.properties()
        .forEach(
            field -> {
              JsonNode value = scrubbed(field.getKey(), field.getValue());
              if (value == null || !allowed.contains(field.getKey())) {
                leftOut++;
              } else {
                to.set(field.getKey(), value);
              }
            });
  }

  private @Nullable JsonNode scrubbed(String key, JsonNode value) {
    if (!value.isTextual()) {
      boolean fits = value.isBoolean() || value.isDouble() || value.canConvertToLong();
      return fits && value.isValueNode() && !value.isNull() ? value : null;
    }
    // Only a number made of it leaves.
    return key.equals(SESSION)
        ? value
        : JsonNodeFactory.instance.textNode(
            sanitizer.sanitize(key, value.asText(), Carrier.ATTRIBUTE_VALUE));
  }

  private static ObjectNode flat(JsonNode list) {
    ObjectNode flat = JsonNodeFactory.instance.objectNode();
    for (JsonNode attribute : list) {
      JsonNode value = attribute.path("value");
      String key = attribute.path("key").asText();
      if (value.has("boolValue")) {
        flat.put(key, value.path("boolValue").asBoolean());
      } else if (value.has("intValue")) {
        flat.put(key, value.path("intValue").asLong());
      } else if (value.has("doubleValue")) {
        flat.put(key, value.path("doubleValue").asDouble());
      } else {
        flat.put(key, value.path("stringValue").asText());
      }
    }
    return flat;
  }
}
