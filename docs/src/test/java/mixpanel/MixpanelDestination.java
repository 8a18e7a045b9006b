package mixpanel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.candor.telemetry.exporter.Destination;
import dev.candor.telemetry.exporter.HttpAnswer;
import dev.candor.telemetry.exporter.HttpDelivery;
import dev.candor.telemetry.exporter.HttpOutcomes;
import dev.candor.telemetry.exporter.Item;
import dev.candor.telemetry.exporter.JsonBodies;
import dev.candor.telemetry.exporter.JsonBodies.Part;
import dev.candor.telemetry.exporter.Limits;
import dev.candor.telemetry.exporter.OtelData;
import dev.candor.telemetry.exporter.Outcome;
import dev.candor.telemetry.exporter.Outcome.Delivered;
import dev.candor.telemetry.exporter.Outcome.DropReason;
import dev.candor.telemetry.exporter.SealContext;
import dev.candor.telemetry.exporter.Sealed;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Sends events to Mixpanel's import. */
public final class MixpanelDestination implements Destination {
  private static final ObjectMapper JSON = new ObjectMapper();

  // region: limits
  private static final Limits LIMITS =
      new Limits(
          /* items= */ 2_000,
          /* bytes= */ 2_000_000,
          /* age= */ Duration.ofDays(5),
          /* deduplicates= */ true, // by $insert_id
          /* requestsPerMinute= */ 60,
          /* events= */ true,
          /* counts= */ false);
  // endregion

  private static final JsonBodies BODIES = new JsonBodies("/import", "[", "]", LIMITS);

  private final HttpDelivery delivery;

  MixpanelDestination(URI base, String token, Clock clock) {
    String basic =
        Base64.getEncoder().encodeToString((token + ":").getBytes(StandardCharsets.UTF_8));
    delivery =
        HttpDelivery.builder(base)
            .headers(() -> Map.of("Authorization", "Basic " + basic))
            .query(() -> Map.of("strict", "1"))
            .clock(clock)
            .build();
  }

  @Override
  public String name() {
    return "mixpanel";
  }

  @Override
  public String host() {
    return delivery.host();
  }

  @Override
  public Limits limits() {
    return LIMITS;
  }

  // region: seal
  @Override
  public List<Sealed> seal(List<Item> items, SealContext context) {
    return BODIES.join(
        OtelData.spans(items, context).stream()
            .map(span -> new Part(OtelData.itemId(span), MixpanelMapping.json(span)))
            .toList());
  }

  // endregion

  // region: send
  @Override
  public Outcome send(Sealed sealed, Duration timeout) {
    HttpOutcomes outcomes = HttpOutcomes.standard().with(answer -> refused(sealed, answer), 400);
    return delivery.send(sealed, timeout, outcomes::of);
  }

  /** With strict=1, 400 names what was refused, and all else was taken. */
  private static Outcome refused(Sealed sealed, HttpAnswer answer) {
    Map<String, DropReason> refused = new HashMap<>();
    try {
      for (JsonNode record : JSON.readTree(answer.body()).path("failed_records")) {
        int index = record.path("index").asInt(-1);
        if (index >= 0 && index < sealed.itemIds().size()) {
          refused.put(sealed.itemIds().get(index), DropReason.INVALID);
        }
      }
    } catch (IOException noJson) {
      return new Outcome.Dropped(DropReason.INVALID);
    }
    return refused.isEmpty() ? new Outcome.Dropped(DropReason.INVALID) : new Delivered(refused, 0);
  }

  // endregion

  @Override
  public void close() {
    delivery.close();
  }

  /** Shows neither address nor token. */
  @Override
  public String toString() {
    return "MixpanelDestination[" + host() + "]";
  }
}
