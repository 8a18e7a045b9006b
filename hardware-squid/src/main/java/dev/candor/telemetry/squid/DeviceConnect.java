package dev.candor.telemetry.squid;

import dev.candor.telemetry.Attr;
import dev.candor.telemetry.Event;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.TelemetryEvent;
import java.util.Set;

/** What a microscope is made of, by closed lists; a part that no list knows is {@code other}. */
@TelemetryEvent(
    name = "device.connect",
    purpose = Purpose.ENVIRONMENT,
    owner = "squid",
    expires = "2029-01-01",
    brief = "A microscope and its parts",
    why = "Know which hardware is used and which goes with errors",
    withErrors = true)
public record DeviceConnect(
    @Attr(brief = "The maker of the camera") CameraType camera,
    @Attr(brief = "The model of the camera", label = false) CameraModel cameraModel,
    @Attr(brief = "The maker of the autofocus camera", label = false) CameraType focusCamera,
    @Attr(brief = "What moves the sample") StageType stage,
    @Attr(brief = "What moves the focus", label = false) ZDrive zDrive,
    @Attr(brief = "The emission filter wheel", label = false) FilterWheelType filterWheel,
    @Attr(brief = "The confocal unit", label = false) ConfocalType confocal,
    @Attr(brief = "What changes the objective", label = false)
        ObjectiveChangerType objectiveChanger,
    @Attr(brief = "What lights the sample") Set<LightSourceType> lights,
    @Attr(brief = "What it has besides") Set<Addon> addons)
    implements Event {}
