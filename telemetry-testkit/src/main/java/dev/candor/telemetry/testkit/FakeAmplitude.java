package dev.candor.telemetry.testkit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.candor.telemetry.testkit.AmplitudeCheck.Reply;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A strict Amplitude: its HTTP V2 and batch addresses with their rules for requests and events, the
 * answers that it gives to what breaks them, and its memory of {@code insert_id}.
 *
 * <p>It does not count events a second: it throttles whom it is told to. Register it with
 * {@code @RegisterExtension}, or close it. Any thread.
 */
public final class FakeAmplitude implements AfterEachCallback, AutoCloseable {
  /** The key of its project. */
  public static final String KEY = "0f1e2d3c4b5a69788796a5b4c3d2e1f0";

  private static final JsonFactory JSON = new JsonFactory();
  private static final int LONGEST_TEXT = 1_024;

  private final LoopbackBackend backend;
  private final Set<String> silenced = ConcurrentHashMap.newKeySet();
  private final Set<String> throttled = ConcurrentHashMap.newKeySet();
  private final Set<String> spent = ConcurrentHashMap.newKeySet();

  /** Creates one that takes what is right. */
  public FakeAmplitude() {
    this(new LoopbackBackend());
  }

  /** Creates one on a server of its own. */
  FakeAmplitude(LoopbackBackend backend) {
    this.backend = backend;
    behave();
  }

  /** The base address. Starts to listen. */
  public URI uri() {
    return backend.uri();
  }

  /** The server behind it, to fail, hang or lose answers. */
  public LoopbackBackend backend() {
    return backend;
  }

  /** Answers as Amplitude from now on, and forgets who is silenced or throttled. */
  public void behave() {
    silenced.clear();
    throttled.clear();
    spent.clear();
    backend.answerBy(this::answer);
  }

  /** Refuses events of a device for ever, as for one that the project has blocked. */
  public void silence(String device) {
    silenced.add(device);
  }

  /** Throttles a device until {@link #behave}. */
  public void throttle(String device) {
    throttled.add(device);
  }

  /** Lets a device have used up its day until {@link #behave}. */
  public void spend(String device) {
    spent.add(device);
  }

  /** The events that were taken, in order, each {@code insert_id} of a device once. */
  public List<Event> events() {
    Set<String> known = new HashSet<>();
    return copies().stream()
        .filter(event -> event.insertId().isEmpty() || known.add(event.key()))
        .toList();
  }

  /** The events of one {@code event_type}. */
  public List<Event> events(String type) {
    return events().stream().filter(event -> event.type().equals(type)).toList();
  }

  /** How many events of each {@code event_type} were taken. */
  public Map<String, Integer> types() {
    Map<String, Integer> types = new TreeMap<>();
    events().forEach(event -> types.merge(event.type(), 1, Integer::sum));
    return types;
  }

  /** How many events were taken that it knew already. */
  public int duplicates() {
    return copies().size() - events().size();
  }

  /** How many texts it would have cut in silence. */
  public long cut() {
    return copies().stream().mapToLong(event -> longTexts(event.fields())).sum();
  }

  /** What was made of each request. */
  List<JudgedRequest> judged() {
    return backend.requests().stream().map(FakeAmplitude::judged).toList();
  }

  /** Forgets all and stops. */
  @Override
  public void close() {
    backend.close();
    behave();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    close();
  }

  private static JudgedRequest judged(ReceivedRequest request) {
    Reply refusal = AmplitudeCheck.refusal(request, KEY);
    return refusal == null
        ? JudgedRequest.shown(
            request, AmplitudeCheck.events(request).stream().map(fields -> shown(Event.of(fields))))
        : JudgedRequest.refused(request, refusal.faults());
  }

  private static JudgedRequest.Shown shown(Event event) {
    Set<String> names = new HashSet<>(event.properties().keySet());
    event
        .object("user_properties")
        .forEach(
            (operator, properties) ->
                Event.map((Map<?, ?>) properties).keySet().stream()
                    .map(name -> operator + "." + name)
                    .forEach(names::add));
    return JudgedRequest.Shown.of(event.type(), event.insertId(), names);
  }

  private List<Event> copies() {
    List<Event> events = new ArrayList<>();
    for (ReceivedRequest request : backend.requests()) {
      if (request.taken() && AmplitudeCheck.refusal(request, KEY) == null) {
        AmplitudeCheck.events(request).forEach(fields -> events.add(Event.of(fields)));
      }
    }
    return events;
  }

