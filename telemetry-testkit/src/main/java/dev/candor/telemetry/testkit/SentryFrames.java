package dev.candor.telemetry.testkit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An envelope taken apart: a header, and items that each have a header with a length in bytes.
 *
 * @param header the envelope's
 * @param items in order
 */
record SentryFrames(Map<String, Object> header, List<Item> items) {
  /**
   * Reads an envelope.
   *
   * @throws IOException saying what is wrong with it
   */
  static SentryFrames read(byte[] body) throws IOException {
    int at = lineEnd(body, 0);
    Map<String, Object> header = object(body, 0, at, "envelope header");
    List<Item> items = new ArrayList<>();
    at++;
    while (at < body.length) {
      int end = lineEnd(body, at);
      if (end == at && end + 1 >= body.length) {
        break;
      }
      Map<String, Object> itemHeader = object(body, at, end, "item header");
      int from = Math.min(end + 1, body.length);
      int to = payloadEnd(body, from, itemHeader.get("length"));
      Object type = itemHeader.get("type");
      if (!(type instanceof String name) || name.isEmpty()) {
        throw new IOException("an item has no type");
      }
      items.add(new Item(name, Arrays.copyOfRange(body, from, to)));
      at = to + 1;
    }
    return new SentryFrames(header, items);
  }

  private static int payloadEnd(byte[] body, int from, @Nullable Object length) throws IOException {
    if (length == null) {
      return lineEnd(body, from);
    }
    if (!(length instanceof Integer bytes) || bytes < 0) {
      throw new IOException("a length is no whole number");
    }
    int to = from + bytes;
    if (to > body.length) {
      throw new IOException("an item is shorter than its length");
    }
    if (to < body.length && body[to] != '\n') {
      throw new IOException("an item is longer than its length");
    }
    return to;
  }

  private static Map<String, Object> object(byte[] body, int from, int to, String what)
      throws IOException {
    try {
      return SentryJson.object(Arrays.copyOfRange(body, from, to));
    } catch (IOException e) {
      throw new IOException("the " + what + " is no JSON object: " + e.getMessage(), e);
    }
  }

  private static int lineEnd(byte[] body, int from) {
    int end = from;
    while (end < body.length && body[end] != '\n') {
      end++;
    }
    return end;
  }

  /** One item. */
  @SuppressWarnings("ArrayRecordComponent") // read once, by the check that asked for it
  record Item(String type, byte[] payload) {
    Map<String, Object> json() throws IOException {
      return SentryJson.object(payload);
    }

    /** The payload as text. */
    @Override
    public String toString() {
      return type + " " + new String(payload, StandardCharsets.UTF_8);
    }
  }
}
