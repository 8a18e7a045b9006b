package dev.candor.telemetry.otel;

import java.nio.ByteBuffer;
import java.util.UUID;

/** Version 7 of RFC 9562: 48 bits of milliseconds, then chance. */
final class Uuid7 {
  private Uuid7() {}

  /** Builds one from a time and at least ten bytes of chance. */
  static String of(long millis, byte[] chance) {
    ByteBuffer bytes = ByteBuffer.wrap(chance);
    long high = (millis << 16) | 0x7000 | (bytes.getShort(0) & 0x0fff);
    long low = (bytes.getLong(2) & 0x3fff_ffff_ffff_ffffL) | Long.MIN_VALUE;
    return new UUID(high, low).toString();
  }
}
