package dev.candor.telemetry.exporter.amplitude;

import static dev.candor.telemetry.Purpose.USAGE;

import dev.candor.telemetry.Attr;
import dev.candor.telemetry.Event;
import dev.candor.telemetry.EventCatalog;
import dev.candor.telemetry.Feature;
import dev.candor.telemetry.Page;
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
      purpose = USAGE,
      owner = "lab",
      expires = "2031-01-01",
      brief = "A file is exported",
      why = "Learn what is exported")
  record Export(@Attr(brief = "Images", max = 1000) long images) implements Event {}

  /** An event that the vendor knows by names of the application's. */
  @TelemetryEvent(
      name = "file.print",
      purpose = USAGE,
      owner = "lab",
      expires = "2031-01-01",
      brief = "A file is printed",
      why = "Learn how much is printed",
      vendorNames = "amplitude=File printed")
  record Print(@Attr(brief = "Pages", max = 1000, vendorNames = "amplitude=Pages") int pages)
      implements Event {}
}
