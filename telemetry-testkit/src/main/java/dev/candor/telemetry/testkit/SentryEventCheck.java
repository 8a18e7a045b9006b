package dev.candor.telemetry.testkit;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Holds the payload of an {@code event} against Sentry's schema, limits and normaliser. */
final class SentryEventCheck {
  private static final String RELEASE = "(?!\\.{1,2}$)(?!latest$)[^\\n\\r\\t/\\\\\\f]{1,200}";
  private static final String ENVIRONMENT = "(?i)(?!none$)[^\\n\\r\\t/\\f]{1,64}";
  private static final Set<String> KEYS =
      Set.of(
          ("event_id timestamp platform level logger transaction server_name release dist tags"
                  + " environment modules extra fingerprint exception message logentry request"
                  + " contexts user breadcrumbs sdk threads debug_meta type received")
              .split(" "));
  private static final Set<String> RESERVED_TAGS =
      Set.of("release", "dist", "user", "filename", "function", "environment");
  private static final Set<String> FRAME =
      Set.of(
          ("filename function module lineno colno abs_path context_line in_app package platform"
                  + " pre_context post_context vars native raw_function symbol image_addr"
                  + " instruction_addr lock addr_mode symbol_addr")
              .split(" "));
  private static final Set<String> USER =
      Set.of("id", "email", "username", "ip_address", "name", "geo", "data", "segment");
  private static final Set<String> EXCEPTION =
      Set.of("type", "value", "module", "stacktrace", "mechanism", "thread_id", "raw_stacktrace");
  private static final int MOST_FRAMES = 50;
  private static final int MOST_CRUMBS = 100;
  private static final int LARGEST_CONTEXT = 8 << 10;

  private SentryEventCheck() {}

  static void check(Map<String, Object> payload, Consumer<String> faults) {
    SentryJson event = new SentryJson(payload, "event.", faults);
    event.only(KEYS);
    event.matches("event_id", "[0-9a-f]{32}", true);
    event.time("timestamp", true);
    event.matches("platform", "java|python|other|native|javascript|node|go|csharp|ruby|php", true);
    event.matches("level", "fatal|error|warning|info|debug", false);
    release(event);
    event.matches("transaction", "[\\s\\S]{1,200}", false);
    tags(event);
    event.child("user").only(USER);
    event.child("user").text("id");
    fingerprint(event);
    exceptions(event);
    message(event);
    crumbs(event);
    contexts(event);
    event.child("sdk").text("name");
    event.child("sdk").text("version");
    if (!event.has("exception") && !event.has("message") && !event.has("logentry")) {
      event.fault("exception", "missing, and so is a message");
    }
  }

  static void release(SentryJson object) {
    object.matches("release", RELEASE, false);
    object.matches("environment", ENVIRONMENT, false);
  }

  private static void tags(SentryJson event) {
    Map<String, Object> tags = event.child("tags").map();
    tags.forEach(
        (key, value) -> {
          if (!key.matches("[a-zA-Z0-9_.:-]{1,32}") || RESERVED_TAGS.contains(key)) {
            event.fault("tags", "a key that is not taken");
          }
          if (!(value instanceof String text)
              || text.isEmpty()
              || text.codePointCount(0, text.length()) > 200
              || text.contains("\n")) {
            event.fault("tags", "a value that is not taken");
          }
        });
  }

  private static void fingerprint(SentryJson event) {
    List<?> parts = event.list("fingerprint");
    if (event.has("fingerprint") && parts.isEmpty()) {
      event.fault("fingerprint", "empty");
    }
    if (!parts.stream().allMatch(String.class::isInstance)) {
      event.fault("fingerprint", "no texts");
    }
  }

  private static void exceptions(SentryJson event) {
    if (event.has("exception") && event.child("exception").list("values").isEmpty()) {
      event.fault("exception", "no values");
    }
    for (SentryJson exception : event.child("exception").children("values")) {
      exception.only(EXCEPTION);
      if (exception.text("type") == null && exception.text("value") == null) {
        exception.fault("type", "missing, and so is a value");
      }
      exception.text("module");
      SentryJson mechanism = exception.child("mechanism");
      if (exception.has("mechanism")) {
        mechanism.matches("type", "[\\s\\S]{1,128}", true);
        mechanism.flag("handled");
      }
      List<SentryJson> frames = exception.child("stacktrace").children("frames");
      if (exception.has("stacktrace") && (frames.isEmpty() || frames.size() > MOST_FRAMES)) {
        exception.fault("stacktrace", "no frames, or more than are kept");
      }
      frames.forEach(SentryEventCheck::frame);
    }
  }

  private static void frame(SentryJson frame) {
    frame.only(FRAME);
    frame.text("module");
    frame.text("filename");
    frame.matches("function", "[^\\n]{1,256}", false);
    frame.number("lineno", 0, true);
    frame.flag("in_app");
  }

  private static void message(SentryJson event) {
    for (String key : List.of("logentry", "message")) {
      String text = text(event, key);
      if (event.has(key) && (text == null || text.isEmpty() || text.length() > 8_192)) {
        event.fault(key, "empty or too long");
      }
    }
  }

  /** What an event says in words: a text, or an object that holds one. */
  static @Nullable String text(SentryJson event, String key) {
    return event.map().get(key) instanceof Map<?, ?>
        ? event.child(key).text("formatted")
        : event.text(key);
  }

  private static void crumbs(SentryJson event) {
    if (event.map().get("breadcrumbs") instanceof List) {
      event.fault("breadcrumbs", "a bare list");
      return;
    }
    List<SentryJson> crumbs = event.child("breadcrumbs").children("values");
    if (crumbs.size() > MOST_CRUMBS) {
      event.fault("breadcrumbs", "too many");
    }
    for (SentryJson crumb : crumbs) {
      crumb.only(Set.of("timestamp", "type", "category", "message", "data", "level", "origin"));
      crumb.time("timestamp", false);
      crumb.text("message");
      crumb.matches("level", "fatal|error|warning|info|debug", false);
    }
  }

  private static void contexts(SentryJson event) {
    SentryJson contexts = event.child("contexts");
    for (String name : contexts.map().keySet()) {
      String text = String.valueOf(contexts.child(name).map());
      if (text.getBytes(StandardCharsets.UTF_8).length > LARGEST_CONTEXT) {
        contexts.fault(name, "too large");
      }
    }
    SentryJson trace = contexts.child("trace");
    if (contexts.has("trace")) {
      trace.matches("trace_id", "(?!0+$)[0-9a-f]{32}", true);
      trace.matches("span_id", "(?!0+$)[0-9a-f]{16}", true);
    }
  }
}
