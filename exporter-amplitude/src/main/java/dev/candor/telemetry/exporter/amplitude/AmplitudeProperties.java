package dev.candor.telemetry.exporter.amplitude;

import dev.candor.telemetry.exporter.SpanFacts;
import dev.candor.telemetry.exporter.amplitude.AmplitudeEvents.EventRow;
import dev.candor.telemetry.exporter.amplitude.AmplitudeEvents.Form;
import dev.candor.telemetry.exporter.amplitude.AmplitudeEvents.PropertyRow;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The {@code event_properties} of one event. Our own come first and win; two attributes that would
 * get one name get two.
 */
final class AmplitudeProperties {
  /** How long the event took, in milliseconds; absent where it took no time. */
  static final String DURATION = "duration_ms";

  /** Attributes that have a field of their own. */
  static final String SESSION = "session.id";

  /** The most properties of an event. */
  static final int MOST = 1_024;

  // Readers of JSON keep numbers as doubles; beyond this they would change.
  private static final long LARGEST_EXACT = 1L << 53;

  private final Map<String, Object> properties = new LinkedHashMap<>();

  private AmplitudeProperties() {}

  static Map<String, Object> of(SpanData span, SpanFacts facts, EventRow row, Sender sender) {
    AmplitudeProperties made = new AmplitudeProperties();
    for (Sender.Row beside : Sender.BESIDE_EVERY_EVENT) {
      made.put(beside.property(), sender.properties().get(beside.attribute()));
    }
    if (facts.durationMillis() > 0) {
      made.put(DURATION, facts.durationMillis());
    }
    span.getAttributes().forEach((key, value) -> made.attribute(key.getKey(), value, row));
    return made.properties;
  }

  /** Tells whether an application may give an attribute this name. */
  static boolean fits(String name) {
    return AmplitudeTexts.own(name).equals(name)
        && !name.equalsIgnoreCase(SESSION)
        && !name.equalsIgnoreCase(DURATION)
        && Sender.BESIDE_EVERY_EVENT.stream()
            .noneMatch(beside -> name.equalsIgnoreCase(beside.property()));
  }

  private void attribute(String key, Object value, EventRow row) {
    if (key.equals(SESSION) || key.isBlank()) {
      return;
    }
    boolean listed = false;
    for (PropertyRow property : row.properties()) {
      if (property.attribute().equals(key)) {
        put(property.property(), formed(value, property.form()));
        listed = true;
      }
    }
    if (!listed) {
      put(AmplitudeTexts.own(key), value);
    }
  }

  private static Object formed(Object value, Form form) {
    if (!(value instanceof String text) || text.isEmpty()) {
      return value;
    }
    return switch (form) {
      case SAME -> text;
      case PATH -> "/" + text;
      case LIST -> List.of(text.split(",", -1));
    };
  }

  private void put(String name, @Nullable Object value) {
    Object allowed = value == null ? null : allowed(value);
    if (allowed == null || properties.size() >= MOST) {
      return;
    }
    String free = name;
    for (int number = 2; properties.containsKey(free); number++) {
      free = name + "_" + number;
    }
    properties.put(free, allowed);
  }

  /** The value as Amplitude keeps it; null for what says nothing or is no JSON. */
  private static @Nullable Object allowed(Object value) {
    if (value instanceof String text) {
      return text.isEmpty() ? null : AmplitudeTexts.cut(text);
    }
    if (value instanceof Long number) {
      boolean exact = number >= -LARGEST_EXACT && number <= LARGEST_EXACT;
      return exact ? number : String.valueOf(number);
    }
    if (value instanceof Double number) {
      return Double.isFinite(number) ? number : null;
    }
    if (value instanceof List<?> list) {
      List<Object> kept = new ArrayList<>(list.size());
      for (Object element : list) {
        Object one = allowed(element);
        if (one != null) {
          kept.add(one);
        }
      }
      return kept.isEmpty() ? null : kept;
    }
    return value instanceof Boolean ? value : null;
  }
}
