package dev.candor.telemetry.exporter;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Joins the JSON forms of items into request bodies within a destination's limits: a head, the
 * forms in order with commas between them, a tail. Pure.
 */
public final class JsonBodies {
  private final String path;
  private final byte[] head;
  private final byte[] tail;
  private final Limits limits;

  /**
   * For bodies of one shape.
   *
   * @param path where they are sent, below the base address
   * @param head JSON up to the opening bracket of the list
   * @param tail JSON from its closing bracket on
   * @param limits the most items and bytes of a body
   */
  public JsonBodies(String path, String head, String tail, Limits limits) {
    this.path = path;
    this.head = head.getBytes(StandardCharsets.UTF_8);
    this.tail = tail.getBytes(StandardCharsets.UTF_8);
    this.limits = limits;
  }

  /** Returns as few bodies as fit. A form that is too large alone is in none of them. */
  public List<Sealed> join(List<Part> parts) {
    List<Sealed> bodies = new ArrayList<>();
    List<Part> group = new ArrayList<>();
    int empty = head.length + tail.length;
    int bytes = empty;
    for (Part part : parts) {
      if (empty + part.json().length > limits.bytes()) {
        continue;
      }
      int added = part.json().length + (group.isEmpty() ? 0 : 1);
      if (group.size() == limits.items() || bytes + added > limits.bytes()) {
        bodies.add(body(group, bytes));
        group.clear();
        bytes = empty;
        added = part.json().length;
      }
      group.add(part);
      bytes += added;
    }
    if (!group.isEmpty()) {
      bodies.add(body(group, bytes));
    }
    return bodies;
  }

  private Sealed body(List<Part> group, int bytes) {
    ByteArrayOutputStream body = new ByteArrayOutputStream(bytes);
    body.writeBytes(head);
    for (int i = 0; i < group.size(); i++) {
      if (i > 0) {
        body.write(',');
      }
      body.writeBytes(group.get(i).json());
    }
    body.writeBytes(tail);
    return new Sealed(
        path, "application/json", body.toByteArray(), group.stream().map(Part::itemId).toList());
  }

  /** One item's form, in UTF-8. */
  @SuppressWarnings("ArrayRecordComponent") // made once, copied once, compared never
  public record Part(String itemId, byte[] json) {
    /** Shows no byte of the form. */
    @Override
    public String toString() {
      return "Part[" + itemId + "]";
    }
  }
}
