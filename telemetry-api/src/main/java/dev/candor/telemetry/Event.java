package dev.candor.telemetry;

/**
 * Marks a record as one kind of telemetry event.
 *
 * <p>The record carries {@link TelemetryEvent} and is listed by an {@link EventCatalog}; the
 * annotation processor checks both and generates its encoder.
 */
public interface Event {}
