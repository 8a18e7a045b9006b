package dev.candor.telemetry.gateway;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.google.protobuf.Message;
import com.google.protobuf.util.JsonFormat;
import io.opentelemetry.proto.metrics.v1.HistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.io.StringWriter;
import org.jspecify.annotations.Nullable;

/**
 * Takes the items out of a JSON body that protobuf's parser does not take. The parser says of a
 * whole body that something in it is wrong; here each item is held to it alone. For what {@link
 * JsonScan} has let through.
 */
final class JsonSieve {
  private static final JsonFormat.Parser PARSER = JsonFormat.parser().ignoringUnknownFields();

  private final JsonFactory json;
  private int refused;

  private JsonSieve(JsonFactory json) {
    this.json = json;
  }

  /**
   * What is left.
   *
   * @param body without the items that are no items
   * @param refused how many these were
   */
  record Sifted(String body, int refused) {}

  static Sifted sift(String body, JsonFactory json) throws IOException {
    JsonSieve sieve = new JsonSieve(json);
    StringWriter out = new StringWriter(body.length());
    try (JsonParser in = json.createParser(body);
        JsonGenerator generator = json.createGenerator(out)) {
      while (in.nextToken() != null) {
        sieve.pass(in, generator);
      }
    }
    return new Sifted(out.toString(), sieve.refused);
  }

  private void pass(JsonParser in, JsonGenerator out) throws IOException {
    Message.Builder type = item(in);
    if (type == null) {
      out.copyCurrentEvent(in);
      return;
    }
    StringWriter item = new StringWriter();
    try (JsonGenerator alone = json.createGenerator(item)) {
      alone.copyCurrentStructure(in);
    }
    if (parses(item.toString(), type)) {
      out.writeRawValue(item.toString());
    } else {
      refused++;
    }
  }

  private static boolean parses(String item, Message.Builder type) {
    try {
      PARSER.merge(item, type);
      return true;
    } catch (IOException | RuntimeException e) {
      return false;
    }
  }

  /** What the item that begins here should be; null if none begins. */
  private static Message.@Nullable Builder item(JsonParser in) {
    JsonToken token = in.currentToken();
    JsonStreamContext here = in.getParsingContext();
    JsonStreamContext list = token.isStructStart() ? here.getParent() : here;
    if (list == null || !list.inArray()) {
      return null;
    }
    return switch (name(list.getParent())) {
      case "spans" -> Span.newBuilder();
      case "dataPoints", "data_points" -> point(name(list.getParent().getParent()));
      default -> null;
    };
  }

  private static Message.@Nullable Builder point(String instrument) {
    return switch (instrument) {
      case "sum", "gauge" -> NumberDataPoint.newBuilder();
      case "histogram" -> HistogramDataPoint.newBuilder();
      default -> null;
    };
  }

  private static String name(@Nullable JsonStreamContext object) {
    String name = object == null ? null : object.getCurrentName();
    return name == null ? "" : name;
  }
}
