package dev.candor.telemetry.exporter.sentry;

import dev.candor.telemetry.exporter.SpanFacts;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.sentry.SentryEvent;
import io.sentry.SentryLevel;
import io.sentry.protocol.Message;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** {@code config.change} as a message, with the change as its context (row SQ-30). */
final class SentryMessages {
  private static final String PREFIX = "config.change.";
  private static final String FILE = "file";

  private SentryMessages() {}

  static SentryEvent event(SpanData span) {
    SpanFacts facts = SpanFacts.of(span);
    SentryEvent event = new SentryEvent(SentryNames.date(facts.startMillis()));
    event.setPlatform("java");
    event.setLevel(SentryLevel.INFO);
    Message message = new Message();
    message.setFormatted("config_changed");
    event.setMessage(message);
    SentryContexts.fill(event, span, facts);
    event.getContexts().set("config_change", change(span));
    return event;
  }

  private static Map<String, Object> change(SpanData span) {
    Map<String, Object> change = new TreeMap<>();
    Map<String, Object> context = new TreeMap<>();
    span.getAttributes()
        .forEach(
            (key, value) -> {
              if (key.getKey().startsWith(PREFIX)
                  && (!(value instanceof Double number) || Double.isFinite(number))) {
                String name = key.getKey().substring(PREFIX.length());
                (name.equals(FILE) ? context : change).put(name, value);
              }
            });
    context.put("changes", List.of(change));
    return context;
  }
}
