package dev.candor.telemetry.otel;

import dev.candor.telemetry.RunEnvironment;
import dev.candor.telemetry.SessionEnd;
import dev.candor.telemetry.SettingValue;
import dev.candor.telemetry.Settings;
import dev.candor.telemetry.SourceSession;
import dev.candor.telemetry.SourceTelemetry;
import dev.candor.telemetry.SourceTelemetry.Status;
import dev.candor.telemetry.Telemetry;
import java.time.Instant;

/** Every call that an application can make, once. */
final class Calls {
  static final SourceSession SOURCE =
      new SourceSession(
          "squid",
          "run-1",
          "2.0",
          RunEnvironment.SIMULATION,
          Instant.parse("2026-11-16T08:00:00Z"));

  private Calls() {}

  static void all(Telemetry telemetry) {
    telemetry.record(new Lab.Export(Lab.Format.TIFF, 1, false));
    telemetry.begin(Lab.Export.class).cancel();
    telemetry.during(Lab.Export.class, run -> 1);
    telemetry.use(Lab.Tool.AUTOFOCUS);
    telemetry.page(Lab.Screen.MAIN);
    telemetry.breadcrumb(Lab.Step.OPEN);
    telemetry.error(new IllegalStateException("secret"));
    telemetry.settings(
        Settings.builder(Lab.Option.class).put(Lab.Option.DARK, SettingValue.flag(true)).build());
    SourceTelemetry source = telemetry.source(SOURCE);
    source.record(
        new Lab.Export(Lab.Format.ZARR, 7, true),
        SOURCE.started(),
        SOURCE.started().plusSeconds(5),
        Status.OK,
        1);
    source.end(SOURCE.started().plusSeconds(60), SessionEnd.EXIT);
  }
}