  private Answer answer(ReceivedRequest request) {
    Reply refusal = AmplitudeCheck.refusal(request, KEY);
    List<Event> events = AmplitudeCheck.events(request).stream().map(Event::of).toList();
    if (refusal == null) {
      refusal = silenced(events);
    }
    if (refusal == null) {
      refusal = throttled(events);
    }
    if (refusal == null) {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("code", 200);
      fields.put("events_ingested", events.size());
      fields.put("payload_size_bytes", request.body().length);
      fields.put("server_upload_time", request.at().toEpochMilli());
      refusal = new Reply(200, fields);
    }
    return Answer.body(refusal.status(), "application/json", json(refusal.fields()));
  }

  private @Nullable Reply silenced(List<Event> events) {
    List<Integer> indexes = indexes(events, silenced);
    if (indexes.isEmpty()) {
      return null;
    }
    Reply reply = Reply.of(400, "Request has events from silenced devices");
    reply.fields().put("silenced_devices", List.copyOf(silenced));
    reply.fields().put("silenced_events", indexes);
    return reply;
  }

  private @Nullable Reply throttled(List<Event> events) {
    List<Integer> indexes = indexes(events, throttled);
    if (indexes.isEmpty() && indexes(events, spent).isEmpty()) {
      return null;
    }
    Reply reply = Reply.of(429, "Too many requests for some devices and users");
    reply.fields().put("eps_threshold", 30);
    reply.fields().put("throttled_devices", rates(throttled, 31));
    reply.fields().put("throttled_users", Map.of());
    reply.fields().put("throttled_events", indexes);
    reply.fields().put("exceeded_daily_quota_devices", rates(spent, 500_001));
    reply.fields().put("exceeded_daily_quota_users", Map.of());
    return reply;
  }

  private static Map<String, Integer> rates(Set<String> devices, int rate) {
    Map<String, Integer> rates = new TreeMap<>();
    devices.forEach(device -> rates.put(device, rate));
    return rates;
  }

  private static List<Integer> indexes(List<Event> events, Set<String> devices) {
    List<Integer> indexes = new ArrayList<>();
    for (int i = 0; i < events.size(); i++) {
      if (devices.contains(events.get(i).deviceId())) {
        indexes.add(i);
      }
    }
    return indexes;
  }

  private static long longTexts(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      return map.values().stream().mapToLong(FakeAmplitude::longTexts).sum();
    }
    if (value instanceof List<?> list) {
      return list.stream().mapToLong(FakeAmplitude::longTexts).sum();
    }
    return value instanceof String text && text.length() > LONGEST_TEXT ? 1 : 0;
  }

  private static byte[] json(Map<String, Object> fields) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      write(json, fields);
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
    return bytes.toByteArray();
  }

  private static void write(JsonGenerator json, Object value) throws IOException {
    if (value instanceof Map<?, ?> map) {
      json.writeStartObject();
      for (Map.Entry<?, ?> field : map.entrySet()) {
        json.writeFieldName(field.getKey().toString());
        write(json, field.getValue());
      }
      json.writeEndObject();
    } else if (value instanceof List<?> list) {
      json.writeStartArray();
      for (Object element : list) {
        write(json, element);
      }
      json.writeEndArray();
    } else if (value instanceof Number number) {
      json.writeNumber(number.longValue());
    } else {
      json.writeString(value.toString());
    }
  }

  /**
   * One event that was taken.
   *
   * @param type its {@code event_type}
   * @param fields all of its fields; whole numbers are {@code Long}
   */
  public record Event(String type, Map<String, Object> fields) {
    static Event of(Map<?, ?> fields) {
      return new Event(String.valueOf(fields.get("event_type")), map(fields));
    }

    /** A field as text, or an empty one. */
    public String text(String field) {
      Object value = fields.get(field);
      return value == null ? "" : value.toString();
    }

    /** The key by which it is known again. */
    public String insertId() {
      return text("insert_id");
    }

    /** Who sent it. */
    public String deviceId() {
      return text("device_id");
    }

    /** Its {@code event_properties}. */
    public Map<String, Object> properties() {
      return object("event_properties");
    }

    /** What an operator such as {@code $set} does to properties of the user. */
    public Map<String, Object> user(String operator) {
      return object("user_properties").get(operator) instanceof Map<?, ?> map ? map(map) : Map.of();
    }

    private String key() {
      return deviceId() + " " + insertId();
    }

    private Map<String, Object> object(String field) {
      return fields.get(field) instanceof Map<?, ?> map ? map(map) : Map.of();
    }

    private static Map<String, Object> map(Map<?, ?> from) {
      Map<String, Object> map = new LinkedHashMap<>();
      from.forEach(
          (name, value) -> {
            if (value != null) {
              map.put(
                  name.toString(),
                  value instanceof Integer small
                      ? (Object) small.longValue()
                      : value instanceof Map<?, ?> inner ? map(inner) : value);
            }
          });
      return map;
    }
  }
}
