package dev.candor.telemetry.console;

import java.util.BitSet;

/** Which events came, and how many came twice. Any thread. */
final class SeenNumbers {
  private static final long MOST = 1L << 27;

  private final BitSet seen = new BitSet();
  private long doubled;

  /** Notes a number as it was sent; what is none of ours is not counted. */
  synchronized void add(long number) {
    long at = number - PipelineRequests.FIRST;
    if (at < 0 || at >= MOST) {
      return;
    }
    if (seen.get((int) at)) {
      doubled++;
    } else {
      seen.set((int) at);
    }
  }

  synchronized long distinct() {
    return seen.cardinality();
  }

  synchronized long doubled() {
    return doubled;
  }
}
