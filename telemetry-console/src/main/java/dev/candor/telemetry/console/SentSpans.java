package dev.candor.telemetry.console;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * Reads the events back out of a sealed body, to hold them against what arrived. Knows the few
 * protobuf fields of OTLP that it needs, and skips the others.
 */
final class SentSpans {
  private static final int BYTES = 2;

  private final Map<String, Values> spans = new TreeMap<>();

  private SentSpans() {}

  /** What one event carried. */
  record Values(SortedMap<String, Object> attributes, SortedMap<String, Object> resource) {}

  /** The events of one body by id. */
  static Map<String, Values> read(byte[] body) {
    SentSpans read = new SentSpans();
    fields(ByteBuffer.wrap(body), (field, group) -> read.group((ByteBuffer) group), 1);
    return read.spans;
  }

  /** ResourceSpans: 1 resource, 2 scope spans. */
  private void group(ByteBuffer group) {
    SortedMap<String, Object> resource = new TreeMap<>();
    fields(group.duplicate(), (field, value) -> attributes((ByteBuffer) value, 1, resource), 1);
    fields(
        group,
        (field, scope) ->
            fields((ByteBuffer) scope, (inner, span) -> span((ByteBuffer) span, resource), 2),
        2);
  }

  /** Span: 1 trace id, 2 span id, 9 attributes. */
  private void span(ByteBuffer span, SortedMap<String, Object> resource) {
    StringBuilder id = new StringBuilder();
    SortedMap<String, Object> attributes = new TreeMap<>();
    fields(span.duplicate(), (field, bytes) -> id.append(hex((ByteBuffer) bytes)), 1, 2);
    attributes(span, 9, attributes);
    spans.put(id.toString(), new Values(attributes, resource));
  }

  private static void attributes(ByteBuffer message, int number, SortedMap<String, Object> into) {
    fields(
        message,
        (field, attribute) -> {
          String[] key = {""};
          ByteBuffer pair = (ByteBuffer) attribute;
          fields(pair.duplicate(), (f, name) -> key[0] = text((ByteBuffer) name), 1);
          fields(pair, (f, value) -> into.put(key[0], value((ByteBuffer) value)), 2);
        },
        number);
  }

  /** AnyValue: 1 string, 2 boolean, 3 whole number, 4 decimal number. */
  private static Object value(ByteBuffer any) {
    Object[] value = {""};
    fields(
        any,
        (field, content) ->
            value[0] =
                switch (field) {
                  case 1 -> text((ByteBuffer) content);
                  case 2 -> ((Long) content) != 0;
                  case 4 -> Double.longBitsToDouble((Long) content);
                  default -> content;
                },
        1,
        2,
        3,
        4);
    return value[0];
  }

  /** Hands the wanted fields of a message to {@code take}: numbers as Long, all else as bytes. */
  static void fields(ByteBuffer message, BiConsumer<Integer, Object> take, int... wanted) {
    ByteBuffer rest = message.order(ByteOrder.LITTLE_ENDIAN);
    while (rest.hasRemaining()) {
      long tag = varint(rest);
      int field = (int) (tag >>> 3);
      Object content =
          switch ((int) (tag & 7)) {
            case 0 -> varint(rest);
            case 1 -> rest.getLong();
            case BYTES -> slice(rest, (int) varint(rest));
            case 5 -> (long) rest.getInt();
            default -> throw CommandFailure.failed("a sealed body is not OTLP");
          };
      for (int each : wanted) {
        if (each == field) {
          take.accept(field, content);
        }
      }
    }
  }

  private static ByteBuffer slice(ByteBuffer rest, int length) {
    ByteBuffer slice = rest.slice(rest.position(), length);
    rest.position(rest.position() + length);
    return slice;
  }

  private static long varint(ByteBuffer rest) {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      byte b = rest.get();
      value |= (b & 0x7fL) << shift;
      if (b >= 0) {
        return value;
      }
    }
    throw CommandFailure.failed("a sealed body is not OTLP");
  }

  static String text(ByteBuffer bytes) {
    return StandardCharsets.UTF_8.decode(bytes).toString();
  }

  static String hex(ByteBuffer bytes) {
    byte[] copy = new byte[bytes.remaining()];
    bytes.get(copy);
    return HexFormat.of().formatHex(copy);
  }
}
