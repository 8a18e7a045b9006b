package dev.candor.telemetry.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.exporter.Check;
import dev.candor.telemetry.exporter.Check.Result;
import dev.candor.telemetry.exporter.Contact;
import dev.candor.telemetry.exporter.Destination;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What every destination tells somebody who looks for a fault; it may have nothing to tell. */
abstract class ChecksContract extends AnswersContract {
  private static final List<Integer> REFUSALS = List.of(302, 401, 403, 404, 429, 500, 503);

  @Test
  @Tag("P4")
  void check_refusalOfAnyKind_isToldWithoutSecretAndAnswer() {
    for (int status : REFUSALS) {
      backend.answerWith(
          Answer.body(status, "text/plain", (SECRET + " jane").getBytes(StandardCharsets.UTF_8)));
      try (Destination destination = newDestination(backend.uri())) {
        Check check = destination.check(TIMEOUT);

        assertThat(check.result()).isIn(Result.REFUSED, Result.UNKNOWN);
        assertThat(check.status()).isIn(status, 0);
        assertThat(check.toString()).doesNotContain(SECRET).doesNotContain("jane");
      }
    }
  }

  @Test
  void check_webPage_isNotTheDestination() {
    backend.answerWith(
        Answer.body(200, "text/html", "<html>jane</html>".getBytes(StandardCharsets.UTF_8)));
    try (Destination destination = newDestination(backend.uri())) {
      assertThat(destination.check(TIMEOUT).result()).isIn(Result.REFUSED, Result.UNKNOWN);
    }
  }

  @Test
  void check_nobodyListens_isUnreachable() {
    backend.down();
    try (Destination destination = newDestination(backend.uri())) {
      assertThat(destination.check(TIMEOUT).result()).isIn(Result.UNREACHABLE, Result.UNKNOWN);
    }
  }

  @Test
  @Tag("P3")
  void check_afterClose_opensNothing() {
    Destination destination = newDestination(backend.uri());
    destination.close();

    assertThat(destination.check(TIMEOUT).result()).isNotEqualTo(Result.OK);

    assertThat(backend.connections()).isZero();
  }

  @Test
  void contact_afterAnAnswer_isItsStatusIfKnown() {
    backend.answerWith(503);
    try (Destination destination = newDestination(backend.uri())) {
      assertThat(destination.contact()).isEqualTo(Contact.none());

      destination.send(one(destination), TIMEOUT);

      assertThat(destination.contact().status()).isIn(503, 0);
    }
  }
}
