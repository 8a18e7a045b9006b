package dev.candor.telemetry.exporter.ga4;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.exporter.Destination;
import dev.candor.telemetry.exporter.Item;
import dev.candor.telemetry.exporter.Outcome;
import dev.candor.telemetry.exporter.Outcome.Delivered;
import dev.candor.telemetry.exporter.Outcome.DropReason;
import dev.candor.telemetry.exporter.Outcome.Dropped;
import dev.candor.telemetry.exporter.Outcome.Uncertain;
import dev.candor.telemetry.exporter.SealContext;
import dev.candor.telemetry.exporter.Sealed;
import dev.candor.telemetry.testkit.Answer;
import dev.candor.telemetry.testkit.DestinationContract;
import dev.candor.telemetry.testkit.ReceivedRequest;
import dev.candor.telemetry.testkit.TestItems;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Ga4DestinationContractTest extends DestinationContract {
  /** Google is sent nothing that has not happened yet. */
  @BeforeEach
  void afterAllItems() {
    clock.set(Instant.parse("2026-11-19T12:00:00Z"));
  }

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

  /** Parameters are left out and texts are cut, so that no event is too large. */
  @Override
  protected List<Item> oversize() {
    Map<String, Object> attributes = new TreeMap<>();
    for (int i = 0; i < 1_000; i++) {
      attributes.put("key." + i, "\u20AC".repeat(10_000));
    }
    return List.of(TestItems.event(1, attributes));
  }

  @Override
  protected boolean cuts() {
    return true;
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

  /** Vendor facts A.1: a request that was answered does not go again. */
  @Override
  protected Outcome afterAnswer(int status, Outcome usual) {
    return switch (status) {
      case 408, 500, 502, 503, 504, 599 -> new Uncertain();
      case 425, 429 -> new Dropped(DropReason.REFUSED);
      case 400, 406, 409, 411, 415, 422 -> new Dropped(DropReason.INVALID);
      default -> new Dropped(DropReason.UNAUTHORIZED);
    };
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        300, 301, 302, 303, 304, 307, 308, 400, 401, 402, 403, 404, 405, 406, 407, 408, 409, 410,
        411, 415, 421, 422, 425, 426, 429, 451, 500, 502, 503, 504, 511, 599
      })
  @Tag("P7")
  void send_answered_isNeverSentAgain(int status) {
    backend.answerWith(Answer.status(status));
    try (Destination destination = newDestination(backend.uri())) {
      Sealed sealed = destination.seal(items(1), CONTEXT).get(0);

      assertThat(destination.send(sealed, TIMEOUT))
          .isEqualTo(afterAnswer(status, Delivered.all()))
          .isInstanceOfAny(Dropped.class, Uncertain.class);
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
        Ga4Destination.builder("G-TEST123", SECRET).endpoint(backend.uri()).clock(clock).build()) {
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
