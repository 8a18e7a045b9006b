package dev.candor.telemetry.exporter.amplitude;

import dev.candor.telemetry.exporter.Destination;
import dev.candor.telemetry.exporter.Item;
import dev.candor.telemetry.exporter.Outcome;
import dev.candor.telemetry.exporter.Outcome.DropReason;
import dev.candor.telemetry.exporter.Outcome.Separated;
import dev.candor.telemetry.exporter.Outcome.Uncertain;
import dev.candor.telemetry.exporter.Sealed;
import dev.candor.telemetry.testkit.Answer;
import dev.candor.telemetry.testkit.DestinationContract;
import dev.candor.telemetry.testkit.TestItems;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

class AmplitudeDestinationContractTest extends DestinationContract {
  @Override
  protected Destination newDestination(URI endpoint) {
    return AmplitudeDestination.builder(endpoint, SECRET).clock(clock).build();
  }

  /** Amplitude takes its key within the body (facts B.1). */
  @Override
  protected byte[] withCredentials(byte[] sealed) {
    return new String(sealed, StandardCharsets.UTF_8)
        .replace("{\"api_key\":\"\"", "{\"api_key\":\"" + SECRET + "\"")
        .getBytes(StandardCharsets.UTF_8);
  }

  /** Its success is JSON; anything else came from in between, and insert_id makes a retry safe. */
  @Override
  protected Outcome ofUnreadableSuccess() {
    return new Uncertain();
  }

  @Override
  protected Refusal refusalOfTheSecond(Sealed three) {
    String words = "{\"code\":400,\"events_with_invalid_fields\":{\"time\":[1]}}";
    return new Refusal(
        Answer.body(400, "application/json", words.getBytes(StandardCharsets.UTF_8)),
        new Separated(Map.of(three.itemIds().get(1), DropReason.INVALID), Map.of()));
  }

  @Override
  protected List<Item> oversize() {
    Map<String, Object> attributes = new HashMap<>();
    for (int i = 0; i < 1_000; i++) {
      attributes.put("imaging.run.text" + i, "x".repeat(AmplitudeTexts.LONGEST));
    }
    return List.of(TestItems.event(1, attributes));
  }
}
