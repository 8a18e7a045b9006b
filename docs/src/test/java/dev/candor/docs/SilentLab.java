package dev.candor.docs;

import static dev.candor.telemetry.Purpose.USAGE;

import dev.candor.telemetry.Attr;
import dev.candor.telemetry.Crumb;
import dev.candor.telemetry.Event;
import dev.candor.telemetry.EventCatalog;
import dev.candor.telemetry.Feature;
import dev.candor.telemetry.Page;
import dev.candor.telemetry.Setting;
import dev.candor.telemetry.SettingKey;
import dev.candor.telemetry.SettingType;
import dev.candor.telemetry.TelemetryEvent;

/** What the program of {@link SilenceIT} can tell: one of each. */
@EventCatalog(
    events = SilentLab.Scan.class,
    features = SilentLab.Tool.class,
    pages = SilentLab.Screen.class,
    crumbs = SilentLab.Step.class,
    settings = SilentLab.Option.class)
interface SilentLab {
  /** An event. */
  @TelemetryEvent(
      name = "lab.scan",
      purpose = USAGE,
      owner = "lab",
      expires = "2031-01-01",
      brief = "A scan",
      why = "Tell what a program does that may say nothing")
  record Scan(@Attr(brief = "Images", max = 100) int images) implements Event {}

  /** A feature. */
  enum Tool implements Feature {
    AUTOFOCUS
  }

  /** A page. */
  enum Screen implements Page {
    MAIN
  }

  /** A breadcrumb. */
  enum Step implements Crumb {
    MOVE
  }

  /** A setting. */
  enum Option implements SettingKey {
    @Setting(brief = "Dark colours", type = SettingType.FLAG)
    DARK
  }
}
