package dev.candor.telemetry.testkit;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A strict Google Analytics 4: takes what Google would put into reports, and answers as Google
 * does, which is 204 to everything. What it did not take is found in {@link #faults}; its debug
 * address says so in Google's words.
 *
 * <p>Stricter than Google in what would be changed in silence there: cut values, ignored
 * parameters, times that are moved. Register it with {@code @RegisterExtension}, or close it. Any
 * thread.
 */
public final class FakeGa4 implements AfterEachCallback, AutoCloseable {
  /** The stream that it has. */
  public static final String STREAM = "G-TEST123";

  /** The secret of the stream. */
  public static final String SECRET = "not-a-real-secret";

  private static final String COLLECT = "/mp/collect";
  private static final String DEBUG = "/debug/mp/collect";

  private final LoopbackBackend backend;
  private final Function<ReceivedRequest, Instant> arrived;

  /** Creates one that takes what is right. */
  public FakeGa4() {
    this(new LoopbackBackend());
  }

  /** Creates one that holds times of events against another clock than this machine's. */
  public FakeGa4(Clock clock) {
    this(new LoopbackBackend(), request -> clock.instant());
  }

  /** Creates one on a server of its own. */
  FakeGa4(LoopbackBackend backend) {
    this(backend, ReceivedRequest::at);
  }

  private FakeGa4(LoopbackBackend backend, Function<ReceivedRequest, Instant> arrived) {
    this.backend = backend;
    this.arrived = arrived;
    behave();
  }

  /** The base address. Starts to listen. */
  public URI uri() {
    return backend.uri();
  }

  /** The server behind it, to throttle, fail, hang or lose answers. */
  public LoopbackBackend backend() {
    return backend;
  }

  /** Answers as Google does from now on, after another behaviour was asked of {@link #backend}. */
  public void behave() {
    backend.answerBy(this::answer);
  }

  /** The events that were taken, in order. */
  public List<Event> events() {
    List<Event> events = new ArrayList<>();
    for (ReceivedRequest request : backend.requests()) {
      if (isCollected(request) && faults(request).isEmpty()) {
        events.addAll(Event.of(request.body()));
      }
    }
    return events;
  }

  /** The events of one name that were taken. */
  public List<Event> events(String name) {
    return events().stream().filter(event -> event.name().equals(name)).toList();
  }

  /** How many events of each name were taken. */
  public Map<String, Integer> names() {
    Map<String, Integer> names = new TreeMap<>();
    events().forEach(event -> names.merge(event.name(), 1, Integer::sum));
    return names;
  }

  /** What was wrong with bodies that were not taken, though the answer was 204. */
  public List<Fault> faults() {
    return backend.requests().stream()
        .filter(FakeGa4::isCollected)
        .flatMap(request -> faults(request).stream())
        .toList();
  }

  /** What was made of each request. */
  List<JudgedRequest> judged() {
    return backend.requests().stream().map(this::judged).toList();
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

  private Answer answer(ReceivedRequest request) {
    String path = path(request);
    if (path.equals(DEBUG)) {
      byte[] text = messages(bodyFaults(request)).getBytes(StandardCharsets.UTF_8);
      return Answer.body(200, "application/json; charset=utf-8", text);
    }
    return Answer.status(path.equals(COLLECT) ? 204 : 404);
  }

  private JudgedRequest judged(ReceivedRequest request) {
    if (path(request).equals(DEBUG)) {
      return JudgedRequest.shown(request, Stream.of());
    }
    if (!isCollected(request)) {
      return JudgedRequest.refused(request, "no such address");
    }
    List<Fault> faults = faults(request);
    return faults.isEmpty()
        ? JudgedRequest.shown(
            request,
            Event.of(request.body()).stream()
                .map(event -> JudgedRequest.Shown.of(event.name(), "", event.params().keySet())))
        : JudgedRequest.refused(
            request,
            faults.stream()
                .map(fault -> fault.code() + " " + fault.field())
                .toArray(String[]::new));
  }

  private static boolean isCollected(ReceivedRequest request) {
    return request.taken() && path(request).equals(COLLECT);
  }

  private List<Fault> faults(ReceivedRequest request) {
    List<Fault> faults = new ArrayList<>(bodyFaults(request));
    Map<String, String> query = query(request);
    if (!STREAM.equals(query.get("measurement_id"))) {
      faults.add(new Fault("VALUE_INVALID", "measurement_id"));
    }
    if (!SECRET.equals(query.get("api_secret"))) {
      faults.add(new Fault("VALUE_INVALID", "api_secret"));
    }
    return faults;
  }

  private List<Fault> bodyFaults(ReceivedRequest request) {
    List<Fault> faults = new ArrayList<>();
    if (!request.method().equals("POST")) {
      faults.add(new Fault("VALUE_INVALID", "method"));
    }
    if (!request.header("content-type").startsWith("application/json")) {
      faults.add(new Fault("VALUE_INVALID", "content-type"));
    }
    if (!request.header("content-encoding").isEmpty()) {
      faults.add(new Fault("VALUE_INVALID", "content-encoding"));
    }
    faults.addAll(Ga4Check.of(request.wire(), arrived.apply(request)));
    return faults;
  }

  private static String messages(List<Fault> faults) {
    StringBuilder text = new StringBuilder("{\"validationMessages\":[");
    for (Fault fault : faults) {
      text.append(text.charAt(text.length() - 1) == '[' ? "" : ",")
          .append("{\"fieldPath\":\"" + fault.field() + "\"")
          .append(",\"description\":\"Invalid value for [" + fault.field() + "].\"")
          .append(",\"validationCode\":\"" + fault.code() + "\"}");
    }
    return text.append("]}").toString();
  }

  private static String path(ReceivedRequest request) {
    return URI.create(request.path()).getPath();
  }

  private static Map<String, String> query(ReceivedRequest request) {
    Map<String, String> query = new TreeMap<>();
    String text = URI.create(request.path()).getQuery();
    for (String pair : text == null ? new String[0] : text.split("&", -1)) {
      int at = pair.indexOf('=');
      query.put(at < 0 ? pair : pair.substring(0, at), at < 0 ? "" : pair.substring(at + 1));
    }
    return query;
  }

  /**
   * Something that keeps a body out of reports.
   *
   * @param code Google's word for it, such as {@code NAME_RESERVED}
   * @param field where; never a value
   */
  public record Fault(String code, String field) {}

  /**
   * One event that was taken.
   *
   * @param name its name
   * @param timestampMicros when it happened, microseconds since 1970; 0 if it does not say
   * @param params its parameters
   * @param clientId who reported it
   * @param userProperties what is said of who reported it
   */
  public record Event(
      String name,
      long timestampMicros,
      Map<String, Object> params,
      String clientId,
      Map<String, Object> userProperties) {
    static List<Event> of(byte[] body) {
      try {
        Map<?, ?> request = Ga4Check.object(JsonTree.read(body));
        Map<String, Object> properties = new LinkedHashMap<>();
        Ga4Check.object(request.get("user_properties"))
            .forEach((name, value) -> put(properties, name, Ga4Check.object(value).get("value")));
        List<Event> events = new ArrayList<>();
        if (request.get("events") instanceof List<?> list) {
          list.forEach(event -> events.add(of(Ga4Check.object(event), request, properties)));
        }
        return events;
      } catch (IOException e) {
        throw new IllegalStateException("it was checked before", e);
      }
    }

    private static Event of(Map<?, ?> event, Map<?, ?> request, Map<String, Object> properties) {
      Map<String, Object> params = new LinkedHashMap<>();
      Ga4Check.object(event.get("params")).forEach((name, value) -> put(params, name, value));
      return new Event(
          String.valueOf(event.get("name")),
          event.get("timestamp_micros") instanceof Number micros ? micros.longValue() : 0,
          params,
          String.valueOf(request.get("client_id")),
          properties);
    }

    private static void put(Map<String, Object> map, Object name, @Nullable Object value) {
      if (value != null) {
        map.put(name.toString(), value instanceof Integer small ? small.longValue() : value);
      }
    }
  }
}
