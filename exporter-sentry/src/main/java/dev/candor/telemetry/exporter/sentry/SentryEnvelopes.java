package dev.candor.telemetry.exporter.sentry;

import dev.candor.telemetry.exporter.Sealed;
import io.sentry.ISerializer;
import io.sentry.JsonSerializer;
import io.sentry.SentryEnvelope;
import io.sentry.SentryEnvelopeHeader;
import io.sentry.SentryEnvelopeItem;
import io.sentry.SentryEvent;
import io.sentry.SentryOptions;
import io.sentry.Session;
import io.sentry.clientreport.ClientReport;
import io.sentry.clientreport.DiscardedEvent;
import io.sentry.protocol.SentryId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes envelopes with Sentry's own serializer, under options of its own that read nothing of the
 * host, start nothing and send nothing. No time of sending and no address is in them. Any thread.
 */
final class SentryEnvelopes {
  /** Where envelopes go, below a project. */
  static final String PATH = "/envelope/";

  /** What they are. */
  static final String TYPE = "application/x-sentry-envelope";

  /** Sessions that Sentry takes in one envelope. */
  static final int MOST_SESSIONS = 100;

  private static final byte[] EVENT_START = "{\"event_id\":".getBytes(StandardCharsets.UTF_8);

  private final ISerializer serializer = new JsonSerializer(SentryOptions.empty());

  /** Returns the envelope of one event. */
  Sealed event(String itemId, SentryEvent event) {
    SentryEnvelopeItem item = SentryEnvelopeItem.fromEvent(serializer, event);
    return sealed(event.getEventId(), List.of(item), List.of(itemId));
  }

  /** Returns the envelopes of sessions, in order, a hundred in each. */
  List<Sealed> sessions(List<String> itemIds, List<Session> sessions) {
    List<Sealed> envelopes = new ArrayList<>();
    for (int from = 0; from < sessions.size(); from += MOST_SESSIONS) {
      int to = Math.min(from + MOST_SESSIONS, sessions.size());
      List<SentryEnvelopeItem> items = new ArrayList<>();
      for (Session session : sessions.subList(from, to)) {
        items.add(item(session));
      }
      envelopes.add(sealed(null, items, itemIds.subList(from, to)));
    }
    return envelopes;
  }

  /**
   * Returns when the sessions of an envelope began, by item; nothing of bytes that are not ours.
   */
  List<Instant> begun(Sealed sealed) {
    List<Instant> begun = new ArrayList<>();
    try {
      SentryEnvelope envelope =
          serializer.deserializeEnvelope(new ByteArrayInputStream(sealed.body()));
      for (SentryEnvelopeItem item : Objects.requireNonNull(envelope).getItems()) {
        String json = new String(item.getData(), StandardCharsets.UTF_8);
        Session session = serializer.deserialize(new StringReader(json), Session.class);
        begun.add(Objects.requireNonNull(Objects.requireNonNull(session).getStarted()).toInstant());
      }
    } catch (Exception e) { // whatever a reader of other bytes throws
      return List.of();
    }
    return begun.size() == sealed.itemIds().size() ? begun : List.of();
  }

  /** Returns the envelope that tells Sentry what was given up. It holds counts and nothing else. */
  Sealed report(Date at, List<DiscardedEvent> discarded) {
    try {
      ClientReport report = new ClientReport(at, discarded);
      return sealed(
          null, List.of(SentryEnvelopeItem.fromClientReport(serializer, report)), List.of());
    } catch (java.io.IOException e) {
      throw new IllegalStateException("memory does not fail", e);
    }
  }

  /** Returns an envelope of which Sentry keeps nothing: it skips what it does not know. */
  static Sealed nothing() {
    String lines = "{}\n{\"type\":\"candor_check\",\"length\":2}\n{}\n";
    return new Sealed(PATH, TYPE, lines.getBytes(StandardCharsets.UTF_8), List.of());
  }

  /** Tells whether a body is the envelope of an event: only those say an id in front. */
  static boolean isEvent(Sealed sealed) {
    byte[] body = sealed.body();
    return body.length > EVENT_START.length
        && Arrays.equals(body, 0, EVENT_START.length, EVENT_START, 0, EVENT_START.length);
  }

  private SentryEnvelopeItem item(Session session) {
    try {
      return SentryEnvelopeItem.fromSession(serializer, session);
    } catch (java.io.IOException e) {
      throw new IllegalStateException("memory does not fail", e);
    }
  }

  private Sealed sealed(
      @Nullable SentryId id, List<SentryEnvelopeItem> items, List<String> itemIds) {
    SentryEnvelopeHeader header = new SentryEnvelopeHeader(id, null);
    // Not by Sentry's class for it, which adds what the host's own Sentry has gathered.
    header.setUnknown(Map.of("sdk", sdk()));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(2_048);
    try {
      serializer.serialize(new SentryEnvelope(header, items), bytes);
    } catch (Exception e) {
      throw new IllegalStateException("an envelope could not be written", e);
    }
    return new Sealed(PATH, TYPE, bytes.toByteArray(), itemIds);
  }

  private static Map<String, String> sdk() {
    return new TreeMap<>(Map.of("name", SentryNames.CLIENT, "version", SentryNames.VERSION));
  }
}
