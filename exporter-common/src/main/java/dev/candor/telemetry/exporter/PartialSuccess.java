package dev.candor.telemetry.exporter;

/**
 * Reads how many spans or data points an OTLP receiver refused, from the protobuf of its answer:
 * field 1 (partial success), and in it field 1 (a count). Nothing else of the answer is looked at.
 */
final class PartialSuccess {
  private static final int VARINT = 0;
  private static final int FIXED64 = 1;
  private static final int LENGTH = 2;
  private static final int FIXED32 = 5;

  private final byte[] bytes;
  private final int end;
  private int at;

  private PartialSuccess(byte[] bytes, int from, int end) {
    this.bytes = bytes;
    this.at = from;
    this.end = end;
  }

  /** Returns the count, or 0 if there is none or the answer is not protobuf. */
  static long rejected(byte[] answer) {
    try {
      PartialSuccess whole = new PartialSuccess(answer, 0, answer.length);
      return whole.find(LENGTH) ? Math.max(0, whole.message().count()) : 0;
    } catch (IndexOutOfBoundsException e) {
      return 0;
    }
  }

  private PartialSuccess message() {
    int length = length();
    return new PartialSuccess(bytes, at, at + length);
  }

  private long count() {
    return find(VARINT) ? varint() : 0;
  }

  /** Goes to the value of field 1 of the given type. */
  private boolean find(int type) {
    while (at < end) {
      long tag = varint();
      if (tag == ((1L << 3) | type)) {
        return true;
      }
      skip((int) (tag & 7));
    }
    return false;
  }

  private void skip(int type) {
    switch (type) {
      case VARINT -> varint();
      case FIXED64 -> advance(8);
      case LENGTH -> advance(length());
      case FIXED32 -> advance(4);
      default -> throw new IndexOutOfBoundsException();
    }
  }

  private int length() {
    long length = varint();
    if (length < 0 || length > end - at) {
      throw new IndexOutOfBoundsException();
    }
    return (int) length;
  }

  private void advance(int count) {
    if (count > end - at) {
      throw new IndexOutOfBoundsException();
    }
    at += count;
  }

  private long varint() {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      if (at >= end) {
        throw new IndexOutOfBoundsException();
      }
      byte b = bytes[at++];
      value |= (long) (b & 0x7f) << shift;
      if (b >= 0) {
        return value;
      }
    }
    throw new IndexOutOfBoundsException();
  }
}
