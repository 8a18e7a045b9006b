package dev.candor.telemetry;

import java.time.Duration;
import java.util.Set;

/** A catalogue with every type of component, compiled by the processor like an application's. */
@EventCatalog(
    events = {SampleEvents.Sample.class, SampleEvents.Bare.class},
    features = SampleEvents.Tool.class,
    pages = SampleEvents.View.class,
    crumbs = SampleEvents.Step.class,
    settings = SampleEvents.Key.class)
interface SampleEvents {
  @TelemetryEvent(
      name = "sample.take",
      purpose = Purpose.DIAGNOSTICS,
      owner = "tests",
      expires = "2028-01-01",
      brief = "Everything: at \"once\"",
      why = "Prove that it works")
  record Sample(
      @Attr(brief = "Mode") Mode mode,
      @Attr(brief = "On", label = false) boolean on,
      @Attr(brief = "Count", max = 16) int count,
      @Attr(brief = "Images", unit = "{image}", sum = true) Long images,
      @Attr(brief = "Ratio", min = -1, max = 1) double ratio,
      @Attr(brief = "Exposure") Duration exposure,
      @Attr(brief = "Modes") Set<Mode> modes,
      @Attr(brief = "Settings") Settings settings,
      @Attr(brief = "Old value", choices = Mode.class) SettingValue old,
      @Attr(brief = "Plate") Hashed plate,
      @Attr(brief = "Note", max = 200) Text note)
      implements Event {}

  @TelemetryEvent(
      name = "sample.bare",
      purpose = Purpose.USAGE,
      owner = "tests",
      expires = "2028-01-01",
      brief = "Nothing inside",
      why = "Prove that it works")
  record Bare() implements Event {}

  enum Mode {
    SELECT_WELLS,
    MANUAL
  }

  enum Tool implements Feature {
    LIVE_VIEW
  }

  enum View implements Page {
    PLATE
  }

  enum Step implements Crumb {
    STAGE_HOMED
  }

  enum Key implements SettingKey {
    @Setting(brief = "Cooling", type = SettingType.FLAG)
    COOLING,
    @Setting(brief = "Exposure", type = SettingType.NUMBER, min = 0.5, max = 1000)
    EXPOSURE,
    @Setting(brief = "Mode", type = SettingType.CHOICE, choices = Mode.class)
    MODE
  }
}
