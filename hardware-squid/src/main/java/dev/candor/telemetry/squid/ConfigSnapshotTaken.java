package dev.candor.telemetry.squid;

import dev.candor.telemetry.Attr;
import dev.candor.telemetry.Event;
import dev.candor.telemetry.Hashed;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.Settings;
import dev.candor.telemetry.TelemetryEvent;
import java.util.Set;

/** The configuration with which a session began. */
@TelemetryEvent(
    name = "config.snapshot",
    purpose = Purpose.ENVIRONMENT,
    owner = "squid",
    expires = "2029-01-01",
    brief = "The configuration at the start of a session",
    why = "See which settings are used and which go with errors",
    withErrors = true)
public record ConfigSnapshotTaken(
    @Attr(brief = "Tells equal configurations of one installation") Hashed hash,
    @Attr(brief = "The files that were read") Set<LogicalFile> files,
    @Attr(brief = "Files that could not be read", max = 100) int unreadable,
    @Attr(brief = "Settings found", max = 100_000) int settings,
    @Attr(brief = "Channels found", max = 10_000) int channels,
    @Attr(brief = "The settings of the machine") Settings setting)
    implements Event {}
