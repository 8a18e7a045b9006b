package dev.candor.telemetry.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.exporter.EventItem;
import dev.candor.telemetry.testkit.FakeClock;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One batch for several stores. */
class BatchTest {
  @TempDir Path temporary;
  private final FakeClock clock = FakeClock.create();

  @Test
  @Tag("P6")
  void batch_appendedToTwoStores_isStoredAlikeInBoth() {
    Batch batch = Samples.events(1, 0, 5, clock);

    assertThat(storedOf(batch, "one")).hasSize(5).isEqualTo(storedOf(batch, "two"));
  }

  @Test
  void batch_askedByManyThreads_makesItsRowsOnce() {
    Batch batch = Samples.events(1, 0, 500, clock);
    List<CompletableFuture<Drafts>> asking = new ArrayList<>();
    for (int thread = 0; thread < 4; thread++) {
      asking.add(CompletableFuture.supplyAsync(batch::drafts));
    }

    assertThat(asking)
        .extracting(CompletableFuture::join)
        .allMatch(drafts -> drafts == batch.drafts());
  }

  @Test
  @Tag("P9")
  void batch_withAnItemThatHasNoJson_countsItAtEachStore() {
    EventItem bad = Samples.withoutJson();
    Batch batch = new Batch(1, List.of(new Batch.Entry(bad, true, false)), List.of());

    assertThat(List.of("one", "two"))
        .allSatisfy(name -> assertThat(refusedOf(batch, name)).isOne());
  }

  private List<StoredItem> storedOf(Batch batch, String name) {
    try (Outbox outbox = open(name)) {
      outbox.append(batch);
      return outbox.items(0, 100);
    }
  }

  private long refusedOf(Batch batch, String name) {
    try (Outbox outbox = open(name)) {
      return outbox.append(batch).full();
    }
  }

  private Outbox open(String name) {
    Outbox outbox = Outbox.openRelay(temporary.resolve(name), Outbox.Limits.defaults(), clock);
    outbox.destinations(List.of("otlp"));
    return outbox;
  }
}
