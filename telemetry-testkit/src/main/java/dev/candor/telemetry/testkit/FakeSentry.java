package dev.candor.telemetry.testkit;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.trace.v1.Span;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A strict Sentry with one project: envelopes, and spans by OTLP. It answers as Sentry does, an
 * event that it knows by its id is taken once, and items of types that it does not know are
 * skipped.
 *
 * <p>Stricter than Sentry in one thing: what Sentry would take and then repair, cut or throw away
 * in silence is refused with 400. Register it with {@code @RegisterExtension}, or close it. Any
 * thread.
 */
public final class FakeSentry implements AfterEachCallback, AutoCloseable {
  /** The public key of the project. */
  public static final String KEY = "not-a-real-key";

  /** The project. */
  public static final String PROJECT = "42";

  private static final Pattern PATH =
      Pattern.compile("/(?:[^?]*/)?api/([^/?]+)/(envelope/|integration/otlp/v1/traces/?)(\\?.*)?");
  private static final Pattern AUTH = Pattern.compile("(?i)sentry_key=([^,\\s&]*)");

  private final LoopbackBackend backend;
  private final Function<ReceivedRequest, Instant> arrived;

  /** Creates one that takes what is right. */
  public FakeSentry() {
    this(new LoopbackBackend());
  }

  /** Creates one that holds the age of sessions against another clock than this machine's. */
  public FakeSentry(Clock clock) {
    this(new LoopbackBackend(), request -> clock.instant());
  }

  /** Creates one on a server of its own. */
  FakeSentry(LoopbackBackend backend) {
    this(backend, ReceivedRequest::at);
  }

  private FakeSentry(LoopbackBackend backend, Function<ReceivedRequest, Instant> arrived) {
    this.backend = backend;
    this.arrived = arrived;
    behave();
  }

  /** The DSN of the project. Starts to listen. */
  public String dsn() {
    return dsn("");
  }

  /**
   * The DSN of the project below a path, as servers of one's own have it.
   *
   * @param path such as {@code /sentry}, or empty
   */
  public String dsn(String path) {
    URI uri = backend.uri();
    return uri.getScheme() + "://" + KEY + "@" + uri.getAuthority() + path + "/" + PROJECT;
  }

  /** The server behind it, to throttle, fail, hang or lose answers. */
  public LoopbackBackend backend() {
    return backend;
  }

  /** Answers as Sentry does from now on, after another behaviour was asked of {@link #backend}. */
  public void behave() {
    backend.answerBy(this::answer);
  }

  /** The payloads of the events that were taken, each id once, in order. */
  public List<Map<String, Object>> events() {
    Map<Object, Map<String, Object>> events = new LinkedHashMap<>();
    payloads("event").forEach(event -> events.putIfAbsent(event.get("event_id"), event));
    return List.copyOf(events.values());
  }

  /** The payloads of the updates of sessions that were taken. */
  public List<Map<String, Object>> sessions() {
    return payloads("session");
  }

  /** The payloads of the client reports that were taken. */
  public List<Map<String, Object>> reports() {
    return payloads("client_report");
  }

  /** The spans that were taken. */
  public List<ReceivedSpan> spans() {
    return backend.spans();
  }

  /**
   * What was taken, by the name under which Sentry shows it: type of an exception, message, status
   * of a session, name of a span.
   */
  public Map<String, Integer> names() {
    Map<String, Integer> names = new TreeMap<>();
    events().forEach(event -> names.merge(title(event), 1, Integer::sum));
    sessions().forEach(session -> names.merge("session " + session.get("status"), 1, Integer::sum));
    spans().forEach(span -> names.merge(span.name(), 1, Integer::sum));
    return names;
  }

  /** What was wrong with requests so far. */
  public List<String> faults() {
    return backend.requests().stream().flatMap(request -> judge(request).faults.stream()).toList();
  }

  /** What was made of each request. */
  List<JudgedRequest> judged() {
    return backend.requests().stream()
        .map(
            request -> {
              List<String> faults = judge(request).faults;
              return faults.isEmpty()
                  ? JudgedRequest.shown(request, SentryShown.of(request))
                  : JudgedRequest.refused(request, faults.toArray(String[]::new));
            })
        .toList();
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
    Verdict verdict = judge(request);
    String id = verdict.eventId.isEmpty() ? "{}" : "{\"id\":\"" + verdict.eventId + "\"}";
    if (verdict.status == 200) {
      return Answer.body(200, "application/json", utf8(id));
    }
    String detail = String.join("; ", verdict.faults).replaceAll("[\"\\\\\\p{Cntrl}]", "'");
    return Answer.body(
            verdict.status,
            "application/json",
            utf8("{\"detail\":\"" + detail + "\",\"causes\":[\"" + detail + "\"]}"))
        .with("X-Sentry-Error", detail);
  }

