package dev.candor.telemetry.gateway;

import com.google.protobuf.ByteString;

/**
 * What a request is answered. A Collector drops what is answered with 400, 401, 403, 404, 413 or
 * 500, so there are two statuses: it was taken, or it is to come again.
 *
 * @param word a counter's label
 * @param isTaken whether it need not come again
 * @param rejected how many of its items were not taken, as far as is known
 * @param body what goes with it
 */
record Reply(String word, boolean isTaken, long rejected, ByteString body) {
  /** The store has no room, or the disk or the file fails. */
  static final Reply FULL = later("full");

  /** It is larger than the limits, which an operator can raise. */
  static final Reply TOO_LARGE = later("too_large");

  /** Too much is held, or being worked on, at once. */
  static final Reply BUSY = later("busy");

  /** The stores are not open yet. */
  static final Reply STARTING = later("starting");

  /** It is about to end. */
  static final Reply STOPPING = later("stopping");

  /** The token is missing or is none of ours. */
  static final Reply TOKEN = later("token");

  /** No POST: it brings nothing that could be taken, and may be one that was turned on its way. */
  static final Reply METHOD = later("method");

  /** No such path, or one that is not configured. */
  static final Reply PATH = later("path");

  /** Of a type or compression that is not spoken here. */
  static final Reply ENCODING = later("encoding");

  /** It did not arrive in time. */
  static final Reply SLOW = later("slow");

  /** A fault of ours. */
  static final Reply FAULT = later("fault");

  /** Whether an operator should hear of it; starting and stopping are told by their own lines. */
  boolean isWorthALine() {
    return !word.equals("taken") && !word.equals("starting") && !word.equals("stopping");
  }

  static Reply taken(long rejected, ByteString body) {
    return new Reply("taken", true, rejected, body);
  }

  static Reply unreadable(ByteString body) {
    return new Reply("unreadable", true, 0, body);
  }

  private static Reply later(String word) {
    return new Reply(word, false, 0, ByteString.EMPTY);
  }
}
