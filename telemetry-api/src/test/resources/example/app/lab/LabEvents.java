package lab;

import dev.candor.telemetry.EventCatalog;

/** The list that people are shown. */
@EventCatalog(
    events = {ImagingRun.class},
    features = {Tool.class})
interface LabEvents {}