  private Verdict judge(ReceivedRequest request) {
    Matcher path = PATH.matcher(request.path());
    if (!path.matches()) {
      return new Verdict(404).fault("no such address");
    }
    if (!request.method().equals("POST")) {
      return new Verdict(405).fault("method not allowed");
    }
    boolean envelope = path.group(2).startsWith("envelope");
    String auth = request.header("x-sentry-auth");
    Matcher key = AUTH.matcher(auth.isEmpty() ? request.path() : auth);
    if (!key.find()
        || (!auth.isEmpty() && !auth.toLowerCase(java.util.Locale.ROOT).startsWith("sentry "))) {
      return new Verdict(401).fault("bad sentry authorization header");
    }
    if (!key.group(1).equals(KEY) || !path.group(1).equals(PROJECT)) {
      return new Verdict(403).fault("event submission rejected with_reason: ProjectId");
    }
    if (envelope && !auth.isEmpty() && !auth.contains("sentry_version=7")) {
      return new Verdict(400).fault("unsupported protocol version");
    }
    return envelope ? envelope(request) : spans(request);
  }

  private Verdict envelope(ReceivedRequest request) {
    Verdict verdict = new Verdict(200);
    if (!request.header("content-type").startsWith("application/x-sentry-envelope")) {
      return new Verdict(415).fault("unsupported media type");
    }
    if (!List.of("", "gzip").contains(request.header("content-encoding"))) {
      return new Verdict(400).fault("failed to decode payload");
    }
    try {
      SentryFrames frames = SentryFrames.read(request.body());
      if (!new SentryItemCheck(arrived.apply(request), verdict::fault).check(frames)) {
        return new Verdict(413).fault("envelope exceeded size limits");
      }
      verdict.eventId = String.valueOf(frames.header().getOrDefault("event_id", ""));
    } catch (IOException e) {
      verdict.fault("invalid event envelope: " + e.getMessage());
    }
    return verdict.faults.isEmpty() ? verdict : verdict.status(400);
  }

  private static Verdict spans(ReceivedRequest request) {
    String type = request.header("content-type");
    if (!type.equals("application/x-protobuf") && !type.startsWith("application/json")) {
      return new Verdict(415).fault("unsupported media type");
    }
    Verdict verdict = new Verdict(200);
    try {
      for (ReceivedSpan received : ReceivedSpan.of(OtlpDecoder.traces(type, request.body()))) {
        span(received.span(), verdict);
      }
    } catch (AssertionError e) {
      verdict.fault("failed to decode payload");
    }
    return verdict.faults.isEmpty() ? verdict : verdict.status(400);
  }

  private static void span(Span span, Verdict verdict) {
    if (!isId(span.getTraceId(), 16) || !isId(span.getSpanId(), 8)) {
      verdict.fault("span: bad id");
    }
    if (span.getName().isEmpty()) {
      verdict.fault("span: no name");
    }
    if (span.getStartTimeUnixNano() <= 0
        || span.getEndTimeUnixNano() < span.getStartTimeUnixNano()) {
      verdict.fault("span: bad times");
    }
    if (span.getEventsCount() > 0) {
      verdict.fault("span: events are thrown away");
    }
    if (span.getAttributesList().stream().anyMatch(one -> one.getValue().hasArrayValue())) {
      verdict.fault("span: lists cannot be searched");
    }
  }

  private static boolean isId(ByteString id, int size) {
    return id.size() == size && !id.equals(ByteString.copyFrom(new byte[size]));
  }

  private List<Map<String, Object>> payloads(String type) {
    List<Map<String, Object>> payloads = new ArrayList<>();
    for (ReceivedRequest request : backend.requests()) {
      try {
        if (request.taken() && request.path().contains("/envelope/")) {
          for (SentryFrames.Item item : SentryFrames.read(request.body()).items()) {
            if (item.type().equals(type)) {
              payloads.add(item.json());
            }
          }
        }
      } catch (IOException e) {
        throw new AssertionError("it was taken and cannot be read", e);
      }
    }
    return payloads;
  }

  static String title(Map<String, Object> event) {
    SentryJson json = new SentryJson(event, "", fault -> {});
    List<SentryJson> exceptions = json.child("exception").children("values");
    if (!exceptions.isEmpty()) {
      return String.valueOf(exceptions.get(exceptions.size() - 1).text("type"));
    }
    String text =
        SentryEventCheck.text(json, event.containsKey("logentry") ? "logentry" : "message");
    return String.valueOf(text);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** What becomes of a request. */
  private static final class Verdict {
    private final List<String> faults = new ArrayList<>();
    private String eventId = "";
    private int status;

    Verdict(int status) {
      this.status = status;
    }

    Verdict fault(String fault) {
      faults.add(fault);
      return this;
    }

    Verdict status(int status) {
      this.status = status;
      return this;
    }
  }
}
