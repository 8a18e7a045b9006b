package dev.candor.telemetry.squid;

import java.time.Instant;

/** One acquisition that was made, with its times. */
record Acquisition(AcquisitionRun run, Instant start, Instant end) {}
