package dev.candor.telemetry.exporter.sentry;

import dev.candor.telemetry.Attr;
import dev.candor.telemetry.Crumb;
import dev.candor.telemetry.Event;
import dev.candor.telemetry.EventCatalog;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.TelemetryEvent;

/** The catalogue of a small application. */
@EventCatalog(
    events = {LabEvents.Export.class, LabEvents.Print.class},
    crumbs = LabEvents.Step.class)
interface LabEvents {
  /** A usual event. */
  @TelemetryEvent(
      name = "file.export",
      purpose = Purpose.USAGE,
      owner = "lab",
      expires = "2031-01-01",
      brief = "A file is exported",
      why = "Learn which formats matter")
  record Export(@Attr(brief = "Images", max = 1000) int images) implements Event {}

  /** Breadcrumbs. */
  enum Step implements Crumb {
    OPEN,
    MOVE
  }

  /** An event that the vendor knows by names of the application's. */
  @TelemetryEvent(
      name = "file.print",
      purpose = Purpose.USAGE,
      owner = "lab",
      expires = "2031-01-01",
      brief = "A file is printed",
      why = "Learn how much is printed",
      vendorNames = "sentry=Print file")
  record Print(@Attr(brief = "Pages", max = 1000, vendorNames = "sentry=print.pages") int pages)
      implements Event {}
}
