package dev.candor.telemetry.exporter.amplitude;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What Amplitude says in the body of an answer. Of its texts only this is kept: whether one speaks
 * of the key, and names that stood in our own request.
 */
final class AmplitudeReply {
  private static final JsonFactory JSON = new JsonFactory();
  private static final String API_KEY = "api_key";

  /** Digits of a number that may be a place; longer ones are times and sizes. */
  private static final int LONGEST_INDEX = 9;

  private long code;
  private long ingested = -1;
  private boolean speaksOfTheKey;
  private boolean missesAField;
  private final Map<String, Set<Integer>> indexes = new LinkedHashMap<>();
  private final Map<String, Set<String>> ids = new LinkedHashMap<>();

  private AmplitudeReply() {}

  /** Reads it; null if it is not a JSON object. */
  static @Nullable AmplitudeReply read(byte[] body) {
    AmplitudeReply reply = new AmplitudeReply();
    try (JsonParser json = JSON.createParser(body)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        return null;
      }
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String field = json.currentName();
        json.nextToken();
        reply.field(field, json);
      }
      return json.currentToken() == JsonToken.END_OBJECT ? reply : null;
    } catch (IOException e) {
      return null;
    }
  }

  /** The status within the body, or 0. */
  long code() {
    return code;
  }

  /** How many events it took, or -1 if it does not say. */
  long ingested() {
    return ingested;
  }

  /** Whether the key is the reason. */
  boolean refusesTheKey() {
    return speaksOfTheKey;
  }

  /** Whether the request as a whole lacks a field. */
  boolean missesAField() {
    return missesAField;
  }

  /** Places of events in the request that this field names. */
  Set<Integer> indexes(String field) {
    return indexes.getOrDefault(field, Set.of());
  }

  /** Ids of devices or users that this field names. */
  Set<String> ids(String field) {
    return ids.getOrDefault(field, Set.of());
  }

  private void field(String field, JsonParser json) throws IOException {
    switch (field) {
      case "code" -> code = json.getValueAsLong(0);
      case "events_ingested" -> ingested = json.getValueAsLong(-1);
      case "error" -> speaksOfTheKey |= isOfTheKey(json.getValueAsString(""));
      case "missing_field" -> {
        String missing = json.getValueAsString("");
        speaksOfTheKey |= missing.equals(API_KEY);
        missesAField = !missing.isEmpty();
      }
      default -> collect(field, json);
    }
    if (field.equals("code") || field.equals("error")) {
      json.skipChildren();
    }
  }

  private static boolean isOfTheKey(String error) {
    return error.toLowerCase(Locale.ROOT).startsWith("invalid api key");
  }

  /** Takes all whole numbers and texts below a field: lists of places, or ids as keys or values. */
  private void collect(String field, JsonParser json) throws IOException {
    int depth = 0;
    do {
      JsonToken token = json.currentToken();
      if (token == null) {
        throw new IOException("the answer ends too early");
      } else if (token.isStructStart()) {
        depth++;
      } else if (token.isStructEnd()) {
        depth--;
      } else if (token == JsonToken.FIELD_NAME) {
        ids.computeIfAbsent(field, key -> new LinkedHashSet<>()).add(json.currentName());
      } else if (token == JsonToken.VALUE_STRING) {
        ids.computeIfAbsent(field, key -> new LinkedHashSet<>()).add(json.getText());
      } else if (token == JsonToken.VALUE_NUMBER_INT && json.getTextLength() <= LONGEST_INDEX) {
        indexes.computeIfAbsent(field, key -> new LinkedHashSet<>()).add(json.getIntValue());
      }
    } while (depth > 0 && json.nextToken() != null);
    if (depth > 0) {
      throw new IOException("the answer ends too early");
    }
  }
}
