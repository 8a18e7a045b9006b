package dev.candor.telemetry.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.exporter.Destination;
import dev.candor.telemetry.exporter.HttpOutcomes;
import dev.candor.telemetry.exporter.Outcome;
import dev.candor.telemetry.exporter.Outcome.Deferred;
import dev.candor.telemetry.exporter.Outcome.Delivered;
import dev.candor.telemetry.exporter.Outcome.Dropped;
import dev.candor.telemetry.exporter.Outcome.Scope;
import dev.candor.telemetry.exporter.Outcome.Split;
import dev.candor.telemetry.exporter.Sealed;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What every destination makes of an answer. */
abstract class AnswersContract extends SealingContract {
  @Test
  @Tag("P5")
  void send_ok_deliversTheSealedBytesWithTheSecret() {
    try (Destination destination = newDestination(backend.uri())) {
      Sealed sealed = one(destination);

      assertThat(destination.send(sealed, TIMEOUT)).isEqualTo(Delivered.all());

      ReceivedRequest request = backend.requests().get(0);
      assertThat(request.body()).isEqualTo(withCredentials(sealed.body()));
      assertThat(request.header("content-encoding")).isEqualTo(compresses() ? "gzip" : "");
      assertThat(Arrays.equals(request.wire(), sealed.body())).isEqualTo(!compresses());
      assertThat(text(sealed.body())).doesNotContain(SECRET);
      assertThat(request.headers() + request.path() + text(request.body()))
          .containsAnyOf(SECRET, BASIC);
      assertThat(request.header("user-agent")).doesNotContain("Java");
    }
  }

  @Test
  @Tag("P5")
  protected void send_again_sendsTheSameBytes() {
    backend.answerNext(Answer.status(503));
    try (Destination destination = newDestination(backend.uri())) {
      Sealed sealed = one(destination);

      destination.send(sealed, TIMEOUT);
      destination.send(sealed, TIMEOUT);

      assertThat(backend.bodySha256()).hasSize(2);
      assertThat(new HashSet<>(backend.bodySha256())).hasSize(1);
    }
  }

  @Test
  protected void send_unavailable_defers() {
    backend.answerWith(503);

    assertThat(send()).isEqualTo(afterAnswer(503, pause(Duration.ZERO)));
  }

  @Test
  protected void send_retryAfterSeconds_defersAsLong() {
    backend.answerWith(Answer.retryAfter(429, "7"));

    assertThat(send()).isEqualTo(afterAnswer(429, pause(Duration.ofSeconds(7))));
  }

  @Test
  protected void send_retryAfterDate_defersUntilThen() {
    String date =
        DateTimeFormatter.RFC_1123_DATE_TIME.format(
            clock.instant().plusSeconds(90).atOffset(ZoneOffset.UTC));
    backend.answerWith(Answer.retryAfter(503, date));

    assertThat(send()).isEqualTo(afterAnswer(503, pause(Duration.ofSeconds(90))));
  }

  @Test
  protected void send_retryAfterForEver_isBounded() {
    backend.answerWith(Answer.retryAfter(429, "999999999999999999999"));

    assertThat(send()).isEqualTo(afterAnswer(429, pause(Duration.ofDays(1))));
  }

  @Test
  protected void send_keyRefused_losesNothing() {
    backend.answerWith(401);

    assertThat(send()).isEqualTo(afterAnswer(401, pause(HttpOutcomes.LONG_PAUSE)));
  }

  @Test
  void send_malformed_isDropped() {
    backend.answerWith(400);

    assertThat(send()).isEqualTo(new Dropped(Outcome.DropReason.INVALID));
  }

  @Test
  void send_tooLarge_isSplit_andDroppedWhenAlone() {
    backend.answerWith(413);
    try (Destination destination = newDestination(backend.uri())) {
      Sealed two = destination.seal(items(2), CONTEXT).get(0);

      assertThat(destination.send(two, TIMEOUT)).isEqualTo(new Split());
      assertThat(destination.send(one(destination), TIMEOUT))
          .isEqualTo(new Dropped(Outcome.DropReason.TOO_LARGE));
    }
  }

  @Test
  void send_redirect_isNotFollowed() {
    try (LoopbackBackend elsewhere = new LoopbackBackend()) {
      backend.answerWith(Answer.redirect(elsewhere.uri()));

      assertThat(send()).isEqualTo(afterAnswer(307, pause(HttpOutcomes.LONG_PAUSE)));

      assertThat(elsewhere.connections()).isZero();
    }
  }

  @Test
  void send_portalPage_isNotDelivered() {
    backend.answerWith(
        Answer.body(200, "text/html; charset=utf-8", "<p>log in".getBytes(StandardCharsets.UTF_8)));

    assertThat(send()).isEqualTo(afterAnswer(200, pause(HttpOutcomes.LONG_PAUSE)));
  }

  @Test
  @Tag("P8")
  void send_oneOfThreeRefused_isSaidOfThatOne() {
    try (Destination destination = newDestination(backend.uri())) {
      Sealed three = destination.seal(items(3), CONTEXT).get(0);
      Refusal refusal = refusalOfTheSecond(three);
      backend.answerWith(refusal.answer());

      assertThat(destination.send(three, TIMEOUT)).isEqualTo(refusal.outcome());
    }
  }

  private static Outcome pause(Duration asked) {
    return new Deferred(asked, Scope.DESTINATION);
  }
}
