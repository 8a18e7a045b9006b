/**
 * The durable store and the courier that empties it. Start with {@link
 * dev.candor.telemetry.outbox.Outbox}.
 *
 * <p>One SQLite file holds the queue, the history and the ledger. {@link
 * dev.candor.telemetry.outbox.Courier} takes what is due, seals it, sends it and books the outcome.
 *
 * <p>Used by the engine in applications and by the gateway on servers; it knows purposes and
 * grants, but nobody's answer: that is asked of a {@link dev.candor.telemetry.outbox.SendPolicy}.
 */
@NullMarked
package dev.candor.telemetry.outbox;

import org.jspecify.annotations.NullMarked;
