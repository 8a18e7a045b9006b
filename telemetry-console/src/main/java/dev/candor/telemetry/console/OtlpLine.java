package dev.candor.telemetry.console;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Spans in OTLP's binary form as OTLP/JSON, as far as our own bodies go. */
final class OtlpLine {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private OtlpLine() {}

  static String of(byte[] body) {
    ObjectNode request = NODES.objectNode();
    ArrayNode groups = request.putArray("resourceSpans");
    each(ByteBuffer.wrap(body), 1, group -> resourceSpans(group, groups.addObject()));
    return request.toString();
  }

  /** ResourceSpans: 1 resource, 2 scope spans. */
  private static void resourceSpans(ByteBuffer group, ObjectNode into) {
    ArrayNode resource = into.putObject("resource").putArray("attributes");
    each(group, 1, message -> each(message, 1, pair -> attribute(pair, resource.addObject())));
    ArrayNode scopes = into.putArray("scopeSpans");
    each(group, 2, scope -> scopeSpans(scope, scopes.addObject()));
  }

  /** ScopeSpans: 1 scope, whose 1 is the name; 2 spans. */
  private static void scopeSpans(ByteBuffer scope, ObjectNode into) {
    ObjectNode named = into.putObject("scope");
    each(scope, 1, message -> each(message, 1, name -> named.put("name", text(name))));
    ArrayNode spans = into.putArray("spans");
    each(scope, 2, span -> span(span, spans.addObject()));
  }

  /** Span: 1, 2 ids, 5 name, 6 kind, 7, 8 times, 9 attributes, 15 status. */
  private static void span(ByteBuffer span, ObjectNode into) {
    each(span, 1, id -> into.put("traceId", SentSpans.hex(copy(id))));
    each(span, 2, id -> into.put("spanId", SentSpans.hex(copy(id))));
    each(span, 5, name -> into.put("name", text(name)));
    number(span, 6, kind -> into.put("kind", kind));
    number(span, 7, nanos -> into.put("startTimeUnixNano", Long.toUnsignedString(nanos)));
    number(span, 8, nanos -> into.put("endTimeUnixNano", Long.toUnsignedString(nanos)));
    ArrayNode attributes = into.putArray("attributes");
    each(span, 9, pair -> attribute(pair, attributes.addObject()));
    ObjectNode status = into.putObject("status");
    each(span, 15, message -> number(message, 3, code -> status.put("code", code)));
  }

  /** KeyValue: 1 key, 2 value. */
  private static void attribute(ByteBuffer pair, ObjectNode into) {
    each(pair, 1, key -> into.put("key", text(key)));
    each(pair, 2, value -> value(value, into.putObject("value")));
  }

  /** AnyValue: 1 text, 2 flag, 3 whole number, 4 number. */
  private static void value(ByteBuffer any, ObjectNode into) {
    each(any, 1, text -> into.put("stringValue", text(text)));
    number(any, 2, flag -> into.put("boolValue", flag != 0));
    number(any, 3, number -> into.put("intValue", Long.toString(number)));
    number(any, 4, bits -> into.put("doubleValue", Double.longBitsToDouble(bits)));
  }

  private interface Bytes {
    void accept(ByteBuffer bytes);
  }

  private interface Whole {
    void accept(long number);
  }

  private static void each(ByteBuffer message, int field, Bytes take) {
    SentSpans.fields(copy(message), (number, value) -> take.accept((ByteBuffer) value), field);
  }

  private static void number(ByteBuffer message, int field, Whole take) {
    SentSpans.fields(copy(message), (number, value) -> take.accept((Long) value), field);
  }

  private static String text(ByteBuffer bytes) {
    return SentSpans.text(copy(bytes));
  }

  private static ByteBuffer copy(ByteBuffer message) {
    return message.duplicate().order(ByteOrder.LITTLE_ENDIAN);
  }
}
