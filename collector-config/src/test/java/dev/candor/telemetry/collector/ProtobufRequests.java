package dev.candor.telemetry.collector;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/** Requests for traces that JSON cannot express, as protobuf, and a valid one beside them. */
final class ProtobufRequests {
  private ProtobufRequests() {}

  /** A request that passes each stage as it is. */
  static byte[] valid() {
    byte[] mode = bytes("manual");
    return span(bytes("imaging.run"), session(), attribute("imaging.run.mode", field(1, mode)));
  }

  /** Values with bytes that are no text in any encoding. */
  static byte[] noText() {
    byte[] mode = {'m', 'a', 'n', 'u', 'a', 'l', (byte) 0xff};
    byte[] note = {'a', 'l', 'i', 'c', 'e', (byte) 0xc3, 0x28};
    return span(
        bytes("imaging.run"),
        session(),
        attribute("imaging.run.mode", field(1, mode)),
        attribute("imaging.run.note", field(1, note)));
  }

  /** A value nested as deep as a body of 1 MiB can be. */
  static byte[] deepLists() {
    return span(bytes("imaging.run"), session(), attribute("imaging.run.note", nested(100_000)));
  }

  private static byte[] session() {
    return attribute("session.id", field(1, bytes("01934a5b-7c8d-7e9f-8a0b-1c2d3e4f5a6b")));
  }

  /** A request of one span, as protobuf. */
  static byte[] span(byte[] name, byte[]... attributes) {
    byte[] traceId = HexFormat.of().parseHex("5b8efff798038103d269b633813fc60c");
    byte[] spanId = HexFormat.of().parseHex("eee19b7ec3c1b174");
    byte[] span = concat(field(1, traceId), field(2, spanId), field(5, name), concat(attributes));
    byte[] scope = field(1, field(1, bytes("candor")));
    return field(1, field(2, concat(scope, field(2, span))));
  }

  /** Lists in lists, written from the inside out into one array: copying each would take long. */
  private static byte[] nested(int depth) {
    byte[] out = new byte[depth * 10 + 16];
    int start = out.length;
    byte[] inner = field(1, bytes("alice"));
    start -= inner.length;
    System.arraycopy(inner, 0, out, start, inner.length);
    for (int level = 0; level < depth; level++) {
      // array_value = 5 of a value, values = 1 of an array
      start = before(out, start, 1);
      start = before(out, start, 5);
    }
    return Arrays.copyOfRange(out, start, out.length);
  }

  private static int before(byte[] out, int start, int number) {
    byte[] head = head(number, out.length - start);
    System.arraycopy(head, 0, out, start - head.length, head.length);
    return start - head.length;
  }

  private static byte[] attribute(String key, byte[] value) {
    return field(9, concat(field(1, bytes(key)), field(2, value)));
  }

  private static byte[] field(int number, byte[] value) {
    return concat(head(number, value.length), value);
  }

  private static byte[] head(int number, int length) {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    head.write(number << 3 | 2);
    int rest = length;
    while (rest > 0x7f) {
      head.write(rest & 0x7f | 0x80);
      rest >>>= 7;
    }
    head.write(rest);
    return head.toByteArray();
  }

  private static byte[] concat(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
