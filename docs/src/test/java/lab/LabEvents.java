package lab;

import dev.candor.telemetry.EventCatalog;

// region: catalogue
@EventCatalog(
    events = {ImagingRun.class},
    features = {Tool.class})
interface LabEvents {} // the list that people are shown
// endregion
