package mixpanel;

import dev.candor.telemetry.exporter.Destination;
import dev.candor.telemetry.exporter.Outcome.Delivered;
import dev.candor.telemetry.exporter.Outcome.DropReason;
import dev.candor.telemetry.exporter.Sealed;
import dev.candor.telemetry.testkit.Answer;
import dev.candor.telemetry.testkit.DestinationContract;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Tag;

// region: contract
@Tag("SV-62")
class MixpanelContractTest extends DestinationContract {
  @Override
  protected Destination newDestination(URI endpoint) {
    return new MixpanelDestination(endpoint, SECRET, clock);
  }

  @Override
  protected Refusal refusalOfTheSecond(Sealed three) {
    String words =
        "{\"code\":400,\"failed_records\":[{\"index\":1,\"field\":\"properties.time\"}]}";
    return new Refusal(
        Answer.body(400, "application/json", words.getBytes(StandardCharsets.UTF_8)),
        new Delivered(Map.of(three.itemIds().get(1), DropReason.INVALID), 0));
  }
}
// endregion
