package dev.candor.telemetry.gateway;

import dev.candor.telemetry.exporter.Item;
import dev.candor.telemetry.registry.Omission;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What of one request may be stored, and what may not. One thread. */
final class Judged {
  private final List<Item> items = new ArrayList<>();
  private final Map<Rejection, Long> rejected = new EnumMap<>(Rejection.class);
  private final Map<Omission, Long> omitted = new EnumMap<>(Omission.class);

  void take(Item item) {
    items.add(item);
  }

  void reject(Rejection reason) {
    rejected.merge(reason, 1L, Long::sum);
  }

  void omit(Map<Omission, Integer> omissions) {
    omissions.forEach((reason, n) -> omitted.merge(reason, (long) n, Long::sum));
  }

  List<Item> items() {
    return items;
  }

  Map<Rejection, Long> rejected() {
    return rejected;
  }

  Map<Omission, Long> omitted() {
    return omitted;
  }

  long rejections() {
    return rejected.values().stream().mapToLong(Long::longValue).sum();
  }
}
