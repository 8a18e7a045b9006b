package dev.candor.telemetry.console;

import java.util.List;
import java.util.Locale;

/**
 * What a run showed.
 *
 * @param events how many were sent while it was measured
 * @param sendNanos how long sending them took
 * @param arriveNanos until the last had arrived everywhere
 * @param costs microseconds of Collector, gateway, receivers and driver
 * @param peakKb memory of Collector and gateway together, at most
 * @param backlog events that were not at their destinations when the last was sent
 * @param lost events that never came, over all destinations
 * @param doubled events that came twice
 * @param refused requests that the Collector did not take at once; they came again
 */
record PipelineResult(
    PipelineLoad load,
    long events,
    long sendNanos,
    long arriveNanos,
    List<Long> costs,
    long peakKb,
    long backlog,
    long lost,
    long doubled,
    long refused) {
  /** The head of a table for a page. */
  static final String HEAD =
      "| destinations | installations | events/s sent | events/s arrived | Collector us | gateway us"
          + " | receivers us | driver us | MB together | backlog | lost | doubled |\n"
          + "|---|---|---|---|---|---|---|---|---|---|---|---|";

  private static final double NANOS = 1e9;

  /** Copies the costs. */
  PipelineResult {
    costs = List.copyOf(costs);
  }

  boolean isExact() {
    return lost == 0 && doubled == 0;
  }

  /** A row of the table. */
  String row() {
    return format(
        "| %d | %d | %.0f | %.0f | %.1f | %.1f | %.1f | %.1f | %d | %d | %d | %d |",
        load.destinations(),
        load.installations(),
        perSecond(sendNanos),
        perSecond(arriveNanos),
        perEvent(0),
        perEvent(1),
        perEvent(2),
        perEvent(3),
        peakKb / 1024,
        backlog,
        lost,
        doubled);
  }

  /** For a person. */
  List<String> lines() {
    return List.of(
        format(
            "%,d events of %,d installations to %d destinations, %d to a request%s",
            events,
            load.installations(),
            load.destinations(),
            load.perRequest(),
            load.separate() ? ", each by a queue of its own" : ""),
        format(
            "sent %,.0f a second; at all destinations %,.0f a second (the last after %.1f s)",
            perSecond(sendNanos), perSecond(arriveNanos), arriveNanos / NANOS),
        format(
            "processor time of an event: Collector %.1f us, gateway %.1f us, receivers %.1f us,"
                + " driver %.1f us",
            perEvent(0), perEvent(1), perEvent(2), perEvent(3)),
        format("Collector and gateway together: at most %d MB", peakKb / 1024),
        format(
            "backlog when the last was sent: %,d; requests that came again: %,d", backlog, refused),
        format("lost: %d, doubled: %d", lost, doubled));
  }

  private double perSecond(long nanos) {
    return events * NANOS / nanos;
  }

  private double perEvent(int part) {
    return (double) costs.get(part) / events;
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
