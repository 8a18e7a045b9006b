package dev.candor.telemetry.exporter.sentry;

import dev.candor.telemetry.exporter.SpanFacts;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.sentry.SentryEvent;
import io.sentry.SentryLevel;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** {@code config.change} as a message, with the change as its context (row SQ-30). */
final class SentryMessages {
  private static final String PREFIX = "config.change.";
  private static final String FILE = "file";

  /** Bytes of the list's name and brackets. */
  private static final int LIST = JsonSize.ofEntry("changes", List.of());

  private SentryMessages() {}

  static SentryEvent event(SpanData span) {
    SpanFacts facts = SpanFacts.of(span);
    SentryEvent event = new SentryEvent(SentryNames.date(facts.startMillis()));
    event.setPlatform("java");
    event.setLevel(SentryLevel.INFO);
    // Sentry's class writes it under a name that its schema does not have.
    event.setUnknown(Map.of("logentry", Map.of("formatted", "config_changed")));
    int missing = change(event, span);
    SentryContexts.fill(event, span, facts);
    SentryFit.leaveOut(event, missing);
    return event;
  }

  /** Sets the context, and returns how many values have no room in it. */
  private static int change(SentryEvent event, SpanData span) {
    Map<String, Object> change = new TreeMap<>();
    Map<String, Object> context = new TreeMap<>();
    span.getAttributes()
        .forEach(
            (key, value) -> {
              if (key.getKey().startsWith(PREFIX)
                  && (!(value instanceof Double number) || Double.isFinite(number))) {
                String name = key.getKey().substring(PREFIX.length());
                (name.equals(FILE) ? context : change).put(name, SentryContexts.cut(value));
              }
            });
    Map<String, Object> kept =
        SentryContexts.kept(change, SentryContexts.LARGEST - JsonSize.of(context) - LIST);
    context.put("changes", List.of(kept));
    event.getContexts().set("config_change", context);
    return change.size() - kept.size();
  }
}
