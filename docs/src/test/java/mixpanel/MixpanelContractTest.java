package mixpanel;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.Test;

// region: contract
@Tag("SV-62")
class MixpanelContractTest extends DestinationContract {
  @Override
  protected Destination newDestination(URI endpoint) {
    return new MixpanelDestination(endpoint, SECRET, clock);
  }

  @Test
  void send_someRefused_takesTheRest() {
    String answer =
        "{\"code\":400,\"failed_records\":[{\"index\":1,\"field\":\"properties.time\"}]}";
    backend.answerWith(
        Answer.body(400, "application/json", answer.getBytes(StandardCharsets.UTF_8)));
    try (Destination destination = newDestination(backend.uri())) {
      Sealed sealed = destination.seal(items(3), CONTEXT).get(0);

      assertThat(destination.send(sealed, TIMEOUT))
          .isEqualTo(new Delivered(Map.of(sealed.itemIds().get(1), DropReason.INVALID), 0));
    }
  }
}
// endregion
