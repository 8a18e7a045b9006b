package dev.candor.telemetry.exporter.sentry;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.sdk.trace.data.DelegatingSpanData;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Which of our events becomes what at Sentry. Pure. */
final class SentryMapping {
  /** The table; every event that is not in it is a span. */
  static final List<Row> ROWS =
      List.of(
          new Row("app.error", Form.ERROR, "event with exceptions, level fatal or error"),
          new Row("config.change", Form.MESSAGE, "event `config_changed`, level info"),
          new Row("session.start", Form.SESSION_START, "session, `init`, status ok"),
          new Row(
              "session",
              Form.SESSION_END,
              "session, status exited, crashed or abnormal, duration"));

  private static final Map<String, Form> FORMS = forms();

  private SentryMapping() {}

  /** What an event becomes. */
  static Form form(String event) {
    return FORMS.getOrDefault(event, Form.SPAN);
  }

  /** Tells whether an application may give one of its events this name. */
  static boolean fitsEvent(String name) {
    return ROWS.stream().noneMatch(row -> row.event().equalsIgnoreCase(name));
  }

  /** Tells whether an application may give an attribute this name. */
  static boolean fitsAttribute(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return name.chars().allMatch(SentryNames::fitsKey)
        && !lower.startsWith("sentry.")
        && !lower.equals("session.id");
  }

  /** Returns a span as Sentry wants it: with its release and environment on itself. */
  static SpanData span(SpanData span) {
    return new Released(span);
  }

  private static Map<String, Form> forms() {
    Map<String, Form> forms = new TreeMap<>();
    ROWS.forEach(row -> forms.put(row.event(), row.form()));
    return Map.copyOf(forms);
  }

  /**
   * One row of the table.
   *
   * @param event our event
   * @param form how it travels
   * @param atSentry what it is there, in words
   */
  record Row(String event, Form form, String atSentry) {}

  /** How an event travels. */
  enum Form {
    /** An event with exceptions, alone in its envelope. */
    ERROR,
    /** An event with a message, alone in its envelope. */
    MESSAGE,
    /** The first update of a session, up to a hundred to an envelope. */
    SESSION_START,
    /** The last update of a session. */
    SESSION_END,
    /** A span, by OTLP. */
    SPAN
  }

  /** A span with two attributes more, and some less. */
  private static final class Released extends DelegatingSpanData {
    private static final AttributeKey<String> RELEASE = AttributeKey.stringKey("sentry.release");
    private static final AttributeKey<String> ENVIRONMENT =
        AttributeKey.stringKey("sentry.environment");

    private final Attributes attributes;

    Released(SpanData span) {
      super(span);
      AttributesBuilder more = Attributes.builder();
      span.getAttributes().forEach((key, value) -> put(more, key, value));
      more.put(RELEASE, SentryNames.release(span.getResource()));
      String environment = SentryNames.environment(span.getResource());
      if (environment != null) {
        more.put(ENVIRONMENT, environment);
      }
      attributes = more.build();
    }

    /** What Sentry has no use for is left out: empty texts, numbers that are none. */
    @SuppressWarnings("unchecked") // the value is of the key's type
    private static void put(AttributesBuilder more, AttributeKey<?> key, Object value) {
      boolean empty = value instanceof String text && text.isEmpty();
      boolean none = value instanceof Double number && !Double.isFinite(number);
      if (!empty && !none) {
        more.put((AttributeKey<Object>) key, value);
      }
    }

    @Override
    public Attributes getAttributes() {
      return attributes;
    }

    @Override
    public int getTotalAttributeCount() {
      return attributes.size();
    }
  }
}
