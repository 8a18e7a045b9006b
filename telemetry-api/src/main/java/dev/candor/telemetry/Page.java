package dev.candor.telemetry;

/**
 * Marks an enum whose constants are pages or screens of the application, for {@link
 * Telemetry#page}.
 */
public interface Page {}
