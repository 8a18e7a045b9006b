package dev.candor.telemetry.exporter.ga4;

import dev.candor.telemetry.Attr;
import dev.candor.telemetry.Event;
import dev.candor.telemetry.EventCatalog;
import dev.candor.telemetry.Feature;
import dev.candor.telemetry.Page;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.TelemetryEvent;

/** The catalogue of an application. */
@EventCatalog(
    events = {LabEvents.Export.class, LabEvents.Print.class},
    features = LabEvents.Tool.class,
    pages = LabEvents.Screen.class)
public interface LabEvents {
  /** Features. */
  enum Tool implements Feature {
    LIVE_VIEW
  }

  /** Pages. */
  enum Screen implements Page {
    MAIN,
    SETUP
  }

  /** An event of its own. */
  @TelemetryEvent(
      name = "file.export",
      purpose = Purpose.USAGE,
      owner = "lab",
      expires = "2099-01-01",
      brief = "A file was written",
      why = "Learn how much is exported")
  record Export(@Attr(brief = "Images", max = 1000) int images) implements Event {}

  /** An event that the vendor knows by names of the application's. */
  @TelemetryEvent(
      name = "file.print",
      purpose = Purpose.USAGE,
      owner = "lab",
      expires = "2099-01-01",
      brief = "A file is printed",
      why = "Learn how much is printed",
      vendorNames = "ga4=image_files")
  record Print(@Attr(brief = "Pages", max = 1000, vendorNames = "ga4=pages_printed") int pages)
      implements Event {}
}
