package dev.candor.telemetry;

import java.time.Instant;

/** One line of the audit log: an answer, when it was given and by whom. */
public record ConsentRecord(Instant at, ConsentAnswer answer) {}
