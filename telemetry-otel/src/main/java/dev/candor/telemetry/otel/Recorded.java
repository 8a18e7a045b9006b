package dev.candor.telemetry.otel;

import dev.candor.telemetry.ConsentAnswer.Switches;
import dev.candor.telemetry.exporter.EventItem;
import dev.candor.telemetry.outbox.Increment;
import java.util.List;

/**
 * One event, scrubbed and ready for the store.
 *
 * @param item the event
 * @param counts what it counts
 * @param switches what its purpose allows
 * @param repeatable whether its id derives from what it tells, so that it may come again
 */
record Recorded(EventItem item, List<Increment> counts, Switches switches, boolean repeatable) {
  Recorded {
    counts = List.copyOf(counts);
  }
}
