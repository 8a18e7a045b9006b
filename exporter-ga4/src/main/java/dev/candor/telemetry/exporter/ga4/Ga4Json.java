package dev.candor.telemetry.exporter.ga4;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.resources.Resource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes bodies. Pure; equal input gives equal bytes on every Java. */
final class Ga4Json {
  /** What closes a body. */
  static final String TAIL = "]}";

  // The fast writer is Jackson's own, so that doubles look alike on all Java versions.
  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER).build();

  private static final AttributeKey<String> SYSTEM = AttributeKey.stringKey("os.type");

  private Ga4Json() {}

  /** Returns a body up to its list of events: who reports, and that nothing is for advertising. */
  static String head(Resource resource, String installation) {
    byte[] head =
        written(
            json -> {
              json.writeStartObject();
              json.writeStringField("client_id", clientId(installation));
              json.writeBooleanField("non_personalized_ads", true);
              json.writeObjectFieldStart("consent");
              json.writeStringField("ad_user_data", "DENIED");
              json.writeStringField("ad_personalization", "DENIED");
              json.writeEndObject();
              device(json, resource.getAttribute(SYSTEM));
              properties(json, resource);
              json.writeArrayFieldStart("events");
            });
    return new String(head, StandardCharsets.UTF_8);
  }

  /** Returns one event. */
  static byte[] event(Ga4Event event) {
    return written(
        json -> {
          json.writeStartObject();
          json.writeStringField("name", event.name());
          json.writeNumberField("timestamp_micros", event.timestampMicros());
          json.writeObjectFieldStart("params");
          for (Map.Entry<String, Object> param : event.params().entrySet()) {
            json.writeFieldName(param.getKey());
            if (param.getValue() instanceof Long whole) {
              json.writeNumber(whole);
            } else if (param.getValue() instanceof Double number) {
              json.writeNumber(number);
            } else {
              json.writeString((String) param.getValue());
            }
          }
          json.writeEndObject();
          json.writeEndObject();
        });
  }

  /**
   * Two positive numbers, as Google's own ids are. Made of the installation's id, which cannot be
   * found again from them; the same for as long as that lives, so that a deletion can name it.
   */
  static String clientId(String installation) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(("candor/ga4/client\0" + installation).getBytes(StandardCharsets.UTF_8));
      return number(hash, 0) + "." + number(hash, 4);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static long number(byte[] hash, int at) {
    long number = 0;
    for (int i = at; i < at + 4; i++) {
      number = number << 8 | (hash[i] & 0xff);
    }
    return Math.max(1, number & 0x7fff_ffffL);
  }

  private static void device(JsonGenerator json, @Nullable String type) throws IOException {
    String system = type == null ? null : Ga4Table.SYSTEMS.get(type);
    if (system != null) {
      json.writeObjectFieldStart("device");
      json.writeStringField("operating_system", system);
      json.writeEndObject();
    }
  }

  private static void properties(JsonGenerator json, Resource resource) throws IOException {
    Map<String, String> properties = new LinkedHashMap<>();
    Ga4Table.USER_PROPERTIES.forEach(
        (key, name) -> {
          String value = resource.getAttribute(AttributeKey.stringKey(key));
          String whole = value == null ? null : Ga4Values.text(value, Integer.MAX_VALUE);
          // Half a version is another version: what is too long is left out, not cut.
          if (whole != null && whole.length() <= Ga4Limits.PROPERTY_VALUE) {
            properties.put(name, whole);
          }
        });
    if (properties.isEmpty()) {
      return;
    }
    json.writeObjectFieldStart("user_properties");
    for (Map.Entry<String, String> property : properties.entrySet()) {
      json.writeObjectFieldStart(property.getKey());
      json.writeStringField("value", property.getValue());
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private static byte[] written(Writing writing) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    try {
      JsonGenerator json = JSON.createGenerator(bytes);
      // A head stays open: its events follow.
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_JSON_CONTENT);
      writing.to(json);
      json.close();
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
    return bytes.toByteArray();
  }

  /** Writes a part of a body. */
  @FunctionalInterface
  private interface Writing {
    void to(JsonGenerator json) throws IOException;
  }
}
