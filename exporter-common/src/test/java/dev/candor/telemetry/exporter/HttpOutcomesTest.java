package dev.candor.telemetry.exporter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.exporter.Outcome.Deferred;
import dev.candor.telemetry.exporter.Outcome.Delivered;
import dev.candor.telemetry.exporter.Outcome.DropReason;
import dev.candor.telemetry.exporter.Outcome.Dropped;
import dev.candor.telemetry.exporter.Outcome.Scope;
import dev.candor.telemetry.exporter.Outcome.Split;
import dev.candor.telemetry.exporter.Outcome.Uncertain;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpOutcomesTest {
  private static final Duration ASKED = Duration.ofSeconds(9);
  private final HttpOutcomes outcomes = HttpOutcomes.standard();

  @ParameterizedTest
  @ValueSource(ints = {200, 202, 204})
  void of_success_isDelivered(int status) {
    assertThat(outcomes.of(answer(status))).isEqualTo(Delivered.all());
  }

  @ParameterizedTest
  @ValueSource(ints = {425, 429, 502, 503, 504})
  void of_notNow_restsAsAsked(int status) {
    assertThat(outcomes.of(answer(status))).isEqualTo(new Deferred(ASKED, Scope.DESTINATION));
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 307, 401, 402, 403, 404, 405, 407, 410, 511})
  void of_wrongSettings_restsLongAndLosesNothing(int status) {
    assertThat(outcomes.of(answer(status)))
        .isEqualTo(new Deferred(HttpOutcomes.LONG_PAUSE, Scope.DESTINATION));
  }

  @Test
  void of_wrongSettings_restsLongerIfAsked() {
    HttpAnswer patient = new HttpAnswer(403, Duration.ofHours(5), "", new byte[0]);

    assertThat(outcomes.of(patient))
        .isEqualTo(new Deferred(Duration.ofHours(5), Scope.DESTINATION));
  }

  @Test
  void of_others_followTheirClass() {
    assertThat(outcomes.of(answer(408))).isEqualTo(new Deferred(ASKED, Scope.BODY));
    assertThat(outcomes.of(answer(400))).isEqualTo(new Dropped(DropReason.INVALID));
    assertThat(outcomes.of(answer(422))).isEqualTo(new Dropped(DropReason.INVALID));
    assertThat(outcomes.of(answer(413))).isEqualTo(new Split());
    assertThat(outcomes.of(answer(500))).isEqualTo(new Uncertain());
    assertThat(outcomes.of(answer(999))).isEqualTo(new Uncertain());
  }

  @Test
  void of_webPage_isNoDelivery() {
    HttpAnswer page = new HttpAnswer(200, Duration.ZERO, "Text/HTML", new byte[] {1});

    assertThat(outcomes.of(page)).isInstanceOf(Deferred.class);
  }

  @Test
  void with_replacesARowAndLeavesTheTable() {
    HttpOutcomes own = outcomes.with(answer -> new Dropped(DropReason.UNAUTHORIZED), 401);

    assertThat(own.of(answer(401))).isEqualTo(new Dropped(DropReason.UNAUTHORIZED));
    assertThat(outcomes.of(answer(401))).isInstanceOf(Deferred.class);
  }

  @Test
  void answer_comparesBytesAndShowsNone() {
    assertThat(answer(200)).isEqualTo(answer(200)).hasSameHashCodeAs(answer(200));
    assertThat(answer(200)).isNotEqualTo(answer(201)).hasToString("HttpAnswer[200]");
  }

  private static HttpAnswer answer(int status) {
    return new HttpAnswer(status, ASKED, "application/x-protobuf", new byte[] {1, 2});
  }
}
