package dev.candor.telemetry.outbox;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * What an id is known by: the first 128 bits of its hash. They are spread evenly whatever ids look
 * like, and two ids share them no sooner than two random UUIDs are equal.
 */
record IdKey(long high, long low) implements Comparable<IdKey> {
  static final int BYTES = 16;

  static IdKey of(String id, MessageDigest sha256) {
    return read(ByteBuffer.wrap(sha256.digest(id.getBytes(StandardCharsets.UTF_8))), 0);
  }

  static IdKey read(ByteBuffer bytes, int index) {
    return new IdKey(bytes.getLong(index), bytes.getLong(index + Long.BYTES));
  }

  void write(ByteBuffer bytes) {
    bytes.putLong(high).putLong(low);
  }

  /** Its first 32 bits. */
  int print() {
    return (int) (high >>> Integer.SIZE);
  }

  @Override
  public int compareTo(IdKey other) {
    int order = Long.compareUnsigned(high, other.high);
    return order == 0 ? Long.compareUnsigned(low, other.low) : order;
  }
}
