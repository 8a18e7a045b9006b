package dev.candor.telemetry;

/** Marks an enum whose constants are features of the application, for {@link Telemetry#use}. */
public interface Feature {}
