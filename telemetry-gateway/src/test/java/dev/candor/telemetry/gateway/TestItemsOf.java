package dev.candor.telemetry.gateway;

import dev.candor.telemetry.outbox.Batch;
import dev.candor.telemetry.testkit.TestItems;
import java.util.List;
import java.util.stream.IntStream;

/** Batches for a store. */
final class TestItemsOf {
  private TestItemsOf() {}

  static Batch events(int from, int to) {
    List<Batch.Entry> entries =
        IntStream.range(from, to)
            .mapToObj(
                i -> new Batch.Entry(TestItems.event(i), /* sendable= */ false, /* keep= */ true))
            .toList();
    return new Batch(1, entries, List.of());
  }
}
