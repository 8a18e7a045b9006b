package dev.candor.telemetry.squid;

import dev.candor.telemetry.Attr;
import dev.candor.telemetry.Event;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.TelemetryEvent;
import java.util.Set;

/** One acquisition from its start to its end. Numbers are 0 where the files do not tell. */
@TelemetryEvent(
    name = "acquisition.run",
    purpose = Purpose.USAGE,
    owner = "squid",
    expires = "2029-01-01",
    brief = "One acquisition",
    why = "Find out which kinds of acquisitions are made and which of them fail")
public record AcquisitionRun(
    @Attr(brief = "How it ended") AcquisitionOutcome outcome,
    @Attr(brief = "The panel it was started from", label = false) WidgetType widget,
    @Attr(brief = "How positions were chosen", label = false) XyMode xyMode,
    @Attr(brief = "How the stack was placed", label = false) ZMode zMode,
    @Attr(brief = "The objective", label = false) ObjectiveName objective,
    @Attr(brief = "The format of the sample", label = false) WellplateFormat wellplateFormat,
    @Attr(brief = "Channels used", max = 1000) int channelCount,
    @Attr(brief = "Those of the channels that Squid comes with") Set<ChannelName> channels,
    @Attr(brief = "Steps of the stack", max = 100_000) int zSteps,
    @Attr(brief = "Distance between the steps", unit = "um", max = 100_000) double zStepSize,
    @Attr(brief = "Time points planned", max = 1_000_000) int timePoints,
    @Attr(brief = "Regions planned", max = 1_000_000) int regions,
    @Attr(brief = "Autofocus by contrast", label = false) boolean contrastAutofocus,
    @Attr(brief = "Autofocus by laser", label = false) boolean laserAutofocus,
    @Attr(brief = "Images taken", unit = "{image}", sum = true) long imagesTaken,
    @Attr(brief = "Images planned", unit = "{image}", sum = true) long imagesExpected)
    implements Event {}
