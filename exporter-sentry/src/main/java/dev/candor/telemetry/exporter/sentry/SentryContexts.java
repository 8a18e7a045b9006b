package dev.candor.telemetry.exporter.sentry;

import dev.candor.telemetry.exporter.SpanFacts;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.sentry.SentryEvent;
import io.sentry.protocol.App;
import io.sentry.protocol.OperatingSystem;
import io.sentry.protocol.SentryId;
import io.sentry.protocol.SentryRuntime;
import io.sentry.protocol.User;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What every Sentry event says beside its own matter: who, where, which version. */
final class SentryContexts {
  /** Bytes of one context that Sentry keeps. */
  static final int LARGEST = 8 << 10;

  private static final int LONGEST_TEXT = 1_024;
  private static final int LONGEST_NAME = 200;
  private static final int TRACE_ID = 32;

  /** Attributes of {@code app.error} that stand in the event itself. */
  private static final Set<String> OWN =
      Set.of(
          "error.type",
          "exception.stacktrace",
          "app.error.trail",
          "app.error.language",
          "app.error.origin",
          "app.error.count",
          "session.id");

  private SentryContexts() {}

  static void fill(SentryEvent event, SpanData span, SpanFacts facts) {
    event.setEventId(new SentryId(facts.itemId().substring(0, TRACE_ID)));
    event.setRelease(SentryNames.release(span.getResource()));
    event.setEnvironment(SentryNames.environment(span.getResource()));
    String installation = facts.installation();
    if (installation != null) {
      User user = new User();
      user.setId(installation);
      event.setUser(user);
    }
    SentryTags.of(span).forEach(event::setTag);
    machine(event, span);
    candor(event, span, facts);
    others(event, span.getAttributes());
  }

  private static void machine(SentryEvent event, SpanData span) {
    String system = resource(span, "os.type");
    if (system != null) {
      OperatingSystem os = new OperatingSystem();
      os.setName(system);
      event.getContexts().setOperatingSystem(os);
    }
    String architecture = resource(span, "host.arch");
    if (architecture != null) {
      event.getContexts().set("device", new TreeMap<>(Map.of("arch", architecture)));
    }
    String version = resource(span, "process.runtime.version");
    // The runtime of the one who tells, which is not that of a program it watches.
    if (version != null && "java".equals(event.getPlatform())) {
      SentryRuntime runtime = new SentryRuntime();
      runtime.setName("Java");
      runtime.setVersion(version);
      event.getContexts().setRuntime(runtime);
    }
    App app = new App();
    app.setAppName(resource(span, "service.name"));
    app.setAppVersion(resource(span, "service.version"));
    event.getContexts().setApp(app);
  }

  private static void candor(SentryEvent event, SpanData span, SpanFacts facts) {
    Map<String, Object> own = new TreeMap<>();
    put(own, "session", facts.session());
    put(own, "count", span.getAttributes().get(AttributeKey.longKey("app.error.count")));
    put(own, "registry", resource(span, "candor.registry.hash"));
    if (!own.isEmpty()) {
      event.getContexts().set(SentryNames.CLIENT, own);
    }
  }

  /** Whatever else an event carries: one context for each prefix, such as a configuration. */
  private static void others(SentryEvent event, Attributes attributes) {
    Map<String, Map<String, Object>> contexts = new HashMap<>();
    attributes.forEach(
        (key, value) -> {
          String name = key.getKey();
          int dot = name.lastIndexOf('.');
          if (dot > 0 && !OWN.contains(name) && isWritable(value)) {
            contexts
                .computeIfAbsent(name.substring(0, dot).replace('.', '_'), k -> new TreeMap<>())
                .put(name.substring(dot + 1), cut(value));
          }
        });
    // Neither who reports is overwritten, nor the change of which a message tells.
    event.getContexts().entrySet().forEach(told -> contexts.remove(told.getKey()));
    contexts.forEach(
        (name, context) -> {
          Map<String, Object> kept = kept(context, LARGEST);
          event.getContexts().set(name, kept);
          SentryFit.leaveOut(event, context.size() - kept.size());
        });
  }

  /** Returns as many of some values as have room, in the order of their names. */
  static Map<String, Object> kept(Map<String, Object> values, int room) {
    Map<String, Object> kept = new TreeMap<>();
    int size = JsonSize.of(kept);
    for (Map.Entry<String, Object> one : new TreeMap<>(values).entrySet()) {
      int more = JsonSize.ofEntry(one.getKey(), one.getValue());
      if (size + more <= room) {
        kept.put(one.getKey(), one.getValue());
        size += more;
      }
    }
    return kept;
  }

  /** JSON has no word for a number that is none. */
  private static boolean isWritable(Object value) {
    return !(value instanceof Double number) || Double.isFinite(number);
  }

  /** Cuts what is a text. */
  static Object cut(Object value) {
    return value instanceof String text ? SentryNames.cut(text, LONGEST_TEXT) : value;
  }

  private static void put(Map<String, Object> map, String key, @Nullable Object value) {
    if (value != null) {
      map.put(key, value);
    }
  }

  private static @Nullable String resource(SpanData span, String key) {
    String value = span.getResource().getAttribute(AttributeKey.stringKey(key));
    return value == null ? null : SentryNames.cut(value, LONGEST_NAME);
  }
}
