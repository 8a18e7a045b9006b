package dev.candor.telemetry.gateway;

import dev.candor.telemetry.exporter.CountItem;
import dev.candor.telemetry.exporter.EventItem;
import dev.candor.telemetry.exporter.Item;
import dev.candor.telemetry.outbox.Batch;
import dev.candor.telemetry.registry.Omission;
import dev.candor.telemetry.registry.Probe;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What of one request may be stored, and what may not. One thread. */
final class Judged {
  // Whether it may leave was decided where it was recorded; nobody withdraws by grant here.
  private static final long GRANT = 1;

  private final Map<Boolean, Batch> batches = new HashMap<>();
  private final List<Item> items = new ArrayList<>();
  private final Map<Rejection, Long> rejected = new EnumMap<>(Rejection.class);
  private final Map<Omission, Long> omitted = new EnumMap<>(Omission.class);
  private long probes;

  void take(EventItem item) {
    take(item, Probe.endsAtGateway(item.name(), item.attributes()));
  }

  void take(CountItem item) {
    take(
        item,
        item.points().stream()
            .allMatch(point -> Probe.endsAtGateway(point.metric(), point.attributes())));
  }

  private void take(Item item, boolean endsHere) {
    if (endsHere) {
      probes++;
    } else {
      items.add(item);
    }
  }

  void reject(Rejection reason) {
    reject(reason, 1);
  }

  void reject(Rejection reason, long items) {
    if (items > 0) {
      rejected.merge(reason, items, Long::sum);
    }
  }

  void omit(Map<Omission, Integer> omissions) {
    omissions.forEach((reason, n) -> omitted.merge(reason, (long) n, Long::sum));
  }

  /** Whether nothing is left to store. */
  boolean isEmpty() {
    return items.isEmpty();
  }

  /**
   * What a store is given, once all is judged: one object for all stores that do the same with it.
   *
   * @param leaves whether it is to leave the store, or to stay there
   */
  Batch batch(boolean leaves) {
    return batches.computeIfAbsent(
        leaves,
        asked ->
            new Batch(
                GRANT,
                items.stream()
                    .map(item -> new Batch.Entry(item, leaves, /* keep= */ !leaves))
                    .toList(),
                List.of()));
  }

  /** Probes of operators, which have arrived here and go no further. */
  long probes() {
    return probes;
  }

  Map<Rejection, Long> rejected() {
    return rejected;
  }

  Map<Omission, Long> omitted() {
    return omitted;
  }

  /** All of them, good or bad. */
  long received() {
    return items.size() + probes + rejections();
  }

  long rejections() {
    return rejected.values().stream().mapToLong(Long::longValue).sum();
  }
}
