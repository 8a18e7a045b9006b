package dev.candor.telemetry.exporter.sentry;

import dev.candor.telemetry.exporter.SpanFacts;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.sentry.SentryBaseEvent;
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
  private static final int LONGEST_TEXT = 1_024;
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

  static void fill(SentryBaseEvent event, SpanData span, SpanFacts facts) {
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

  private static void machine(SentryBaseEvent event, SpanData span) {
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

  private static void candor(SentryBaseEvent event, SpanData span, SpanFacts facts) {
    Map<String, Object> own = new TreeMap<>();
    put(own, "session", facts.session());
    put(own, "count", span.getAttributes().get(AttributeKey.longKey("app.error.count")));
    put(own, "registry", resource(span, "candor.registry.hash"));
    if (!own.isEmpty()) {
      event.getContexts().set(SentryNames.CLIENT, own);
    }
  }

  /** Whatever else an event carries: one context for each prefix, such as a configuration. */
  private static void others(SentryBaseEvent event, Attributes attributes) {
    Map<String, Map<String, Object>> contexts = new HashMap<>();
    attributes.forEach(
        (key, value) -> {
          String name = key.getKey();
          int dot = name.lastIndexOf('.');
          if (dot > 0 && !OWN.contains(name) && isWritable(value)) {
            contexts
                .computeIfAbsent(name.substring(0, dot).replace('.', '_'), k -> new TreeMap<>())
                .put(name.substring(dot + 1), value instanceof String s ? cut(s) : value);
          }
        });
    contexts.forEach(event.getContexts()::set);
  }

  /** JSON has no word for a number that is none. */
  private static boolean isWritable(Object value) {
    return !(value instanceof Double number) || Double.isFinite(number);
  }

  private static String cut(String text) {
    return SentryNames.cut(text, LONGEST_TEXT);
  }

  private static void put(Map<String, Object> map, String key, @Nullable Object value) {
    if (value != null) {
      map.put(key, value);
    }
  }

  private static @Nullable String resource(SpanData span, String key) {
    return span.getResource().getAttribute(AttributeKey.stringKey(key));
  }
}
