package dev.candor.telemetry;

/**
 * Marks an enum whose constants are steps on the way to an error, for {@link Telemetry#breadcrumb}.
 */
public interface Crumb {}
