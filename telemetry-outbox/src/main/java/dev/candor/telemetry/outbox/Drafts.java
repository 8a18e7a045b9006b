package dev.candor.telemetry.outbox;

import dev.candor.telemetry.exporter.CountItem;
import dev.candor.telemetry.exporter.EventItem;
import dev.candor.telemetry.exporter.ItemJson;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows to be of one batch; made before any transaction, so that others wait less.
 *
 * @param rows in order
 * @param unwritable how many items have no JSON form, and so no row
 */
record Drafts(List<Items.Draft> rows, int unwritable) {
  /** The kind of a row that holds an event. */
  static final String EVENT = "event";

  /** The kind of a row that holds the totals of a day. */
  static final String COUNT = "count";

  private static final long NANOS_PER_MILLI = 1_000_000;

  static Drafts of(List<Batch.Entry> entries) {
    List<Items.Draft> rows = new ArrayList<>(entries.size());
    int unwritable = 0;
    for (Batch.Entry entry : entries) {
      try {
        rows.add(of(entry));
      } catch (IllegalArgumentException e) {
        unwritable++;
      }
    }
    return new Drafts(List.copyOf(rows), unwritable);
  }

  private static Items.Draft of(Batch.Entry entry) {
    return entry.item() instanceof CountItem count
        ? of(count, entry)
        : of((EventItem) entry.item(), entry);
  }

  private static Items.Draft of(EventItem item, Batch.Entry entry) {
    return new Items.Draft(
        item.id(),
        item.purpose().name(),
        EVENT,
        item.name(),
        item.endNanos() / NANOS_PER_MILLI,
        entry.sendable() && !entry.unwanted(),
        entry.keep(),
        entry.sendable() && entry.unwanted(),
        ItemJson.writeWithoutResource(item),
        item,
        entry.counts());
  }

  /** Totals of this store's own counters. */
  static Items.Draft of(CountItem item) {
    return of(item, new Batch.Entry(item, /* sendable= */ true, /* keep= */ false));
  }

  private static Items.Draft of(CountItem item, Batch.Entry entry) {
    return new Items.Draft(
        item.id(),
        item.purpose().name(),
        COUNT,
        "",
        Counters.endOf(item.day()),
        entry.sendable(),
        entry.keep(),
        /* unwanted= */ false,
        ItemJson.writeWithoutResource(item),
        item,
        List.of());
  }
}
