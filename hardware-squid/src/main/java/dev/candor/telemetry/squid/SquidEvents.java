package dev.candor.telemetry.squid;

import dev.candor.telemetry.EventCatalog;

/** Everything that watching a Squid may report. */
@EventCatalog(
    events = {
      AcquisitionRun.class,
      ConfigSnapshotTaken.class,
      ConfigChange.class,
      DeviceConnect.class,
      LogError.class
    },
    crumbs = {SquidCrumb.class},
    settings = {SnapshotSetting.class})
public interface SquidEvents {}
