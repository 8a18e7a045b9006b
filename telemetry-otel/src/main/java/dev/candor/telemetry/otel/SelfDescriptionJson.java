package dev.candor.telemetry.otel;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.candor.telemetry.SelfDescription;
import java.io.IOException;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The JSON form of a {@link SelfDescription}; strict, and without what was not given. */
final class SelfDescriptionJson {
  private static final int FORMAT = 1;
  private static final Set<String> TEXTS = Set.of("instrument", "institution", "lab", "location");

  private SelfDescriptionJson() {}

  static String write(SelfDescription description) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = Json.STRICT.createGenerator(text)) {
      json.writeStartObject();
      json.writeNumberField("format", FORMAT);
      write(json, "instrument", description.instrument());
      write(json, "institution", description.institution());
      write(json, "lab", description.lab());
      write(json, "location", description.location());
      json.writeArrayFieldStart("destinations");
      for (String name : new TreeSet<>(description.destinations())) {
        json.writeString(name);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    return text.toString();
  }

  private static void write(JsonGenerator json, String field, @Nullable String value)
      throws IOException {
    if (value != null) {
      json.writeStringField(field, value);
    }
  }

  /**
   * Reads the form.
   *
   * @throws IOException if it is anything else
   */
  static SelfDescription read(String text) throws IOException {
    try (JsonParser json = Json.STRICT.createParser(text)) {
      require(json.nextToken() == JsonToken.START_OBJECT);
      SelfDescription description = fields(json);
      require(json.nextToken() == null);
      return description;
    } catch (IllegalArgumentException e) {
      throw new IOException("not a self-description", e);
    }
  }

  private static SelfDescription fields(JsonParser json) throws IOException {
    Map<String, String> texts = new HashMap<>();
    Set<String> destinations = new HashSet<>();
    int format = 0;
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String field = json.currentName();
      JsonToken value = json.nextToken();
      if (TEXTS.contains(field)) {
        require(value == JsonToken.VALUE_STRING);
        texts.put(field, json.getText());
      } else if (field.equals("destinations")) {
        require(value == JsonToken.START_ARRAY);
        while (json.nextToken() == JsonToken.VALUE_STRING) {
          destinations.add(json.getText());
        }
        require(json.currentToken() == JsonToken.END_ARRAY);
      } else {
        require(field.equals("format"));
        format = json.getIntValue();
      }
    }
    require(json.currentToken() == JsonToken.END_OBJECT && format == FORMAT);
    return new SelfDescription(
        texts.get("instrument"),
        texts.get("institution"),
        texts.get("lab"),
        texts.get("location"),
        destinations);
  }

  private static void require(boolean condition) throws IOException {
    if (!condition) {
      throw new IOException("not a self-description");
    }
  }
}
