package dev.candor.telemetry.squid;

import dev.candor.telemetry.Attr;
import dev.candor.telemetry.Event;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.TelemetryEvent;

/** Errors of one session that were logged without a traceback, by the template of their message. */
@TelemetryEvent(
    name = "log.error",
    purpose = Purpose.DIAGNOSTICS,
    owner = "squid",
    expires = "2029-01-01",
    brief = "Errors logged by the program without a trace",
    why = "Count known faults that leave no trace")
public record LogError(
    @Attr(brief = "The template of the message") SquidCrumb template,
    @Attr(brief = "How often it was logged", unit = "{error}", min = 1, sum = true) long times)
    implements Event {}
