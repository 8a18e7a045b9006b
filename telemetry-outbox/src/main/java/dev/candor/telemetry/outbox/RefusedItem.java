package dev.candor.telemetry.outbox;

import java.time.Instant;

/**
 * An item that a destination refused, for display.
 *
 * @param number its place in the list; later ones are higher
 * @param destination who refused it
 * @param itemId its id
 * @param name the event's name
 * @param reason the ledger's word for it
 * @param at when
 */
public record RefusedItem(
    long number, String destination, String itemId, String name, String reason, Instant at) {}
