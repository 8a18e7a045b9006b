package dev.candor.telemetry.outbox;

import java.time.Instant;

/**
 * What a withdrawal deleted.
 *
 * @param at when it was finished
 * @param items events and day totals deleted, those in sealed bodies included
 * @param counters counter rows deleted
 * @param complete whether the bytes are gone from all files; if not, the next open or courier turn
 *     goes on
 */
public record PurgeReceipt(Instant at, long items, long counters, boolean complete) {}
