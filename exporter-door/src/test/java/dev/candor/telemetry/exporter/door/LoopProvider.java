package dev.candor.telemetry.exporter.door;

import dev.candor.telemetry.exporter.Destination;
import dev.candor.telemetry.exporter.DestinationProvider;
import dev.candor.telemetry.exporter.DestinationSettings;
import dev.candor.telemetry.exporter.EventItem;
import dev.candor.telemetry.exporter.HttpDelivery;
import dev.candor.telemetry.exporter.HttpOutcomes;
import dev.candor.telemetry.exporter.Item;
import dev.candor.telemetry.exporter.JsonBodies;
import dev.candor.telemetry.exporter.Limits;
import dev.candor.telemetry.exporter.Outcome;
import dev.candor.telemetry.exporter.SealContext;
import dev.candor.telemetry.exporter.Sealed;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A vendor for tests: JSON items over real HTTP. */
final class LoopProvider implements DestinationProvider {
  static final String ENDPOINT = "LOOP_ENDPOINT";

  @Override
  public String name() {
    return "loop";
  }

  @Override
  public List<SettingRow> settings() {
    return List.of();
  }

  @Override
  public @Nullable Destination create(DestinationSettings settings) {
    return new Loop(settings.address(ENDPOINT, URI.create("https://loop.invalid")));
  }

  private static final class Loop implements Destination {
    private static final Limits LIMITS =
        new Limits(100, 1 << 20, Duration.ofDays(1), true, 1_000, true, false);

    private final HttpDelivery delivery;

    Loop(URI endpoint) {
      this.delivery = HttpDelivery.builder(endpoint).build();
    }

    @Override
    public String name() {
      return "loop";
    }

    @Override
    public String host() {
      return delivery.host();
    }

    @Override
    public Limits limits() {
      return LIMITS;
    }

    @Override
    public List<Sealed> seal(List<Item> items, SealContext context) {
      return new JsonBodies("/loop", "[", "]", LIMITS)
          .join(
              items.stream()
                  .map(EventItem.class::cast)
                  .map(item -> new JsonBodies.Part(item.id(), json(item)))
                  .toList());
    }

    private static byte[] json(EventItem item) {
      return ("#" + item.id() + item.name() + shown(item.attributes()) + shown(item.resource()))
          .getBytes(StandardCharsets.UTF_8);
    }

    // An item's own maps show nothing.
    private static String shown(Map<String, ?> map) {
      return new TreeMap<>(map).toString();
    }

    @Override
    public Outcome send(Sealed sealed, Duration timeout) {
      return delivery.send(sealed, timeout, HttpOutcomes.standard()::of);
    }

    @Override
    public void close() {
      delivery.close();
    }
  }
}
