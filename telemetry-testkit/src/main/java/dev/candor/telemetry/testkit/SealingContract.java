package dev.candor.telemetry.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.exporter.Destination;
import dev.candor.telemetry.exporter.Item;
import dev.candor.telemetry.exporter.Sealed;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What every destination owes the store: bodies that are within limits and always the same. */
abstract class SealingContract extends DestinationUnderTest {
  @Test
  void limits_andName_areUsable() {
    try (Destination destination = newDestination(backend.uri())) {
      assertThat(destination.name()).matches("[a-z0-9-]+");
      assertThat(destination.host()).isEqualTo("127.0.0.1");
      assertThat(destination.limits().items()).isPositive();
      assertThat(destination.limits().bytes()).isPositive();
      assertThat(destination.limits().age()).isPositive();
    }
  }

  @Test
  @Tag("P5")
  void seal_sameInput_sameBytes() {
    try (Destination one = newDestination(backend.uri());
        Destination other = newDestination(URI.create("https://other.invalid"))) {
      List<Sealed> first = one.seal(items(20), CONTEXT);

      assertThat(one.seal(items(20), CONTEXT)).isEqualTo(first);
      assertThat(other.seal(items(20), CONTEXT)).isEqualTo(first);
    }
  }

  @Test
  @Tag("P5")
  void seal_manyThreads_sameBytes() {
    try (Destination destination = newDestination(backend.uri())) {
      List<Sealed> alone = destination.seal(items(50), CONTEXT);

      List<CompletableFuture<List<Sealed>>> together =
          IntStream.range(0, 8)
              .mapToObj(
                  n -> CompletableFuture.supplyAsync(() -> destination.seal(items(50), CONTEXT)))
              .toList();

      assertThat(together).allSatisfy(made -> assertThat(made.join()).isEqualTo(alone));
    }
  }

  @Test
  void seal_nothing_isNothing() {
    try (Destination destination = newDestination(backend.uri())) {
      assertThat(destination.seal(List.of(), CONTEXT)).isEmpty();
    }
  }

  @Test
  @Tag("P1")
  void seal_opensNothingAndStartsNoThread() {
    URI listening = backend.uri();
    Set<Thread> before = Thread.getAllStackTraces().keySet();
    try (Destination destination = newDestination(listening)) {
      destination.seal(items(3), CONTEXT);

      assertThat(backend.connections()).isZero();
      assertThat(Thread.getAllStackTraces().keySet())
          .filteredOn(thread -> !before.contains(thread))
          .extracting(Thread::getName)
          .filteredOn(name -> !name.startsWith("ForkJoinPool"))
          .isEmpty();
    }
  }

  @Test
  void seal_many_keepsLimitsAndEveryItemOnce() {
    try (Destination destination = newDestination(backend.uri())) {
      int count = Math.min(2000, destination.limits().items() + 1);
      List<Item> items = items(count);

      List<Sealed> bodies = destination.seal(items, CONTEXT);

      Set<String> ids = new HashSet<>();
      for (Sealed sealed : bodies) {
        assertThat(sealed.itemIds()).hasSizeBetween(1, destination.limits().items());
        assertThat(sealed.body()).hasSizeLessThanOrEqualTo(destination.limits().bytes());
        assertThat(ids).doesNotContainAnyElementsOf(sealed.itemIds());
        ids.addAll(sealed.itemIds());
      }
      assertThat(ids).containsExactlyInAnyOrderElementsOf(items.stream().map(Item::id).toList());
    }
  }

  @Test
  void seal_oversize_isInNoBodyOrCut() {
    try (Destination destination = newDestination(backend.uri())) {
      assertThat(destination.seal(oversize(), CONTEXT))
          .hasSize(cuts() ? 1 : 0)
          .allMatch(body -> body.body().length <= destination.limits().bytes());
    }
  }
}
