package dev.candor.telemetry.outbox;

import dev.candor.telemetry.exporter.Item;

/**
 * One row, for display.
 *
 * @param number its place in the store; later ones are higher
 * @param grant the grant it was recorded under
 * @param sendable whether that grant lets it leave
 * @param keep whether it stays after delivery
 * @param item what it holds
 */
public record StoredItem(long number, long grant, boolean sendable, boolean keep, Item item) {}
