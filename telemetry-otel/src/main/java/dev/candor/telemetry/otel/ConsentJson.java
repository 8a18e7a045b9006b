package dev.candor.telemetry.otel;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.candor.telemetry.ConsentAnswer.Authority;
import dev.candor.telemetry.ConsentAnswer.Send;
import dev.candor.telemetry.ConsentAnswer.Switches;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.WireNames;
import java.io.IOException;
import java.io.StringWriter;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The JSON form of {@link StoredConsent}; strict, so that a damaged file is no answer. */
final class ConsentJson {
  private static final int FORMAT = 1;

  private ConsentJson() {}

  static String write(StoredConsent consent) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = Json.STRICT.createGenerator(text)) {
      json.writeStartObject();
      json.writeNumberField("format", FORMAT);
      json.writeNumberField("grant", consent.grant());
      json.writeNumberField("policy_version", consent.policyVersion());
      json.writeStringField("at", consent.at().toString());
      json.writeStringField("authority", WireNames.of(consent.authority()));
      Map<Purpose, Switches> answers = consent.answers();
      if (answers != null) {
        write(json, "answers", answers);
      }
      write(json, "in_force", consent.inForce());
      json.writeNumberField("fence", consent.fence());
      json.writeBooleanField("purged", consent.purged());
      json.writeEndObject();
    } catch (IOException e) {
      throw new IllegalStateException("a string cannot be written", e);
    }
    return text.toString();
  }

  private static void write(JsonGenerator json, String name, Map<Purpose, Switches> purposes)
      throws IOException {
    json.writeObjectFieldStart(name);
    for (Map.Entry<Purpose, Switches> one : purposes.entrySet()) {
      json.writeObjectFieldStart(WireNames.of(one.getKey()));
      json.writeBooleanField("keep", one.getValue().keep());
      json.writeStringField("send", WireNames.of(one.getValue().send()));
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  /**
   * Reads the form.
   *
   * @throws IOException if it is anything else
   */
  static StoredConsent read(String text) throws IOException {
    try (JsonParser json = Json.STRICT.createParser(text)) {
      require(json.nextToken() == JsonToken.START_OBJECT);
      StoredConsent consent = new Reader(json).read();
      require(json.nextToken() == null);
      return consent;
    } catch (DateTimeException | IllegalArgumentException e) {
      throw new IOException("not a consent file", e);
    }
  }

  private static void require(boolean condition) throws IOException {
    if (!condition) {
      throw new IOException("not a consent file");
    }
  }

  /** Collects the fields. */
  private static final class Reader {
    private final JsonParser json;
    private long format;
    private long grant;
    private long fence;
    private int policyVersion;
    private boolean purged;
    private @Nullable Instant at;
    private @Nullable Authority authority;
    private @Nullable Map<Purpose, Switches> answers;
    private @Nullable Map<Purpose, Switches> inForce;

    Reader(JsonParser json) {
      this.json = json;
    }

    StoredConsent read() throws IOException {
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String field = json.currentName();
        json.nextToken();
        field(field);
      }
      require(json.currentToken() == JsonToken.END_OBJECT);
      Instant when = at;
      Authority who = authority;
      Map<Purpose, Switches> force = inForce;
      if (format != FORMAT || grant < 0 || when == null || who == null || force == null) {
        throw new IOException("not a consent file");
      }
      return new StoredConsent(grant, policyVersion, when, who, answers, force, fence, purged);
    }

    private void field(String field) throws IOException {
      switch (field) {
        case "format" -> format = json.getLongValue();
        case "grant" -> grant = json.getLongValue();
        case "fence" -> fence = json.getLongValue();
        case "policy_version" -> policyVersion = json.getIntValue();
        case "purged" -> purged = json.getBooleanValue();
        case "at" -> at = Instant.parse(json.getText());
        case "authority" -> authority = constant(Authority.class, json.getText());
        case "answers" -> answers = purposes();
        case "in_force" -> inForce = purposes();
        default -> require(false);
      }
    }

    private Map<Purpose, Switches> purposes() throws IOException {
      require(json.currentToken() == JsonToken.START_OBJECT);
      EnumMap<Purpose, Switches> purposes = new EnumMap<>(Purpose.class);
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        Purpose purpose = constant(Purpose.class, json.currentName());
        json.nextToken();
        purposes.put(purpose, switches());
      }
      require(json.currentToken() == JsonToken.END_OBJECT);
      return purposes;
    }

    private Switches switches() throws IOException {
      require(json.currentToken() == JsonToken.START_OBJECT);
      Boolean keep = null;
      Send send = null;
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String field = json.currentName();
        json.nextToken();
        if (field.equals("keep")) {
          keep = json.getBooleanValue();
        } else {
          require(field.equals("send"));
          send = constant(Send.class, json.getText());
        }
      }
      if (keep == null || send == null) {
        throw new IOException("not a consent file");
      }
      return new Switches(keep, send);
    }

    private static <T extends Enum<T>> T constant(Class<T> type, String name) throws IOException {
      for (T constant : type.getEnumConstants()) {
        if (WireNames.of(constant).equals(name)) {
          return constant;
        }
      }
      throw new IOException("not a consent file");
    }
  }
}
