/**
 * Watches a Squid microscope from outside: reads its configuration, its acquisitions and its log,
 * and reduces them to events of closed lists. Start with {@link
 * dev.candor.telemetry.squid.RecordingReader} for a recorded session, {@link
 * dev.candor.telemetry.squid.SnapshotReader} and {@link dev.candor.telemetry.squid.ConfigDiff} for
 * a configuration; {@link dev.candor.telemetry.squid.SquidEvents} lists all that may be told.
 */
@NullMarked
package dev.candor.telemetry.squid;

import org.jspecify.annotations.NullMarked;
