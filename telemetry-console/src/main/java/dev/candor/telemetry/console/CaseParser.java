package dev.candor.telemetry.console;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.candor.telemetry.scrub.Carrier;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads one case from one line: {@code {"id","carrier","key","text"}}. Other fields are skipped
 * unread. A fault names the rule and nothing of the line.
 */
final class CaseParser {
  private static final int MAX_ID = 200;
  private static final String BYTE_ORDER_MARK = "\ufeff";
  private static final Map<String, Carrier> CARRIERS = carriers();

  /** Other fields may hold anything that fits in a line. */
  private static final StreamReadConstraints NO_LIMITS =
      StreamReadConstraints.builder()
          .maxNestingDepth(CorpusLines.MAX_LINE)
          .maxNumberLength(CorpusLines.MAX_LINE)
          .maxNameLength(CorpusLines.MAX_LINE)
          .maxStringLength(CorpusLines.MAX_LINE)
          .build();

  private final JsonFactory json = JsonFactory.builder().streamReadConstraints(NO_LIMITS).build();
  private @Nullable String id;
  private @Nullable Carrier carrier;
  private @Nullable String key;
  private @Nullable String text;

  /** The case that a line holds. */
  CorpusCase parse(byte[] line) throws CaseFault {
    id = null;
    carrier = null;
    key = null;
    text = null;
    try (JsonParser parser = json.createParser(decoded(line))) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new CaseFault("must hold one JSON object");
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        field(parser);
      }
      if (parser.nextToken() != null) {
        throw new CaseFault("must hold one JSON object and nothing else");
      }
    } catch (JacksonException broken) {
      throw new CaseFault("must hold one JSON object");
    } catch (IOException e) {
      throw new IllegalStateException("reading from memory failed", e);
    }
    return new CorpusCase(
        present(id, "id"), present(carrier, "carrier"), present(key, "key"), present(text, "text"));
  }

  private void field(JsonParser parser) throws IOException, CaseFault {
    String field = parser.currentName();
    JsonToken token = parser.nextToken();
    switch (field) {
      case "id" -> id = once(id, id(parser, token), field);
      case "carrier" -> {
        Carrier named = CARRIERS.get(string(parser, token, field));
        if (named == null) {
          throw new CaseFault("'carrier' must be one of " + String.join(", ", CARRIERS.keySet()));
        }
        carrier = once(carrier, named, field);
      }
      case "key" ->
          key = once(key, token == JsonToken.VALUE_NULL ? "" : string(parser, token, field), field);
      case "text" -> text = once(text, string(parser, token, field), field);
      default -> parser.skipChildren();
    }
  }

  private static String id(JsonParser parser, JsonToken token) throws IOException, CaseFault {
    boolean number = token == JsonToken.VALUE_NUMBER_INT;
    if ((!number && token != JsonToken.VALUE_STRING)
        || parser.getTextLength() == 0
        || parser.getTextLength() > MAX_ID) {
      throw new CaseFault(
          "'id' must be a text of 1 to " + MAX_ID + " characters or a whole number");
    }
    return number ? parser.getText() : CaseWriter.quoted(string(parser, token, "id"));
  }

  private static String string(JsonParser parser, JsonToken token, String field)
      throws IOException, CaseFault {
    if (token != JsonToken.VALUE_STRING) {
      throw new CaseFault("'" + field + "' must be a text");
    }
    String value = parser.getText();
    if (hasHalfPair(value)) {
      throw new CaseFault("'" + field + "' holds half of a surrogate pair");
    }
    return value;
  }

  private static <T> T once(@Nullable T known, T value, String field) throws CaseFault {
    if (known != null) {
      throw new CaseFault("'" + field + "' stands twice");
    }
    return value;
  }

  private static <T> T present(@Nullable T value, String field) throws CaseFault {
    if (value == null) {
      throw new CaseFault("'" + field + "' is missing");
    }
    return value;
  }

  private static boolean hasHalfPair(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (Character.isSurrogate(c)) {
        boolean pair =
            Character.isHighSurrogate(c)
                && i + 1 < value.length()
                && Character.isLowSurrogate(value.charAt(i + 1));
        if (!pair) {
          return true;
        }
        i++;
      }
    }
    return false;
  }

  private static String decoded(byte[] line) throws CaseFault {
    try {
      // Reports what is malformed; Jackson's own decoder lets some of it pass.
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line)).toString();
      return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new CaseFault("must be UTF-8");
    }
  }

  private static Map<String, Carrier> carriers() {
    Map<String, Carrier> carriers = new LinkedHashMap<>();
    for (Carrier carrier : Carrier.values()) {
      carriers.put(CorpusCase.word(carrier), carrier);
    }
    return carriers;
  }
}
