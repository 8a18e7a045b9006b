package dev.candor.telemetry.exporter.ga4;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.candor.telemetry.exporter.Check;
import dev.candor.telemetry.exporter.HttpAnswer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What Google's debug address says of one body. It records nothing, and does not look at the
 * secret.
 *
 * @param status the HTTP status, or 0 if no answer came
 * @param readable whether the answer was one of the debug address
 * @param messages what is wrong with the body, in Google's words
 */
public record Ga4Verdict(int status, boolean readable, List<Message> messages) {
  private static final JsonFactory JSON = new JsonFactory();

  /** Copies the list. */
  public Ga4Verdict {
    messages = List.copyOf(messages);
  }

  /** Tells whether Google found nothing wrong. */
  public boolean valid() {
    return status / 100 == 2 && readable && messages.isEmpty();
  }

  /** No answer came. */
  static Ga4Verdict none() {
    return new Ga4Verdict(0, /* readable= */ false, List.of());
  }

  static Ga4Verdict of(HttpAnswer answer) {
    List<Message> messages = new ArrayList<>();
    boolean readable = false;
    try (JsonParser json = JSON.createParser(answer.body())) {
      readable = json.nextToken() == JsonToken.START_OBJECT && read(json, messages);
    } catch (IOException e) {
      // Not Google's words; the status is all that is known.
    }
    return new Ga4Verdict(answer.status(), readable, messages);
  }

  /** What an answer to a body without fault means. */
  static Check check(HttpAnswer answer) {
    Ga4Verdict verdict = of(answer);
    if (verdict.valid()) {
      return Check.ok(answer, "the debug address takes it; nothing at Google looks at the secret");
    }
    Check check = Check.of(answer);
    return check.result() == Check.Result.OK
        ? Check.refused(
            answer,
            verdict.readable()
                ? "the debug address finds fault with what it should take"
                : "this is not Google's answer: the base address is not right")
        : check;
  }

  private static boolean read(JsonParser json, List<Message> messages) throws IOException {
    boolean found = false;
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      boolean isList =
          json.currentName().equals("validationMessages")
              && json.nextToken() == JsonToken.START_ARRAY;
      if (!isList) {
        skip(json);
        continue;
      }
      found = true;
      while (json.nextToken() == JsonToken.START_OBJECT) {
        messages.add(message(json));
      }
    }
    return found;
  }

  private static Message message(JsonParser json) throws IOException {
    Map<String, String> fields = new TreeMap<>();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      json.nextToken();
      if (json.currentToken().isScalarValue()) {
        fields.put(name, json.getText());
      } else {
        json.skipChildren();
      }
    }
    return new Message(
        fields.getOrDefault("validationCode", ""),
        fields.getOrDefault("fieldPath", ""),
        fields.getOrDefault("description", ""));
  }

  private static void skip(JsonParser json) throws IOException {
    @Nullable JsonToken token = json.currentToken();
    if (token == JsonToken.FIELD_NAME) {
      json.nextToken();
    }
    json.skipChildren();
  }

  /** Shows no word of Google's: it may quote what it was asked about. */
  @Override
  public String toString() {
    return "Ga4Verdict[" + status + ", " + messages.size() + " messages]";
  }

  /**
   * One message.
   *
   * @param code such as {@code NAME_RESERVED}
   * @param field where in the body
   * @param description in words; may quote the body
   */
  public record Message(String code, String field, String description) {
    /** Shows no word of Google's. */
    @Override
    public String toString() {
      return "Message";
    }
  }
}
