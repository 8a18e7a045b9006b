package dev.candor.telemetry.otel;

import dev.candor.telemetry.SourceSession;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Derives every id of a watched session from what names it, without a secret, so that telling the
 * same thing twice, here or elsewhere, gives the same id.
 */
final class SourceKey {
  private static final int ITEM_BYTES = 24;

  private final SourceSession session;
  private final long started;
  private @Nullable String sessionId;

  SourceKey(SourceSession session) {
    this.session = session;
    this.started = session.started().toEpochMilli();
  }

  SourceSession session() {
    return session;
  }

  /**
   * A UUIDv7 of the session's start. Made when it is asked for: while everything is off nothing is
   * hashed, because the first digest of a process makes newer JDKs read files.
   */
  synchronized String sessionId() {
    if (sessionId == null) {
      sessionId = Uuid7.of(started, hash("session.id", 0));
    }
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
