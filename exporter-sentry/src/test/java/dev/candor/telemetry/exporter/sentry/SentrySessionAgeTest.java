package dev.candor.telemetry.exporter.sentry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.ConsentPreset;
import dev.candor.telemetry.RunEnvironment;
import dev.candor.telemetry.SessionEnd;
import dev.candor.telemetry.SourceSession;
import dev.candor.telemetry.SourceTelemetry.Status;
import dev.candor.telemetry.TelemetryOptions;
import dev.candor.telemetry.TelemetryRuntime;
import dev.candor.telemetry.TelemetryStatus.DestinationLedger;
import dev.candor.telemetry.exporter.EventItem;
import dev.candor.telemetry.exporter.Item;
import dev.candor.telemetry.exporter.Outcome;
import dev.candor.telemetry.exporter.Outcome.Delivered;
import dev.candor.telemetry.exporter.Outcome.DropReason;
import dev.candor.telemetry.exporter.Outcome.Dropped;
import dev.candor.telemetry.exporter.Outcome.Separated;
import dev.candor.telemetry.exporter.SealContext;
import dev.candor.telemetry.exporter.Sealed;
import dev.candor.telemetry.testkit.FakeClock;
import dev.candor.telemetry.testkit.FakeSentry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A session that Sentry would throw away in silence is never booked as delivered. */
@Tag("P8")
@Timeout(120)
class SentrySessionAgeTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final FakeClock clock = FakeClock.create();

  @RegisterExtension final FakeSentry sentry = new FakeSentry(clock);
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"P4DT23H58M59S, true", "P4DT23H59M, true", "P4DT23H59M1S, false", "P400D, false"})
  void send_sessionOfThisAge_isDeliveredOrExpired(Duration age, boolean taken) {
    Outcome outcome = send(begun(1, "session", age));

    assertThat(outcome).isEqualTo(taken ? Delivered.all() : new Dropped(DropReason.EXPIRED));
    assertThat(sentry.faults()).isEmpty();
    assertThat(sentry.sessions()).hasSize(taken ? 1 : 0);
  }

  /** It ended just now: Sentry counts from where it began. */
  @Test
  void send_sessionThatLastedSixDays_isExpired() {
    EventItem began = begun(1, "session", Duration.ofDays(6));
    EventItem lasted =
        EventItem.of(
            began.id(),
            "session",
            began.purpose(),
            began.startNanos(),
            began.startNanos() + Duration.ofDays(6).toNanos(),
            Status.UNSET,
            began.attributes(),
            began.resource());

    assertThat(send(lasted)).isEqualTo(new Dropped(DropReason.EXPIRED));
  }

  @Test
  void send_oneTooOldAmongThree_namesItAndSendsNothing() {
    EventItem old = begun(2, "session.start", Duration.ofDays(6));

    Outcome outcome =
        send(begun(1, "session", Duration.ZERO), old, begun(3, "session", Duration.ofDays(1)));

    assertThat(outcome).isEqualTo(new Separated(Map.of(old.id(), DropReason.EXPIRED), Map.of()));
    assertThat(sentry.backend().connections()).isZero();
  }

  /** Of events and spans Sentry takes older ones. */
  @Test
  void send_errorOfSixDaysAgo_isDelivered() {
    assertThat(send(begun(1, "imaging.run", Duration.ofDays(6)))).isEqualTo(Delivered.all());
  }

  @Test
  @Tag("P5")
  void seal_laterOn_isTheSame() {
    try (SentryDestination destination = SentryDestination.create(sentry.dsn(), clock)) {
      List<Item> items = List.of(begun(1, "session", Duration.ofDays(4)));
      List<Sealed> before = destination.seal(items, new SealContext(null));
      clock.advance(Duration.ofDays(30));

      assertThat(destination.seal(items, new SealContext(null))).isEqualTo(before);
    }
  }

  @Test
  void sessionToldTooLate_isExpiredInTheLedgerAndTheOthersArrive() {
    clock.set(Instant.now());
    try (TelemetryRuntime runtime =
        TelemetryRuntime.start(
            TelemetryOptions.builder("lab", "1.4.2", LabEvents.class)
                .folder(folder)
                .environment(Map.of("SENTRY_DSN", sentry.dsn(), "TELEMETRY_TIMEOUT", "20"))
                .build())) {
      runtime.consent().set(ConsentPreset.EVERYTHING);
      tell(runtime, "old", Instant.now().minus(Duration.ofDays(9)));
      tell(runtime, "young", Instant.now().minus(Duration.ofDays(1)));
      Awaitility.await().atMost(PATIENCE).until(() -> isSettled(runtime));

      assertThat(sentry.faults()).isEmpty();
      assertThat(sentry.names()).isEqualTo(Map.of("session ok", 2, "session exited", 1));
      assertThat(ledger(runtime).expired()).isEqualTo(2);
      assertThat(ledger(runtime).delivered()).isEqualTo(3);
      assertThat(ledger(runtime).balances()).isTrue();
    }
  }

  private static void tell(TelemetryRuntime runtime, String name, Instant start) {
    runtime
        .telemetry()
        .source(new SourceSession("squid", name, "2.0", RunEnvironment.SIMULATION, start))
        .end(start.plusSeconds(60), SessionEnd.EXIT);
  }

  private static boolean isSettled(TelemetryRuntime runtime) {
    runtime.flush(PATIENCE);
    return ledger(runtime).queued() == 0;
  }

  private static DestinationLedger ledger(TelemetryRuntime runtime) {
    return runtime.status().destinations().stream()
        .filter(ledger -> ledger.destination().equals("sentry"))
        .findFirst()
        .orElseThrow();
  }

  private Outcome send(EventItem... items) {
    try (SentryDestination destination = SentryDestination.create(sentry.dsn(), clock)) {
      return destination.send(
          destination.seal(List.<Item>of(items), new SealContext(null)).get(0), PATIENCE);
    }
  }

  private EventItem begun(int number, String name, Duration ago) {
    EventItem session = Samples.session("exit", 60);
    long start = clock.instant().minus(ago).toEpochMilli() * 1_000_000;
    return EventItem.of(
        "%032x%016x".formatted(number, number),
        name,
        session.purpose(),
        start,
        start + 1_000_000_000L,
        Status.UNSET,
        session.attributes(),
        session.resource());
  }
}
