package dev.candor.telemetry.exporter.ga4;

import dev.candor.telemetry.exporter.SpanFacts;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Turns a span into an event as {@link Ga4Table} says. Pure. */
final class Ga4Mapping {
  private static final AttributeKey<String> PAGE = AttributeKey.stringKey(Ga4Table.PAGE);
  private static final AttributeKey<Double> PAGE_TIME = AttributeKey.doubleKey(Ga4Table.PAGE_TIME);
  private static final Map<AttributeKey<String>, String> RESOURCE_PARAMS = new LinkedHashMap<>();

  static {
    Ga4Table.RESOURCE_PARAMS.forEach(
        (key, name) -> RESOURCE_PARAMS.put(AttributeKey.stringKey(key), name));
  }

  private static final long NANOS_PER_MICRO = 1_000;

  private final String pages;

  /** For an application whose pages have addresses below {@code pages}. */
  Ga4Mapping(String pages) {
    this.pages = pages;
  }

  /** Returns the event, or null if Google would not take it. */
  @Nullable Ga4Event map(SpanData span) {
    SpanFacts facts = SpanFacts.of(span);
    Ga4Row row = Ga4Table.of(span.getName());
    Ga4Params params = new Ga4Params();
    params.add(Ga4Table.SESSION_ID, session(facts));
    params.add(Ga4Table.ENGAGEMENT, Math.max(1, row.timed() ? engaged(span, facts) : 1));
    RESOURCE_PARAMS.forEach((key, name) -> params.add(name, span.getResource().getAttribute(key)));
    own(row, span, facts, params);
    if (!row.event().equals(Ga4Table.ERROR)) {
      rest(row, span.getAttributes(), params);
    }
    Ga4Event event = new Ga4Event(row.name(), micros(row, span, facts), params.kept());
    return Ga4Rules.broken(event).isEmpty() ? event : null;
  }

  private void own(Ga4Row row, SpanData span, SpanFacts facts, Ga4Params params) {
    if (row.event().equals(Ga4Table.ENDED)) {
      params.add(Ga4Table.SESSION_LENGTH, facts.durationMillis());
    }
    String page = row.event().equals("page.view") ? span.getAttributes().get(PAGE) : null;
    if (page != null) {
      String path = "/" + URLEncoder.encode(page, StandardCharsets.UTF_8).replace("+", "%20");
      params.add(Ga4Table.PAGE_LOCATION, pages + path);
      params.add(Ga4Table.PAGE_TITLE, page);
      params.add(Ga4Table.PAGE_PATH, path);
    }
    for (Ga4Row.Field field : row.fields()) {
      params.add(field.parameter(), value(span.getAttributes(), field.key()));
    }
  }

  private static void rest(Ga4Row row, Attributes attributes, Ga4Params params) {
    attributes.forEach(
        (key, value) -> {
          if (!key.getKey().equals(Ga4Table.SESSION) && !row.knows(key.getKey())) {
            params.add(row.names().of(key.getKey()), value);
          }
        });
  }

  private static @Nullable Object value(Attributes attributes, String key) {
    Object[] found = {null};
    attributes.forEach(
        (each, value) -> {
          if (each.getKey().equals(key)) {
            found[0] = value;
          }
        });
    return found[0];
  }

  /**
   * Seconds, as Google's own tag does; of a session whose id holds no time, a number of its own.
   */
  private static @Nullable Long session(SpanFacts facts) {
    if (facts.session() == null) {
      return null;
    }
    long seconds = facts.sessionMillis() / 1_000;
    return seconds > 0
        ? seconds
        : 1
            + (UUID.nameUUIDFromBytes(facts.session().getBytes(StandardCharsets.UTF_8))
                    .getLeastSignificantBits()
                & 0x7fff_ffffL);
  }

  private static long engaged(SpanData span, SpanFacts facts) {
    Double seconds = span.getAttributes().get(PAGE_TIME);
    return seconds == null ? facts.durationMillis() : Math.round(seconds * 1_000);
  }

  private static long micros(Ga4Row row, SpanData span, SpanFacts facts) {
    boolean byEnd =
        row.event().equals(Ga4Table.ENDED)
            || facts.durationMillis() > Ga4Limits.DATED_BY_START.toMillis();
    return Math.floorDiv(
        byEnd ? span.getEndEpochNanos() : span.getStartEpochNanos(), NANOS_PER_MICRO);
  }
}
