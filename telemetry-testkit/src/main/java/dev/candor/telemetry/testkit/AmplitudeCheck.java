package dev.candor.telemetry.testkit;

import dev.candor.telemetry.testkit.AmplitudeEventCheck.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Amplitude's rules for one request, and the answer that it gives to one that breaks them. */
final class AmplitudeCheck {
  static final String HTTP_V2 = "/2/httpapi";
  static final String BATCH = "/batch";

  private static final int LARGEST = 1_000_000;
  private static final int LARGEST_BATCH = 20_000_000;
  private static final int MOST = 1_999;
  private static final int MOST_BATCH = 2_000;

  private AmplitudeCheck() {}

  /** The answer to a request that breaks a rule; null for one that keeps them all. */
  static @Nullable Reply refusal(ReceivedRequest request, String key) {
    boolean batch = request.path().equals(BATCH);
    if (!batch && !request.path().equals(HTTP_V2)) {
      return Reply.of(404, "Not found");
    }
    if (!request.method().equals("POST")) {
      return Reply.of(405, "Method not allowed");
    }
    String encoding = request.header("content-encoding");
    if (!request.header("content-type").startsWith("application/json")
        || !(encoding.isEmpty() || encoding.equals("gzip"))) {
      return Reply.of(400, "Invalid content type or encoding");
    }
    if (request.body().length > (batch ? LARGEST_BATCH : LARGEST)) {
      return Reply.of(413, "Payload too large");
    }
    try {
      return JsonTree.read(request.body()) instanceof Map<?, ?> body
          ? refusal(body, batch, key)
          : Reply.of(400, "Invalid JSON request body");
    } catch (IOException e) {
      return Reply.of(400, "Invalid JSON request body");
    }
  }

  /** The events of a request. */
  static List<Map<?, ?>> events(ReceivedRequest request) {
    List<Map<?, ?>> events = new ArrayList<>();
    try {
      if (JsonTree.read(request.body()) instanceof Map<?, ?> body
          && body.get("events") instanceof List<?> list) {
        for (Object event : list) {
          if (event instanceof Map<?, ?> map) {
            events.add(map);
          }
        }
      }
    } catch (IOException e) {
      return List.of();
    }
    return events;
  }

  private static @Nullable Reply refusal(Map<?, ?> body, boolean batch, String key) {
    if (!(body.get("api_key") instanceof String given) || given.isEmpty()) {
      return Reply.missing("api_key");
    }
    if (!given.equals(key)) {
      return Reply.of(400, "Invalid API key: " + given);
    }
    if (!(body.get("events") instanceof List<?> events) || events.isEmpty()) {
      return Reply.missing("events");
    }
    if (events.size() > (batch ? MOST_BATCH : MOST)) {
      return Reply.of(413, "Payload too large");
    }
    return faults(events, minIdLength(body), batch);
  }

  private static @Nullable Reply faults(
      List<?> events, @Nullable Integer minIdLength, boolean batch) {
    Map<Kind, Map<String, List<Integer>>> faults = new EnumMap<>(Kind.class);
    for (int i = 0; i < events.size(); i++) {
      int index = i;
      AmplitudeEventCheck.check(
          events.get(i),
          minIdLength,
          (kind, field) -> {
            List<Integer> indexes =
                faults
                    .computeIfAbsent(kind, key -> new LinkedHashMap<>())
                    .computeIfAbsent(field, key -> new ArrayList<>());
            // The HTTP V2 address names the first bad one of each field alone.
            if (batch || indexes.isEmpty()) {
              indexes.add(index);
            }
          });
    }
    if (faults.isEmpty()) {
      return null;
    }
    Reply reply = Reply.of(400, "Request has events with invalid or missing fields");
    faults.forEach((kind, fields) -> reply.fields().put(kind.list, fields));
    return reply;
  }

  private static @Nullable Integer minIdLength(Map<?, ?> body) {
    return body.get("options") instanceof Map<?, ?> options
            && options.get("min_id_length") instanceof Integer length
        ? length
        : null;
  }

  /** An answer in Amplitude's form. */
  record Reply(int status, Map<String, Object> fields) {
    static Reply of(int status, String error) {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("code", status);
      fields.put("error", error);
      return new Reply(status, fields);
    }

    /** What it says is wrong: rules and fields, without what was given. */
    String[] faults() {
      List<String> faults = new ArrayList<>();
      faults.add(String.valueOf(fields.get("error")).replaceAll(":.*", ""));
      fields.forEach(
          (name, value) -> {
            if (value instanceof Map<?, ?> named) {
              named.keySet().forEach(field -> faults.add(name + " " + field));
            }
          });
      return faults.toArray(String[]::new);
    }

    static Reply missing(String field) {
      Reply reply = of(400, "Request missing required field");
      reply.fields().put("missing_field", field);
      return reply;
    }
  }
}
