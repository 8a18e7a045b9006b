package lab;

import static dev.candor.telemetry.Purpose.USAGE;

import dev.candor.telemetry.Attr;
import dev.candor.telemetry.Event;
import dev.candor.telemetry.TelemetryEvent;

// region: event
@TelemetryEvent(
    name = "imaging.run",
    purpose = USAGE,
    owner = "imaging",
    expires = "2028-01-01",
    brief = "One imaging run",
    why = "Find out which runs fail")
record ImagingRun(
    @Attr(brief = "How positions were chosen") XyMode mode, // an enum is a closed list
    @Attr(brief = "Channels used", max = 16) int channels,
    @Attr(unit = "{image}", brief = "Images written", sum = true) long images)
    implements Event {}
// endregion
