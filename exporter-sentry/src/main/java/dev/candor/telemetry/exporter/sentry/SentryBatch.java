package dev.candor.telemetry.exporter.sentry;

import dev.candor.telemetry.exporter.EventItem;
import dev.candor.telemetry.exporter.Limits;
import dev.candor.telemetry.exporter.OtelData;
import dev.candor.telemetry.exporter.OtlpBodies;
import dev.candor.telemetry.exporter.SealContext;
import dev.candor.telemetry.exporter.Sealed;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.sentry.SentryEvent;
import io.sentry.Session;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The items of one sealing, apart by how they travel. One thread. */
final class SentryBatch {
  private final SealContext context;
  private final Limits limits;
  private final Map<Map<String, String>, Resource> resources = new HashMap<>();
  private final Map<String, SentryEvent> events = new LinkedHashMap<>();
  private final List<String> sessionIds = new ArrayList<>();
  private final List<Session> sessions = new ArrayList<>();
  private final List<EventItem> spans = new ArrayList<>();

  SentryBatch(SealContext context, Limits limits) {
    this.context = context;
    this.limits = limits;
  }

  /** Takes an item in; what has no form at Sentry is left out. */
  void add(EventItem item) {
    SentryMapping.Form form = SentryMapping.form(item.name());
    if (form == SentryMapping.Form.SPAN) {
      spans.add(item);
      return;
    }
    SpanData span = span(item);
    if (span != null) {
      switch (form) {
        case ERROR -> events.put(item.id(), SentryErrors.event(span));
        case MESSAGE -> events.put(item.id(), SentryMessages.event(span));
        case SESSION_START -> add(item.id(), SentrySessions.start(span));
        default -> add(item.id(), SentrySessions.end(span));
      }
    }
  }

  /** Returns the bodies: each event alone, then sessions, then spans. */
  List<Sealed> seal(SentryEnvelopes envelopes, OtlpBodies bodies) {
    List<Sealed> sealed = new ArrayList<>();
    events.forEach(
        (id, event) -> {
          Sealed envelope = envelopes.event(id, event);
          if (envelope.body().length <= limits.bytes()) {
            sealed.add(envelope);
          }
        });
    sealed.addAll(envelopes.sessions(sessionIds, sessions));
    sealed.addAll(bodies.traces(SentryDestination.SPANS, spans, context, SentryMapping::span));
    return sealed;
  }

  private void add(String id, @Nullable Session session) {
    if (session != null) {
      sessionIds.add(id);
      sessions.add(session);
    }
  }

  /** Returns nothing for what has no form in OpenTelemetry. */
  private @Nullable SpanData span(EventItem item) {
    try {
      Resource resource =
          resources.computeIfAbsent(item.resource(), map -> OtelData.resource(map, context));
      return OtelData.span(item, resource);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
