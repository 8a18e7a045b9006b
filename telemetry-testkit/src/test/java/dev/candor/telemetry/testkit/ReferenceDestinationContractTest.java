package dev.candor.telemetry.testkit;

import dev.candor.telemetry.exporter.Destination;
import dev.candor.telemetry.exporter.EventItem;
import dev.candor.telemetry.exporter.HttpDelivery;
import dev.candor.telemetry.exporter.HttpOutcomes;
import dev.candor.telemetry.exporter.Item;
import dev.candor.telemetry.exporter.Limits;
import dev.candor.telemetry.exporter.Outcome;
import dev.candor.telemetry.exporter.SealContext;
import dev.candor.telemetry.exporter.Sealed;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Holds the contract against the smallest destination that keeps it. */
class ReferenceDestinationContractTest extends DestinationContract {
  // region: contract
  @Override
  protected Destination newDestination(URI endpoint) {
    HttpDelivery delivery =
        HttpDelivery.builder(endpoint)
            .headers(() -> Map.of("Authorization", "Bearer " + SECRET))
            .clock(clock)
            .build();
    return new ReferenceDestination(delivery);
  }

  // endregion

  /** Sends one line for each item. */
  private record ReferenceDestination(HttpDelivery delivery) implements Destination {
    @Override
    public String name() {
      return "reference";
    }

    @Override
    public String host() {
      return delivery.host();
    }

    @Override
    public Limits limits() {
      return new Limits(10, 10_000, Duration.ofDays(1), false, 60, true, false);
    }

    @Override
    public List<Sealed> seal(List<Item> items, SealContext context) {
      List<Sealed> bodies = new ArrayList<>();
      for (int from = 0; from < items.size(); from += limits().items()) {
        List<Item> some = items.subList(from, Math.min(items.size(), from + limits().items()));
        bodies.add(
            new Sealed("/lines", "text/plain", lines(some), some.stream().map(Item::id).toList()));
      }
      return bodies;
    }

    // region: send
    @Override
    public Outcome send(Sealed sealed, Duration timeout) {
      return delivery.send(sealed, timeout, HttpOutcomes.standard()::of);
    }

    // endregion

    @Override
    public void close() {
      delivery.close();
    }

    private static byte[] lines(List<Item> items) {
      StringBuilder lines = new StringBuilder();
      for (Item item : items) {
        lines.append(item.id()).append(' ').append(((EventItem) item).name()).append('\n');
      }
      return lines.toString().getBytes(StandardCharsets.UTF_8);
    }
  }
}
