package dev.candor.telemetry.squid;

/**
 * One file of a configuration by what it is for.
 *
 * @param file its purpose
 * @param objective the objective it holds for, or {@link ObjectiveName#NONE}
 */
public record ConfigPart(LogicalFile file, ObjectiveName objective) {}
