package dev.candor.endtoend;

import dev.candor.telemetry.exporter.CountItem;
import dev.candor.telemetry.exporter.Item;
import java.util.List;

/** Adds up what reports of counts say. */
final class Counts {
  private Counts() {}

  /** The sum of a counter over all reports in a store. */
  static long total(List<Item> stored, String metric) {
    return stored.stream()
        .filter(CountItem.class::isInstance)
        .flatMap(item -> ((CountItem) item).points().stream())
        .filter(point -> point.metric().equals(metric))
        .mapToLong(point -> (long) point.sum())
        .sum();
  }
}
