package lab;

import dev.candor.telemetry.EventCatalog;

// region: catalogue
/** The list that people are shown. */
@EventCatalog(
    events = {ImagingRun.class},
    features = {Tool.class})
interface LabEvents {}
// endregion
