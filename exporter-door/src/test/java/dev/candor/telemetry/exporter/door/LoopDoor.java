package dev.candor.telemetry.exporter.door;

/** The test vendor's door, found by its service file. */
public final class LoopDoor extends VendorSpanExporterProvider {
  /** For the search of exporters. */
  public LoopDoor() {
    super("loop", LoopProvider::new);
  }
}
