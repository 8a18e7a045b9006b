package dev.candor.telemetry.squid;

import dev.candor.telemetry.Attr;
import dev.candor.telemetry.Event;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.SettingValue;
import dev.candor.telemetry.TelemetryEvent;

/** One value of the configuration that differs from before. */
@TelemetryEvent(
    name = "config.change",
    purpose = Purpose.ENVIRONMENT,
    owner = "squid",
    expires = "2029-01-01",
    brief = "One setting was changed",
    why = "See which settings people need to change")
public record ConfigChange(
    @Attr(brief = "The file by its purpose", label = false) LogicalFile file,
    @Attr(brief = "The objective it holds for", label = false) ObjectiveName objective,
    @Attr(brief = "The channel it holds for", label = false) ChannelName channel,
    @Attr(brief = "The setting") SquidSetting key,
    @Attr(brief = "How it changed") ChangeKind kind,
    @Attr(
            brief = "The value before",
            choices = {
              BrightfieldSaving.class,
              CameraModel.class,
              CameraSensor.class,
              CameraType.class,
              ChannelName.class,
              ControllerPort.class,
              FileSaving.class,
              FilterWheelType.class,
              ImageFlip.class,
              MachineWord.class,
              ObjectiveName.class,
              PixelFormat.class,
              SpotDetection.class,
              WellplateFormat.class,
              XyMode.class,
              ZDrive.class,
              ZMode.class,
              SpecialValue.class
            })
        SettingValue before,
    @Attr(
            brief = "The value after",
            choices = {
              BrightfieldSaving.class,
              CameraModel.class,
              CameraSensor.class,
              CameraType.class,
              ChannelName.class,
              ControllerPort.class,
              FileSaving.class,
              FilterWheelType.class,
              ImageFlip.class,
              MachineWord.class,
              ObjectiveName.class,
              PixelFormat.class,
              SpotDetection.class,
              WellplateFormat.class,
              XyMode.class,
              ZDrive.class,
              ZMode.class,
              SpecialValue.class
            })
        SettingValue after)
    implements Event {}
