package dev.candor.telemetry.exporter;

import java.time.Duration;

/**
 * What a destination takes.
 *
 * @param items the most items in one body
 * @param bytes the most bytes of one uncompressed body
 * @param age the oldest item it accepts; older ones are booked as expired
 * @param deduplicates whether it recognises an item that it was sent before; if not, an unanswered
 *     request is uncertain
 * @param requestsPerMinute pacing, lifted on loopback and by a flush
 * @param events whether it takes {@link EventItem}
 * @param counts whether it takes {@link CountItem}
 */
public record Limits(
    int items,
    int bytes,
    Duration age,
    boolean deduplicates,
    int requestsPerMinute,
    boolean events,
    boolean counts) {
  /** The same with bodies of at most so many items. */
  public Limits withItems(int most) {
    return new Limits(most, bytes, age, deduplicates, requestsPerMinute, events, counts);
  }

  /** The same at another pace. */
  public Limits withRequestsPerMinute(int most) {
    return new Limits(items, bytes, age, deduplicates, most, events, counts);
  }
}
