package dev.candor.telemetry.exporter.sentry;

import dev.candor.telemetry.ErrorReport;
import dev.candor.telemetry.ErrorReport.Frame;
import dev.candor.telemetry.ErrorReport.Language;
import dev.candor.telemetry.ErrorReport.Link;
import dev.candor.telemetry.ErrorReport.Origin;
import dev.candor.telemetry.Event;
import dev.candor.telemetry.Hashed;
import dev.candor.telemetry.RunEnvironment;
import dev.candor.telemetry.SettingValue;
import dev.candor.telemetry.Settings;
import dev.candor.telemetry.SourceSession;
import dev.candor.telemetry.SourceTelemetry;
import dev.candor.telemetry.SourceTelemetry.Status;
import dev.candor.telemetry.Telemetry;
import dev.candor.telemetry.squid.Addon;
import dev.candor.telemetry.squid.CameraModel;
import dev.candor.telemetry.squid.CameraType;
import dev.candor.telemetry.squid.ChangeKind;
import dev.candor.telemetry.squid.ChannelName;
import dev.candor.telemetry.squid.ConfigChange;
import dev.candor.telemetry.squid.ConfigSnapshotTaken;
import dev.candor.telemetry.squid.ConfocalType;
import dev.candor.telemetry.squid.DeviceConnect;
import dev.candor.telemetry.squid.FilterWheelType;
import dev.candor.telemetry.squid.LightSourceType;
import dev.candor.telemetry.squid.LogicalFile;
import dev.candor.telemetry.squid.ObjectiveChangerType;
import dev.candor.telemetry.squid.ObjectiveName;
import dev.candor.telemetry.squid.SnapshotSetting;
import dev.candor.telemetry.squid.SquidSetting;
import dev.candor.telemetry.squid.StageType;
import dev.candor.telemetry.squid.ZDrive;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;

/** A session of a watched Squid: its configuration, its parts, a change and an error. */
final class SquidSession {
  /** What the snapshot tells of settings. */
  static final Map<String, Object> SETTINGS =
      Map.of("camera_type", "toupcam", "acquisition_max_pending_jobs", 10.0);

  /** What the change tells beside its file. */
  static final Map<String, Object> CHANGE =
      Map.of(
          "key", "acquisition_max_pending_jobs",
          "kind", "changed",
          "objective", "x10",
          "channel", "bf_led_matrix_full",
          "before", "5",
          "after", "10");

  private static final Instant START = Instant.parse("2026-11-16T08:00:00Z");

  private SquidSession() {}

  static void tell(Telemetry telemetry) {
    SourceTelemetry source =
        telemetry.source(
            new SourceSession("squid", "run", "2.0", RunEnvironment.SIMULATION, START));
    tell(source, snapshot());
    tell(source, device());
    tell(source, change());
    source.error(error(), START.plusSeconds(60), 1);
  }

  private static void tell(SourceTelemetry source, Event event) {
    source.record(event, START, START, Status.UNSET, 1);
  }

  private static ConfigSnapshotTaken snapshot() {
    Settings settings =
        Settings.builder(SnapshotSetting.class)
            .put(SnapshotSetting.CAMERA_TYPE, SettingValue.choice(CameraType.TOUPCAM))
            .put(SnapshotSetting.ACQUISITION_MAX_PENDING_JOBS, SettingValue.number(10))
            .build();
    return new ConfigSnapshotTaken(
        Hashed.of("all of it"), EnumSet.of(LogicalFile.INI), 0, 2, 1, settings);
  }

  private static DeviceConnect device() {
    return new DeviceConnect(
        CameraType.TOUPCAM,
        CameraModel.values()[0],
        CameraType.NONE,
        StageType.PRIOR,
        ZDrive.STEPPER,
        FilterWheelType.values()[0],
        ConfocalType.values()[0],
        ObjectiveChangerType.values()[0],
        EnumSet.noneOf(LightSourceType.class),
        EnumSet.of(Addon.ENCODER));
  }

  private static ConfigChange change() {
    return new ConfigChange(
        LogicalFile.INI,
        ObjectiveName.X10,
        ChannelName.BF_LED_MATRIX_FULL,
        SquidSetting.ACQUISITION_MAX_PENDING_JOBS,
        ChangeKind.CHANGED,
        SettingValue.number(5),
        SettingValue.number(10));
  }

  private static ErrorReport error() {
    Link link = new Link("OSError", List.of(new Frame("control.worker", "acquire", 311, true)));
    return new ErrorReport(Language.PYTHON, Origin.LOGGED, List.of(link), 1, List.of());
  }
}
