package dev.candor.telemetry.outbox;

/**
 * What became of a batch.
 *
 * @param stored events newly stored
 * @param known events that were there already, by id
 * @param refused events and increments refused by the fence: their grant was withdrawn
 * @param full events refused because the store is full
 */
public record AppendResult(int stored, int known, int refused, int full) {}
