package dev.candor.telemetry.otel;

import dev.candor.telemetry.SourceSession;
import java.nio.charset.StandardCharsets;

/**
 * Derives every id of a watched session from what names it, without a secret, so that telling the
 * same thing twice, here or elsewhere, gives the same id.
 */
final class SourceKey {
  private static final int ITEM_BYTES = 24;

  private final SourceSession session;
  private final String sessionId;

  SourceKey(SourceSession session) {
    this.session = session;
    this.sessionId = Uuid7.of(session.started().toEpochMilli(), hash("session.id", 0));
  }

  SourceSession session() {
    return session;
  }

  /** A UUIDv7 of the session's start. */
  String sessionId() {
    return sessionId;
  }

  /** The id of one item: trace id and span id. */
  String itemId(String kind, long sequence) {
    return Hex.of(hash(kind, sequence), 0, ITEM_BYTES);
  }

  private byte[] hash(String kind, long sequence) {
    String text =
        "candor/1\0" + session.source() + "\0" + session.run() + "\0" + kind + "\0" + sequence;
    return Hex.digest(text.getBytes(StandardCharsets.UTF_8));
  }
}
