package dev.candor.telemetry.outbox;

import dev.candor.telemetry.exporter.Outcome;
import dev.candor.telemetry.exporter.Outcome.DropReason;
import dev.candor.telemetry.outbox.Items.Row;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The items of a body, as {@link Outcome.Separated} sorts them; a refused item does not wait. */
final class Separation {
  private final int rows;
  private final Map<DropReason, List<Long>> refused = new EnumMap<>(DropReason.class);
  private final Map<Row, Duration> later = new LinkedHashMap<>();
  private final List<Row> rest = new ArrayList<>();

  private Separation(int rows) {
    this.rows = rows;
  }

  /**
   * Sorts.
   *
   * @param rows those of the body that are still there
   */
  static Separation of(Outcome.Separated outcome, List<Row> rows) {
    Separation separation = new Separation(rows.size());
    for (Row row : rows) {
      DropReason reason = outcome.refused().get(row.id());
      Duration pause = outcome.later().get(row.id());
      if (reason != null) {
        separation.refused.computeIfAbsent(reason, key -> new ArrayList<>()).add(row.seq());
      } else if (pause != null) {
        separation.later.put(row, pause);
      } else {
        separation.rest.add(row);
      }
    }
    return separation;
  }

  /** Whether none of the items is named: then nobody knows which of them is the reason. */
  boolean isNone() {
    return refused.isEmpty() && later.isEmpty();
  }

  /** How many rows were sorted. */
  int rows() {
    return rows;
  }

  /** Numbers of items that are given up, by reason. */
  Map<DropReason, List<Long>> refused() {
    return refused;
  }

  /** Items that wait, and how long. */
  Map<Row, Duration> later() {
    return later;
  }

  /** All others. */
  List<Row> rest() {
    return rest;
  }
}
