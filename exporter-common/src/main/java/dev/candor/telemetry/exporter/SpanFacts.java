package dev.candor.telemetry.exporter;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What every vendor asks of a span, beside its own attributes.
 *
 * @param itemId trace id and span id: the key by which vendors de-duplicate
 * @param startMillis when it began, milliseconds since 1970
 * @param endMillis when it ended
 * @param session the session's id, or null outside of one
 * @param sessionMillis when the session began, read from its id, a UUID of version 7; 0 if unknown
 * @param installation the pseudonymous id of the installation, or null
 */
public record SpanFacts(
    String itemId,
    long startMillis,
    long endMillis,
    @Nullable String session,
    long sessionMillis,
    @Nullable String installation) {
  private static final AttributeKey<String> SESSION = AttributeKey.stringKey("session.id");
  private static final AttributeKey<String> INSTALLATION =
      AttributeKey.stringKey(OtelData.INSTALLATION_ID);
  private static final long MILLI = 1_000_000;

  /** Reads them. */
  public static SpanFacts of(SpanData span) {
    String session = span.getAttributes().get(SESSION);
    return new SpanFacts(
        OtelData.itemId(span),
        Math.floorDiv(span.getStartEpochNanos(), MILLI),
        Math.floorDiv(span.getEndEpochNanos(), MILLI),
        session,
        session == null ? 0 : millis(session),
        span.getResource().getAttribute(INSTALLATION));
  }

  /** How long it took, in milliseconds; never negative. */
  public long durationMillis() {
    return Math.max(0, endMillis - startMillis);
  }

  private static long millis(String session) {
    try {
      UUID id = UUID.fromString(session);
      return id.version() == 7 ? id.getMostSignificantBits() >>> 16 : 0;
    } catch (IllegalArgumentException e) {
      return 0;
    }
  }

  /** Shows no value. */
  @Override
  public String toString() {
    return "SpanFacts[" + itemId + "]";
  }
}
