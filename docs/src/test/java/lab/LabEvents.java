package lab;

import static dev.candor.telemetry.Purpose.USAGE;

import dev.candor.telemetry.Attr;
import dev.candor.telemetry.Event;
import dev.candor.telemetry.EventCatalog;
import dev.candor.telemetry.Feature;
import dev.candor.telemetry.TelemetryEvent;

// region: catalogue
@EventCatalog(
    events = {ImagingRun.class},
    features = {Tool.class})
interface LabEvents {} // the list that people are shown

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

enum XyMode {
  CURRENT_POSITION,
  SELECT_WELLS
}

enum Tool implements Feature {
  LIVE_VIEW,
  AUTOFOCUS
}
// endregion
