package dev.candor.telemetry.otel;

import static dev.candor.telemetry.Purpose.DIAGNOSTICS;
import static dev.candor.telemetry.Purpose.ENVIRONMENT;
import static dev.candor.telemetry.Purpose.PERFORMANCE;
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
import dev.candor.telemetry.Settings;
import dev.candor.telemetry.TelemetryEvent;
import dev.candor.telemetry.Text;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The catalogue of the tests. */
@EventCatalog(
    events = {
      Lab.Export.class,
      Lab.Mixed.class,
      Lab.Old.class,
      Lab.Complaint.class,
      Lab.Fitted.class
    },
    features = Lab.Tool.class,
    pages = Lab.Screen.class,
    crumbs = Lab.Step.class,
    settings = Lab.Option.class)
public interface Lab {
  /** Formats of files. */
  enum Format {
    TIFF,
    ZARR
  }

  /** Features. */
  enum Tool implements Feature {
    LIVE_VIEW,
    AUTOFOCUS
  }

  /** A list that another catalogue has, which no test's runtime knows. */
  enum Stray implements Feature, Page, Crumb {
    UNLISTED
  }

  /** That other catalogue. */
  @EventCatalog(features = Stray.class, pages = Stray.class, crumbs = Stray.class)
  interface Elsewhere {}

  /** Pages. */
  enum Screen implements Page {
    MAIN,
    SETUP
  }

  /** Breadcrumbs. */
  enum Step implements Crumb {
    OPEN,
    MOVE
  }

  /** Settings. */
  enum Option implements SettingKey {
    @Setting(brief = "Dark colours", type = SettingType.FLAG)
    DARK,
    @Setting(brief = "Zoom", type = SettingType.NUMBER, min = 0, max = 10)
    ZOOM,
    @Setting(brief = "Format", type = SettingType.CHOICE, choices = Format.class)
    FORMAT
  }

  /** A usual event. */
  @TelemetryEvent(
      name = "file.export",
      purpose = USAGE,
      owner = "lab",
      expires = "2031-01-01",
      brief = "A file is exported",
      why = "Learn which formats matter")
  record Export(
      @Attr(brief = "Format") @Nullable Format format,
      @Attr(brief = "Images", max = 1000, unit = "{image}", sum = true) long images,
      @Attr(brief = "Compressed") boolean compressed)
      implements Event {}

  /** An event with everything else. */
  @TelemetryEvent(
      name = "stage.scan",
      purpose = PERFORMANCE,
      owner = "lab",
      expires = "2031-01-01",
      brief = "A scan",
      why = "Learn how long scans take")
  record Mixed(
      @Attr(brief = "Speed", max = 10) double speed,
      @Attr(brief = "Time") @Nullable Duration time,
      @Attr(brief = "Formats") @Nullable Set<Format> formats,
      @Attr(brief = "Settings") @Nullable Settings settings,
      @Attr(brief = "Value", choices = Format.class) @Nullable SettingValue value,
      @Attr(brief = "Plate") @Nullable Hashed plate)
      implements Event {}

  /** An event that expires soon. */
  @TelemetryEvent(
      name = "old.thing",
      purpose = USAGE,
      owner = "lab",
      expires = "2027-01-01",
      brief = "An old thing",
      why = "Nobody knows")
  record Old(@Attr(brief = "Flag") boolean flag) implements Event {}

  /** Free text. */
  @TelemetryEvent(
      name = "lab.complain",
      purpose = DIAGNOSTICS,
      owner = "lab",
      expires = "2031-01-01",
      brief = "A complaint",
      why = "Mend things")
  record Complaint(@Attr(brief = "Words", max = 200) @Nullable Text words) implements Event {}

  /** What the machine is made of. */
  @TelemetryEvent(
      name = "machine.fit",
      purpose = ENVIRONMENT,
      owner = "lab",
      expires = "2031-01-01",
      brief = "The machine's parts",
      why = "Know on which machines errors come",
      withErrors = true)
  record Fitted(@Attr(brief = "Lenses", max = 9) int lenses) implements Event {}

  /** An event in no catalogue. */
  record Unlisted() implements Event {}
}
