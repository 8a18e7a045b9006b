package dev.candor.telemetry.exporter.ga4;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.exporter.Destination;
import dev.candor.telemetry.exporter.Outcome.Delivered;
import dev.candor.telemetry.exporter.Outcome.Uncertain;
import dev.candor.telemetry.exporter.SealContext;
import dev.candor.telemetry.exporter.Sealed;
import dev.candor.telemetry.testkit.Answer;
import dev.candor.telemetry.testkit.DestinationContract;
import dev.candor.telemetry.testkit.ReceivedRequest;
import dev.candor.telemetry.testkit.TestItems;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Ga4DestinationContractTest extends DestinationContract {
  // region: destination
  @Override
  protected Destination newDestination(URI endpoint) {
    return Ga4Destination.builder("G-TEST123", SECRET)
        .endpoint(endpoint)
        .patience(TIMEOUT)
        .clock(clock)
        .build();
  }

  // endregion

  /** The Measurement Protocol does not say that it takes gzip, and answers 204 to anything. */
  @Override
  protected boolean compresses() {
    return false;
  }

  @Test
  @Tag("SV-73")
  void seal_aThousandEvents_areFortyRequests() {
    try (Destination destination = newDestination(backend.uri())) {
      assertThat(destination.seal(items(1_000), CONTEXT)).hasSize(40);
    }
  }

  @Test
  @Tag("SV-28")
  void send_query_holdsStreamAndSecretAndNothingElse() {
    try (Destination destination = newDestination(backend.uri())) {
      destination.send(destination.seal(items(1), CONTEXT).get(0), TIMEOUT);
    }

    ReceivedRequest request = backend.requests().get(0);
    assertThat(request.path())
        .isEqualTo("/mp/collect?measurement_id=G-TEST123&api_secret=" + SECRET);
    assertThat(request.header("content-type")).isEqualTo("application/json");
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 504})
  @Tag("P7")
  void send_brokenBehindTheDoor_isUncertain(int status) {
    backend.answerWith(Answer.status(status));
    try (Destination destination = newDestination(backend.uri())) {
      Sealed sealed = destination.seal(items(1), CONTEXT).get(0);

      assertThat(destination.send(sealed, TIMEOUT)).isEqualTo(new Uncertain());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 204})
  @Tag("SV-35")
  void send_taken_isDelivered(int status) {
    backend.answerWith(Answer.status(status));
    try (Destination destination = newDestination(backend.uri())) {
      Sealed sealed = destination.seal(items(1), CONTEXT).get(0);

      assertThat(destination.send(sealed, TIMEOUT)).isEqualTo(Delivered.all());
    }
  }

  /** Without patience of its own it would wait for the minutes that it is given. */
  @Test
  @Tag("SV-34")
  void send_noAnswer_givesUpByItself() {
    CountDownLatch release = new CountDownLatch(1);
    backend.answerWith(Answer.held(release));
    try (Destination destination =
        Ga4Destination.builder("G-TEST123", SECRET).endpoint(backend.uri()).build()) {
      Sealed sealed = destination.seal(items(1), CONTEXT).get(0);

      assertThat(destination.send(sealed, Duration.ofMinutes(10))).isEqualTo(new Uncertain());
    } finally {
      release.countDown();
    }
  }

  @Test
  void seal_withoutInstallation_isInNoBody() {
    try (Destination destination = newDestination(backend.uri())) {
      assertThat(destination.seal(items(3), new SealContext(null))).isEmpty();
    }
  }

  @Test
  void seal_counts_areInNoBody() {
    try (Destination destination = newDestination(backend.uri())) {
      assertThat(destination.limits().counts()).isFalse();
      assertThat(destination.seal(List.of(TestItems.counts(1)), CONTEXT)).isEmpty();
    }
  }
}
