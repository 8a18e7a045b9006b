package dev.candor.telemetry.exporter.amplitude;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import dev.candor.telemetry.exporter.SpanFacts;
import dev.candor.telemetry.exporter.amplitude.AmplitudeEvents.EventRow;
import dev.candor.telemetry.exporter.amplitude.AmplitudeEvents.Moment;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Turns a span into what Amplitude takes: one event, and behind the start of a session a {@code
 * $identify} with the properties of the user. Pure: equal spans give equal bytes. Any thread.
 */
final class AmplitudeMapping {
  static final String IDENTIFY = "$identify";

  /** What stands behind the item's id in the {@code insert_id} of its second event. */
  static final String SECOND = "-1";

  private static final JsonFactory JSON = new JsonFactory().setRootValueSeparator(",");
  private static final long NO_SESSION = -1;

  private final String pageEvent;

  /**
   * A mapping.
   *
   * @param pageEvent the {@code event_type} of a page view
   */
  AmplitudeMapping(String pageEvent) {
    this.pageEvent = pageEvent;
  }

  /**
   * The JSON of one or two events with a comma between them, or null if it cannot be expressed: no
   * usable id of an installation, no name, or a time before 1970.
   */
  byte @Nullable [] events(SpanData span, Sender sender) {
    SpanFacts facts = SpanFacts.of(span);
    EventRow row = AmplitudeEvents.of(span.getName());
    long time = row.moment() == Moment.END ? facts.endMillis() : facts.startMillis();
    if (!AmplitudeTexts.isId(facts.installation()) || span.getName().isBlank() || time <= 0) {
      return null;
    }
    try (ByteArrayBuilder bytes = new ByteArrayBuilder();
        JsonGenerator json = JSON.createGenerator(bytes)) {
      json.writeStartObject();
      json.writeStringField("event_type", type(row));
      head(json, facts, time, facts.itemId(), sender);
      json.writeObjectFieldStart("event_properties");
      write(json, AmplitudeProperties.of(span, facts, row, sender));
      json.writeEndObject();
      json.writeEndObject();
      if (row.identifies()) {
        identify(json, facts, time, sender);
      }
      json.flush();
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
  }

  private String type(EventRow row) {
    return row.type().equals(AmplitudeEvents.PAGE_VIEWED) ? pageEvent : row.type();
  }

  private static void identify(JsonGenerator json, SpanFacts facts, long time, Sender sender)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("event_type", IDENTIFY);
    head(json, facts, time, facts.itemId() + SECOND, sender);
    json.writeObjectFieldStart("user_properties");
    json.writeObjectFieldStart("$set");
    write(json, sender.userProperties());
    json.writeEndObject();
    json.writeObjectFieldStart("$setOnce");
    write(json, sender.firstProperties());
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void head(
      JsonGenerator json, SpanFacts facts, long time, String insertId, Sender sender)
      throws IOException {
    json.writeStringField("device_id", facts.installation());
    json.writeStringField("user_id", facts.installation());
    json.writeNumberField("time", time);
    json.writeNumberField(
        "session_id", facts.sessionMillis() > 0 ? facts.sessionMillis() : NO_SESSION);
    json.writeStringField("insert_id", insertId);
    // Amplitude resets those of these fields that one event leaves out: every event has them.
    json.writeStringField("platform", sender.platform());
    json.writeStringField("os_name", sender.platform());
    if (!sender.version().isEmpty()) {
      json.writeStringField("app_version", sender.version());
    }
    json.writeStringField("library", sender.library());
  }

  private static void write(JsonGenerator json, Map<String, Object> properties) throws IOException {
    for (Map.Entry<String, Object> property : properties.entrySet()) {
      json.writeFieldName(property.getKey());
      write(json, property.getValue());
    }
  }

  private static void write(JsonGenerator json, Object value) throws IOException {
    if (value instanceof List<?> list) {
      json.writeStartArray();
      for (Object element : list) {
        write(json, element);
      }
      json.writeEndArray();
    } else if (value instanceof Boolean flag) {
      json.writeBoolean(flag);
    } else if (value instanceof Long number) {
      json.writeNumber(number);
    } else if (value instanceof Double number) {
      json.writeNumber(number);
    } else {
      json.writeString((String) value);
    }
  }
}
