package dev.candor.telemetry.exporter.sentry;

import dev.candor.telemetry.SelfDescription;
import dev.candor.telemetry.exporter.EventItem;
import dev.candor.telemetry.exporter.Item;
import dev.candor.telemetry.exporter.Limits;
import dev.candor.telemetry.exporter.OtelData;
import dev.candor.telemetry.exporter.OtlpBodies;
import dev.candor.telemetry.exporter.Sealed;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.sentry.SentryEvent;
import io.sentry.Session;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The items of one sealing, apart by how they travel. One thread. */
final class SentryBatch {
  private final Limits limits;
  private final SelfDescription description;
  private final Map<String, SentryEvent> events = new LinkedHashMap<>();
  private final List<String> sessionIds = new ArrayList<>();
  private final List<Session> sessions = new ArrayList<>();
  private final List<SpanData> spans = new ArrayList<>();
  private final Set<String> formed = new HashSet<>();

  SentryBatch(Limits limits, SelfDescription description) {
    this.limits = limits;
    this.description = description;
  }

  /** Takes an item's span in; what has no form at Sentry is left out. */
  void add(SpanData span) {
    String id = OtelData.itemId(span);
    formed.add(id);
    switch (SentryMapping.form(span.getName())) {
      case SPAN -> spans.add(SentryMapping.span(span));
      case ERROR -> events.put(id, described(SentryErrors.event(span)));
      case MESSAGE -> events.put(id, described(SentryMessages.event(span)));
      case SESSION_START -> add(id, SentrySessions.start(span));
      case SESSION_END -> add(id, SentrySessions.end(span));
    }
  }

  private SentryEvent described(SentryEvent event) {
    SentryTags.describe(event, description);
    return event;
  }

  /** Returns the bodies: each event alone, then sessions, then spans. */
  List<Sealed> seal(SentryEnvelopes envelopes, OtlpBodies bodies) {
    List<Sealed> sealed = new ArrayList<>();
    events.forEach(
        (id, event) -> {
          Sealed envelope = SentryFit.fitted(event, id, envelopes, limits.bytes());
          if (envelope.body().length <= limits.bytes()) {
            sealed.add(envelope);
          }
        });
    sealed.addAll(envelopes.sessions(sessionIds, sessions));
    sealed.addAll(bodies.traces(SentryDestination.SPANS, spans));
    return sealed;
  }

  /** Notes the items that are in none of the bodies, and why. */
  void leftOut(List<Item> items, List<Sealed> sealed, ClientReports reports) {
    Set<String> inBody = new HashSet<>();
    sealed.forEach(body -> inBody.addAll(body.itemIds()));
    for (Item item : items) {
      if (item instanceof EventItem event && !inBody.contains(event.id())) {
        // What had a form and is in no body had no room.
        reports.addLeftOut(
            formed.contains(event.id()) ? DiscardReason.LEFT_OUT : DiscardReason.INCOMPLETE,
            SentryCategory.of(SentryMapping.form(event.name())),
            event.id());
      }
    }
  }

  private void add(String id, @Nullable Session session) {
    if (session == null) {
      formed.remove(id);
    } else {
      sessionIds.add(id);
      sessions.add(session);
    }
  }
}
