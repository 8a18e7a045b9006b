package mixpanel;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.candor.telemetry.exporter.SpanFacts;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** One event as Mixpanel's import wants it. */
final class MixpanelMapping {
  private static final JsonFactory JSON = new JsonFactory();
  private static final int INSERT_ID = 36;

  private MixpanelMapping() {}

  // region: mapping
  static byte[] json(SpanData span) {
    SpanFacts facts = SpanFacts.of(span);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      json.writeStartObject();
      json.writeStringField("event", span.getName());
      json.writeObjectFieldStart("properties");
      json.writeNumberField("time", facts.startMillis());
      json.writeStringField("$insert_id", insertId(facts.itemId()));
      json.writeStringField(
          "distinct_id", facts.installation() == null ? "" : facts.installation());
      json.writeNumberField("duration_ms", facts.durationMillis());
      String version = span.getResource().getAttribute(AttributeKey.stringKey("service.version"));
      json.writeStringField("$app_version_string", version == null ? "" : version);
      span.getAttributes().forEach((key, value) -> write(json, key.getKey(), value));
      json.writeEndObject();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e); // writing to memory does not fail
    }
    return bytes.toByteArray();
  }

  /** Mixpanel takes 36 characters of letters, digits and dashes: the trace id and a bit. */
  static String insertId(String itemId) {
    return itemId.substring(0, INSERT_ID);
  }

  // endregion

  private static void write(JsonGenerator json, String key, Object value) {
    try {
      json.writeObjectField(key, value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
