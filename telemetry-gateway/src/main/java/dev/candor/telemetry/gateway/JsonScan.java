package dev.candor.telemetry.gateway;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.candor.telemetry.gateway.BodyFault.Kind;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;

/**
 * Looks at a JSON body before it becomes objects, and writes its ids as protobuf's own JSON wants
 * them: OTLP has them in hexadecimal, protobuf in base64. What nests too deeply is emptied in place
 * before: the parser would refuse the whole body for the sake of one value.
 */
final class JsonScan {
  private static final Set<String> IDS =
      Set.of("traceId", "spanId", "parentSpanId", "trace_id", "span_id", "parent_span_id");

  // Each message is an object, and most lie in a list.
  private static final int LEVELS_OF_A_MESSAGE = 2;

  private JsonScan() {}

  static String check(byte[] body, ReceiverLimits limits) throws BodyFault {
    emptyBelow(body, levels(limits));
    JsonFactory json = factory(limits);
    StringWriter out = new StringWriter(body.length);
    int left = limits.parts();
    try (JsonParser in = json.createParser(body);
        JsonGenerator generator = json.createGenerator(out)) {
      while (in.nextToken() != null) {
        if (--left < 0) {
          throw new BodyFault(Kind.TOO_LARGE);
        }
        copy(in, generator);
      }
    } catch (IOException e) {
      throw new BodyFault(Kind.UNREADABLE);
    }
    return out.toString();
  }

  /** Reads and writes JSON within limits. */
  static JsonFactory factory(ReceiverLimits limits) {
    return JsonFactory.builder()
        .streamReadConstraints(
            StreamReadConstraints.builder()
                .maxNestingDepth(levels(limits) + 1)
                .maxStringLength(limits.unpacked())
                .build())
        .build();
  }

  private static int levels(ReceiverLimits limits) {
    return limits.nesting() * LEVELS_OF_A_MESSAGE;
  }

  /**
   * Leaves a list or an object that lies below so many others, and blanks all that is in it. Needs
   * no memory, however deep it goes.
   */
  private static void emptyBelow(byte[] body, int levels) {
    int depth = 0;
    boolean text = false;
    boolean escaped = false;
    for (int i = 0; i < body.length; i++) {
      int before = depth;
      byte now = body[i];
      if (text) {
        text = escaped || now != '"';
        escaped = !escaped && now == '\\';
      } else if (now == '[' || now == '{') {
        depth++;
      } else if (now == ']' || now == '}') {
        depth--;
      } else {
        text = now == '"';
      }
      if (Math.min(before, depth) > levels) {
        body[i] = ' ';
      }
    }
  }

  private static void copy(JsonParser in, JsonGenerator out) throws IOException {
    String name = in.currentName();
    if (in.currentToken() == JsonToken.VALUE_STRING && name != null && IDS.contains(name)) {
      out.writeString(base64(in.getText()));
    } else {
      out.copyCurrentEvent(in);
    }
  }

  /** What is no id becomes an empty one: that item is refused, and not the whole body. */
  private static String base64(String hex) {
    try {
      return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex));
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
