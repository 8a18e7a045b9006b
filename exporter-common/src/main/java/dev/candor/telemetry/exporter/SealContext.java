package dev.candor.telemetry.exporter;

import org.jspecify.annotations.Nullable;

/**
 * What a body may hold beside its items.
 *
 * @param installationId the pseudonymous id of this installation, or null where the answer allows
 *     none; never put on a {@link CountItem}
 */
public record SealContext(@Nullable String installationId) {}
