// region: module
/** The example of the guide as a named module: no opens, no exports. */
module lab {
  requires dev.candor.telemetry;

  provides dev.candor.telemetry.spi.GeneratedCatalog with
      lab.LabEvents_Catalog;
}
// endregion
