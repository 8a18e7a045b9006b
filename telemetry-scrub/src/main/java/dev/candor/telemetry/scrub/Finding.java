package dev.candor.telemetry.scrub;

/**
 * One range of a text that may not leave.
 *
 * @param start the first character
 * @param end behind the last character
 * @param kind what it is, which names its placeholder: {@code <email>}
 */
public record Finding(int start, int end, Kind kind) {}
