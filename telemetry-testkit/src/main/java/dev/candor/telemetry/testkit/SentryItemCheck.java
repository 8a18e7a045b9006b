package dev.candor.telemetry.testkit;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Holds an envelope's items against what Sentry takes in one envelope, and in each of them. */
final class SentryItemCheck {
  private static final int MOST_SESSIONS = 100;
  private static final int LARGEST_EVENT = 1_000_000;
  private static final String UUID =
      "[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}";
  private static final Set<String> SESSION =
      Set.of(
          ("sid did init started timestamp status seq errors duration attrs abnormal_mechanism"
                  + " user_agent ip_address")
              .split(" "));
  private static final String REASON =
      "queue_overflow|cache_overflow|ratelimit_backoff|network_error|sample_rate|before_send"
          + "|event_processor|send_error|internal_sdk_error|insufficient_data|backpressure";
  private static final String CATEGORY =
      "default|error|transaction|security|attachment|session|profile|replay|monitor|metric_bucket"
          + "|span|log_item";

  /** Updates of an older session are thrown away in silence. */
  private static final Duration OLDEST_SESSION = Duration.ofDays(5);

  private final Instant now;
  private final Consumer<String> faults;

  /** For an envelope that arrived at that time. */
  SentryItemCheck(Instant now, Consumer<String> faults) {
    this.now = now;
    this.faults = faults;
  }

  /** Checks all; false if an item alone is too large, for which the whole envelope is refused. */
  boolean check(SentryFrames envelope) {
    new SentryJson(envelope.header(), "header.", faults).time("sent_at", false);
    new SentryJson(envelope.header(), "header.", faults).matches("event_id", "[0-9a-f]{32}", false);
    long events = count(envelope, "event");
    if (events + count(envelope, "transaction") > 1) {
      faults.accept("envelope: more than one event");
    }
    if (events > 0 && !envelope.header().containsKey("event_id")) {
      faults.accept("header.event_id: missing");
    }
    if (count(envelope, "session") > MOST_SESSIONS) {
      faults.accept("envelope: too many sessions");
    }
    if (envelope.items().isEmpty()) {
      faults.accept("envelope: no items");
    }
    for (SentryFrames.Item item : envelope.items()) {
      if (item.type().equals("event") && item.payload().length > LARGEST_EVENT) {
        return false;
      }
      item(item, envelope.header().get("event_id"));
    }
    return true;
  }

  private void item(SentryFrames.Item item, @org.jspecify.annotations.Nullable Object eventId) {
    Map<String, Object> payload;
    try {
      if (!Set.of("event", "session", "client_report").contains(item.type())) {
        return; // Sentry skips what it does not know.
      }
      payload = item.json();
    } catch (IOException e) {
      faults.accept(item.type() + ": no JSON object: " + e.getMessage());
      return;
    }
    switch (item.type()) {
      case "event" -> {
        SentryEventCheck.check(payload, faults);
        if (eventId != null && !eventId.equals(payload.get("event_id"))) {
          faults.accept("event.event_id: not the header's");
        }
      }
      case "session" -> session(new SentryJson(payload, "session.", faults));
      default -> report(new SentryJson(payload, "client_report.", faults));
    }
  }

  private void session(SentryJson session) {
    session.only(SESSION);
    session.matches("sid", UUID, true);
    session.time("started", true);
    session.notBefore("started", now.minus(OLDEST_SESSION));
    session.time("timestamp", false);
    session.matches("status", "ok|exited|crashed|abnormal|errored", true);
    session.flag("init");
    session.number("seq", 0, true);
    session.number("errors", 0, true);
    session.number("duration", 0, false);
    session.text("did");
    SentryJson attributes = session.child("attrs");
    SentryEventCheck.release(attributes);
    if (!attributes.has("release")) {
      attributes.fault("release", "missing");
    }
    Object errors = session.map().getOrDefault("errors", 0);
    if ("crashed".equals(session.map().get("status")) && errors.equals(0)) {
      session.fault("errors", "a crash without an error");
    }
  }

  private static void report(SentryJson report) {
    report.time("timestamp", false);
    List<SentryJson> discarded = report.children("discarded_events");
    if (discarded.isEmpty()) {
      report.fault("discarded_events", "missing");
    }
    for (SentryJson one : discarded) {
      one.matches("reason", REASON, true);
      one.matches("category", CATEGORY, true);
      one.number("quantity", 1, true);
      if (!one.has("quantity")) {
        one.fault("quantity", "missing");
      }
    }
  }

  private static long count(SentryFrames envelope, String type) {
    return envelope.items().stream().filter(item -> item.type().equals(type)).count();
  }
}
