package dev.candor.telemetry.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.exporter.Limits;
import dev.candor.telemetry.exporter.Outcome.Deferred;
import dev.candor.telemetry.exporter.Outcome.DropReason;
import dev.candor.telemetry.exporter.Outcome.Dropped;
import dev.candor.telemetry.exporter.Outcome.Scope;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PacingTest extends OutboxTestBase {
  private final FakeDestination far = new FakeDestination("far");

  PacingTest() {
    far.host = "collector.example";
    far.limits = new Limits(1, 1 << 20, Duration.ofDays(7), false, 15, true, true);
  }

  @Test
  @Tag("SV-78")
  void requests_inAnyMinute_areNoMoreThanAllowed() {
    SqliteOutbox outbox = openFor(far);
    outbox.append(Samples.events(1, 0, 40, clock));
    DestinationTurn turn = turn(outbox, far);

    run(turn);
    assertThat(far.sent).hasSize(15);
    clock.advance(Duration.ofSeconds(59));
    run(turn);
    assertThat(far.sent).hasSize(15);
    clock.advance(Duration.ofSeconds(1));
    run(turn);
    assertThat(far.sent).hasSize(30);
    clock.advance(Duration.ofDays(-1));
    run(turn);
    assertThat(far.sent).hasSize(40);
  }

  @Test
  @Tag("SV-78")
  void burst_atOneDestination_holdsUpNoOther() {
    FakeDestination wide = new FakeDestination("wide");
    wide.host = "vendor.example";
    wide.limits = new Limits(1, 1 << 20, Duration.ofDays(7), false, 30, true, true);
    SqliteOutbox outbox = openFor(far, wide);
    outbox.append(Samples.events(1, 0, 40, clock));

    run(turn(outbox, far));
    run(turn(outbox, wide));

    assertThat(far.sent).hasSize(15);
    assertThat(wide.sent).hasSize(30);
  }

  @Test
  @Tag("SV-78")
  void requests_onLoopback_areNotPaced() {
    far.host = "[::1]";
    SqliteOutbox outbox = openFor(far);
    outbox.append(Samples.events(1, 0, 40, clock));

    run(turn(outbox, far));

    assertThat(far.sent).hasSize(40);
  }

  @Test
  void replay_afterALongAbsence_goesSlowly() {
    far.limits = new Limits(100, 1 << 20, Duration.ofDays(7), false, 1_000, true, true);
    SqliteOutbox outbox = openFor(far);
    outbox.append(Samples.events(1, 0, 1_000, clock));
    clock.advance(Duration.ofHours(5));
    DestinationTurn turn = turn(outbox, far);
    long bytes = 0;
    int seconds = 0;

    while (far.sentIds().size() < 1_000) {
      run(turn);
      clock.advance(Duration.ofMillis(100));
      seconds++;
      assertThat(seconds).isLessThan(1_000);
    }

    bytes = far.sent.stream().mapToLong(body -> body.body().length).sum();
    assertThat(bytes)
        .isLessThanOrEqualTo((64L << 10) * seconds / 10 + far.sent.get(0).body().length);
  }

  @Test
  void backoff_withoutRetryAfter_isRandomAndGrowsToAnHour() {
    CourierSettings settings = CourierSettings.defaults();
    for (int failures = 1; failures < 100; failures++) {
      Duration limit = Duration.ofSeconds(Math.min(3_600, 2L << Math.min(20, failures - 1)));
      assertThat(settings.pause(failures)).isPositive().isLessThanOrEqualTo(limit.plusMillis(1));
    }
    assertThat(settings.pause(Duration.ofDays(30), 1)).isEqualTo(Duration.ofDays(1));
    assertThat(settings.pause(Duration.ofSeconds(3), 9)).isEqualTo(Duration.ofSeconds(3));
  }

  @Test
  void manyBodiesFail_theDestinationIsPaused_thenProbedWithOne() {
    far.host = "localhost";
    SqliteOutbox outbox = openFor(far);
    outbox.append(Samples.events(1, 0, 40, clock));
    far.always = body -> new Deferred(Duration.ofHours(3), Scope.BODY);
    DestinationTurn turn = turn(outbox, far);

    run(turn);
    assertThat(far.sent).hasSize(5);
    clock.advance(Duration.ofHours(1));
    run(turn);
    assertThat(far.sent).hasSize(6);

    far.always = body -> dev.candor.telemetry.exporter.Outcome.Delivered.all();
    clock.advance(Duration.ofHours(4));
    run(turn);
    assertThat(ledger(outbox, "far").delivered()).isEqualTo(40);
  }

  @Test
  void credentialsRefused_doNotBurnTheQueue() {
    far.host = "localhost";
    SqliteOutbox outbox = openFor(far);
    outbox.append(Samples.events(1, 0, 40, clock));
    far.always = body -> new Dropped(DropReason.UNAUTHORIZED);

    run(turn(outbox, far));

    assertThat(far.sent).hasSize(1);
    assertThat(ledger(outbox, "far").queued()).isEqualTo(39);
  }
}
