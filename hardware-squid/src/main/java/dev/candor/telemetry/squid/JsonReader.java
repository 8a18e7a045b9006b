package dev.candor.telemetry.squid;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads JSON; one document, no repeated keys. */
final class JsonReader {
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          // Keys come from files that others wrote; keep none of them beyond the file.
          .configure(JsonFactory.Feature.INTERN_FIELD_NAMES, false)
          .configure(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES, false)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(ConfigReader.MAX_DEPTH)
                  .maxStringLength(ConfigReader.MAX_BYTES)
                  .build())
          .build();

  private final JsonParser parser;
  private int count;

  private JsonReader(JsonParser parser) {
    this.parser = parser;
  }

  static Value parse(String text) throws UnreadableException {
    try (JsonParser parser = FACTORY.createParser(text)) {
      parser.nextToken();
      Value value = new JsonReader(parser).value();
      if (parser.nextToken() != null) {
        throw new UnreadableException(UnreadableReason.SYNTAX);
      }
      return value;
    } catch (StreamConstraintsException e) {
      throw new UnreadableException(UnreadableReason.TOO_DEEP);
    } catch (JsonParseException e) {
      String message = e.getOriginalMessage();
      boolean duplicate = message != null && message.startsWith("Duplicate field");
      throw new UnreadableException(
          duplicate ? UnreadableReason.DUPLICATE_KEY : UnreadableReason.SYNTAX);
    } catch (IOException e) {
      throw new UnreadableException(UnreadableReason.SYNTAX);
    }
  }

  private Value value() throws IOException, UnreadableException {
    if (++count > ConfigReader.MAX_VALUES) {
      throw new UnreadableException(UnreadableReason.TOO_MANY_VALUES);
    }
    JsonToken token = parser.currentToken();
    if (token == null) {
      throw new UnreadableException(UnreadableReason.SYNTAX);
    }
    return switch (token) {
      case START_OBJECT -> table();
      case START_ARRAY -> items();
      case VALUE_STRING -> new Value.Text(parser.getText());
      case VALUE_TRUE -> new Value.Flag(true);
      case VALUE_FALSE -> new Value.Flag(false);
      case VALUE_NULL -> Value.nothing();
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser.getText());
      default -> throw new UnreadableException(UnreadableReason.SYNTAX);
    };
  }

  private static Value number(String text) {
    Double number = PlainNumbers.parse(text);
    return number == null ? new Value.Text(text) : new Value.Num(number);
  }

  private Value table() throws IOException, UnreadableException {
    Map<String, Value> values = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String key = parser.currentName();
      parser.nextToken();
      values.put(key, value());
    }
    return new Value.Table(values);
  }

  private Value items() throws IOException, UnreadableException {
    List<Value> values = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      values.add(value());
    }
    return new Value.Items(values);
  }
}
