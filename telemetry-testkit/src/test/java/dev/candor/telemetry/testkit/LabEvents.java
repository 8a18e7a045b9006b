package dev.candor.telemetry.testkit;

import static dev.candor.telemetry.Purpose.DIAGNOSTICS;
import static dev.candor.telemetry.Purpose.USAGE;

import dev.candor.telemetry.Attr;
import dev.candor.telemetry.Crumb;
import dev.candor.telemetry.Event;
import dev.candor.telemetry.EventCatalog;
import dev.candor.telemetry.Feature;
import dev.candor.telemetry.Hashed;
import dev.candor.telemetry.Page;
import dev.candor.telemetry.Setting;
import dev.candor.telemetry.SettingKey;
import dev.candor.telemetry.SettingType;
import dev.candor.telemetry.SettingValue;
import dev.candor.telemetry.TelemetryEvent;
import dev.candor.telemetry.Text;
import java.time.Duration;
import java.util.Set;

/** What a small laboratory program reports. */
@EventCatalog(
    events = {LabEvents.ImagingRun.class, LabEvents.Fault.class},
    features = LabEvents.Tool.class,
    pages = LabEvents.Tab.class,
    crumbs = LabEvents.Step.class,
    settings = LabEvents.Key.class)
interface LabEvents {
  @TelemetryEvent(
      name = "imaging.run",
      purpose = USAGE,
      owner = "imaging",
      expires = "2028-01-01",
      brief = "One imaging run",
      why = "Find out which runs fail")
  record ImagingRun(
      @Attr(brief = "How positions were chosen") Mode mode,
      @Attr(brief = "Channels used", max = 16) int channels,
      @Attr(unit = "{image}", brief = "Images written", sum = true) long images)
      implements Event {}

  @TelemetryEvent(
      name = "lab.fault",
      purpose = DIAGNOSTICS,
      owner = "imaging",
      expires = "2028-01-01",
      brief = "Something is out of order",
      why = "Mend it")
  record Fault(
      @Attr(brief = "Whether it was seen before") boolean known,
      @Attr(brief = "How far off", min = -1, max = 1) double offset,
      @Attr(brief = "For how long", max = 60) Duration lasted,
      @Attr(brief = "Which modes") Set<Mode> modes,
      @Attr(brief = "Old value", choices = Mode.class) SettingValue old,
      @Attr(brief = "Which device") Hashed device,
      @Attr(brief = "What the person said", max = 100) Text note)
      implements Event {}

  enum Mode {
    AUTO,
    MANUAL
  }

  enum Tool implements Feature {
    LIVE_VIEW
  }

  enum Tab implements Page {
    SETUP,
    RUN
  }

  enum Step implements Crumb {
    OPENED
  }

  enum Key implements SettingKey {
    @Setting(brief = "Autofocus", type = SettingType.FLAG)
    AUTOFOCUS,
    @Setting(brief = "Exposure", type = SettingType.NUMBER, min = 0, max = 1000)
    EXPOSURE,
    @Setting(brief = "Mode", type = SettingType.CHOICE, choices = Mode.class)
    MODE,
  }
}
