package dev.candor.telemetry.exporter.sentry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.exporter.Destination;
import dev.candor.telemetry.exporter.Item;
import dev.candor.telemetry.exporter.Outcome;
import dev.candor.telemetry.exporter.Outcome.DropReason;
import dev.candor.telemetry.exporter.Outcome.Dropped;
import dev.candor.telemetry.exporter.Sealed;
import dev.candor.telemetry.testkit.Answer;
import dev.candor.telemetry.testkit.DestinationContract;
import dev.candor.telemetry.testkit.TestItems;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SentryDestinationContractTest extends DestinationContract {
  @Override
  protected Destination newDestination(URI endpoint) {
    String dsn = endpoint.getScheme() + "://" + SECRET + "@" + endpoint.getAuthority() + "/7";
    return SentryDestination.create(dsn, clock);
  }

  @Override
  protected List<Item> oversize() {
    return List.of(TestItems.event(1, Map.of("a", "x".repeat(1 << 20))));
  }

  /** Vendor facts C.3: after any answer, 5xx included, nothing is sent again. */
  @Override
  protected Outcome afterAnswer(int status, Outcome usual) {
    return new Dropped(
        switch (status) {
          case 429 -> DropReason.RATE_LIMITED;
          case 503 -> DropReason.REFUSED;
          default -> DropReason.UNAUTHORIZED;
        });
  }

  /** Vendor facts C.3; ours: no limit holds for longer than a day. */
  @Test
  @Override
  protected void send_retryAfterForEver_isBounded() {
    backend.answerNext(Answer.retryAfter(429, "999999999999999999999"));
    try (Destination destination = newDestination(backend.uri())) {
      Sealed sealed = destination.seal(items(1), CONTEXT).get(0);
      destination.send(sealed, TIMEOUT);
      clock.advance(Duration.ofDays(1));

      assertThat(destination.send(sealed, TIMEOUT)).isEqualTo(Outcome.Delivered.all());
    }
  }

  /** Vendor facts C.3: what was given up is told by a report of its own, after the next success. */
  @Test
  @Override
  @Tag("P5")
  protected void send_again_sendsTheSameBytes() {
    backend.answerNext(Answer.status(503));
    try (Destination destination = newDestination(backend.uri())) {
      Sealed sealed = destination.seal(items(1), CONTEXT).get(0);

      destination.send(sealed, TIMEOUT);
      destination.send(sealed, TIMEOUT);

      assertThat(backend.bodySha256().get(0)).isEqualTo(backend.bodySha256().get(1));
      assertThat(backend.requests()).hasSize(3);
      assertThat(new String(backend.requests().get(2).body(), StandardCharsets.UTF_8))
          .contains("\"type\":\"client_report\"");
    }
  }
}
