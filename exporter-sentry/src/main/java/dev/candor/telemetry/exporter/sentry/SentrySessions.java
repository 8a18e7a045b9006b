package dev.candor.telemetry.exporter.sentry;

import dev.candor.telemetry.exporter.SpanFacts;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.sentry.Session;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * {@code session.start} and {@code session} as the two updates from which Sentry tells the health
 * of a release. Its crash-free rate counts what ours counts: {@code crash} and nothing else.
 */
final class SentrySessions {
  private static final AttributeKey<String> REASON = AttributeKey.stringKey("session.end.reason");
  private static final AttributeKey<Long> ERRORS = AttributeKey.longKey("session.errors");
  private static final double MILLIS = 1_000.0;

  private SentrySessions() {}

  /** The first update, or null outside of a session. */
  static @Nullable Session start(SpanData span) {
    SpanFacts facts = SpanFacts.of(span);
    return session(span, facts, Session.State.Ok, true, facts.startMillis(), null);
  }

  /** The last update, or null outside of a session. */
  static @Nullable Session end(SpanData span) {
    SpanFacts facts = SpanFacts.of(span);
    double seconds = facts.durationMillis() / MILLIS;
    return session(span, facts, state(span), false, facts.endMillis(), seconds);
  }

  private static Session.State state(SpanData span) {
    String reason = span.getAttributes().get(REASON);
    return switch (reason == null ? "" : reason) {
      case "crash" -> Session.State.Crashed;
      case "unfinished" -> Session.State.Abnormal;
      default -> Session.State.Exited;
    };
  }

  private static @Nullable Session session(
      SpanData span,
      SpanFacts facts,
      Session.State state,
      boolean first,
      long updated,
      @Nullable Double seconds) {
    String id = facts.session();
    if (id == null || !isUuid(id)) {
      return null;
    }
    return new Session(
        state,
        SentryNames.date(facts.startMillis()),
        SentryNames.date(updated),
        errors(span, state),
        facts.installation(),
        id,
        first ? Boolean.TRUE : null,
        first ? 0L : 1L,
        seconds,
        null,
        null,
        SentryNames.environment(span.getResource()),
        SentryNames.release(span.getResource()),
        state == Session.State.Abnormal ? "unfinished" : null);
  }

  /** What the session says; a crash was an error even where errors may not be told. */
  private static int errors(SpanData span, Session.State state) {
    Long told = span.getAttributes().get(ERRORS);
    long least = state == Session.State.Crashed ? 1 : 0;
    return (int) Math.min(Integer.MAX_VALUE, Math.max(least, told == null ? 0 : told));
  }

  private static boolean isUuid(String id) {
    try {
      return UUID.fromString(id).toString().equals(id);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
