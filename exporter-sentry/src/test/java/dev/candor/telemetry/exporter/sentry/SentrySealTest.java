package dev.candor.telemetry.exporter.sentry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.WireNames;
import dev.candor.telemetry.exporter.Destination;
import dev.candor.telemetry.exporter.EventItem;
import dev.candor.telemetry.exporter.Item;
import dev.candor.telemetry.exporter.SealContext;
import dev.candor.telemetry.exporter.Sealed;
import dev.candor.telemetry.squid.SnapshotSetting;
import dev.candor.telemetry.testkit.FakeClock;
import dev.candor.telemetry.testkit.FakeSentry;
import dev.candor.telemetry.testkit.TestItems;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentrySealTest {
  private static final SealContext CONTEXT = new SealContext(Samples.INSTALLATION);

  @RegisterExtension final FakeSentry sentry = new FakeSentry(FakeClock.create());

  @Test
  void seal_250Sessions_areThreeEnvelopes() {
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < 250; i++) {
      items.add(numbered(i, Samples.session("exit", 60)));
    }

    List<Sealed> bodies = seal(items);

    assertThat(bodies).extracting(body -> body.itemIds().size()).containsExactly(100, 100, 50);
    deliver(bodies);
    assertThat(sentry.sessions()).hasSize(250);
  }

  @Test
  void seal_mixture_keepsKindsApart() {
    List<Item> items =
        List.of(
            numbered(1, Samples.error(Map.of())),
            numbered(2, TestItems.event(1)),
            numbered(3, Samples.session("exit", 60)),
            numbered(4, Samples.error(Map.of())),
            TestItems.counts(1));

    List<Sealed> bodies = seal(items);

    assertThat(bodies).extracting(body -> body.itemIds().size()).containsExactly(1, 1, 1, 1);
    deliver(bodies);
    assertThat(sentry.names())
        .isEqualTo(Map.of("ExportException", 2, "session exited", 1, "imaging.run", 1));
  }

  @Test
  void seal_sessionWithoutUsableId_isInNoBody() {
    EventItem none = Samples.item("session.start", Purpose.USAGE, Map.of());
    EventItem odd = Samples.item("session.start", Purpose.USAGE, Map.of("session.id", "s-1"));

    assertThat(seal(List.of(none, odd))).isEmpty();
  }

  @Test
  void seal_idThatIsNone_isInNoBody() {
    EventItem error = Samples.with(Samples.error(Map.of()), "z".repeat(48), Map.of());

    assertThat(seal(List.of(error))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "crash, crashed, 1",
    "unfinished, abnormal, 0",
    "exit, exited, 0",
    "consent_changed, exited, 0"
  })
  void session_byItsReason_isCrashedForCrashesOnly(String reason, String status, int errors) {
    deliver(seal(List.of(Samples.session(reason, 90))));

    assertThat(sentry.sessions().get(0))
        .containsEntry("status", status)
        .containsEntry("errors", errors)
        .containsEntry("duration", 90.0)
        .containsEntry("did", Samples.INSTALLATION);
  }

  @ParameterizedTest
  @CsvSource({"exit, 3, 3", "crash, 3, 3", "crash, 0, 1", "unfinished, 0, 0"})
  void session_thatTellsItsErrors_hasAsMany(String reason, long told, int errors) {
    deliver(seal(List.of(Samples.session(reason, 90, Map.of("session.errors", told)))));

    assertThat(sentry.sessions().get(0)).containsEntry("errors", errors);
  }

  @Test
  void fingerprint_otherLines_isTheSame() {
    String moved = Samples.JAVA_TRACE.replace(":120", ":130").replace(":44", ":45");

    deliver(seal(List.of(numbered(1, Samples.error(Map.of())))));
    deliver(seal(List.of(numbered(2, Samples.error(Map.of("exception.stacktrace", moved))))));

    assertThat(sentry.events()).hasSize(2);
    assertThat(sentry.events().get(0).get("fingerprint"))
        .isEqualTo(sentry.events().get(1).get("fingerprint"));
  }

  @Test
  void fingerprint_otherCaller_isAnother() {
    String other = Samples.JAVA_TRACE.replace("Exporter.run", "Scheduler.run");

    deliver(seal(List.of(numbered(1, Samples.error(Map.of())))));
    deliver(seal(List.of(numbered(2, Samples.error(Map.of("exception.stacktrace", other))))));

    assertThat(sentry.events().get(0).get("fingerprint"))
        .isNotEqualTo(sentry.events().get(1).get("fingerprint"));
  }

  @Test
  @Tag("SQ-7")
  @Tag("SQ-9")
  void dsn_moved_sendsTheSameBytesThere() {
    try (FakeSentry other = new FakeSentry();
        Destination one = SentryDestination.create(sentry.dsn(), FakeClock.create());
        Destination two = SentryDestination.create(other.dsn("/tracker"), FakeClock.create())) {
      List<Sealed> waiting = one.seal(List.of(Samples.error(Map.of())), CONTEXT);

      assertThat(two.seal(List.of(Samples.error(Map.of())), CONTEXT)).isEqualTo(waiting);
      two.send(waiting.get(0), Duration.ofSeconds(20));

      assertThat(other.faults()).isEmpty();
      assertThat(other.events()).hasSize(1);
    }
  }

  @Test
  @Tag("P4")
  @Tag("SQ-70")
  void event_anyError_namesNoServerHostOrAddress() {
    deliver(seal(List.of(Samples.error(Map.of()))));

    assertThat(sentry.events().get(0)).doesNotContainKeys("server_name", "request", "modules");
  }

  @Test
  @Tag("SQ-67")
  @Tag("SQ-68")
  @Tag("SQ-73")
  void event_anyError_hasEnvironmentReleaseAndTheInstallationAsUser() {
    deliver(seal(List.of(Samples.error(Map.of()))));

    assertThat(sentry.events().get(0))
        .containsEntry("environment", "simulation")
        .containsEntry("release", "lab@1.4.2")
        .containsEntry("user", Map.of("id", Samples.INSTALLATION));
  }

  @Test
  @Tag("SQ-27")
  void contexts_ofAWholeConfiguration_areWithinWhatSentryKeeps() {
    Map<String, Object> whole = new TreeMap<>();
    for (SnapshotSetting setting : SnapshotSetting.values()) {
      whole.put("config.snapshot.setting." + WireNames.of(setting), 1234.56789);
    }

    deliver(seal(List.of(Samples.error(whole))));

    assertThat(sentry.events().get(0))
        .extracting("contexts.config_snapshot_setting")
        .asInstanceOf(InstanceOfAssertFactories.MAP)
        .hasSameSizeAs(whole)
        .satisfies(
            context ->
                assertThat(context.toString().length() + 4 * whole.size()).isLessThan(8_192));
  }

  @Test
  @Tag("SQ-72")
  void event_51Steps_hasTheLast50OldestFirst() {
    String trail =
        IntStream.range(0, 51).mapToObj(i -> "step_" + i).collect(Collectors.joining(","));

    deliver(seal(List.of(Samples.error(Map.of("app.error.trail", trail)))));

    assertThat(sentry.events().get(0))
        .extracting("breadcrumbs.values")
        .asInstanceOf(InstanceOfAssertFactories.list(Map.class))
        .hasSize(50)
        .extracting(crumb -> crumb.get("message"))
        .startsWith("step_1")
        .endsWith("step_50");
  }

  private List<Sealed> seal(List<Item> items) {
    try (Destination destination = SentryDestination.create(sentry.dsn(), FakeClock.create())) {
      return destination.seal(items, CONTEXT);
    }
  }

  private void deliver(List<Sealed> bodies) {
    try (Destination destination = SentryDestination.create(sentry.dsn(), FakeClock.create())) {
      bodies.forEach(body -> destination.send(body, Duration.ofSeconds(20)));
    }
    assertThat(sentry.faults()).isEmpty();
  }

  private static EventItem numbered(int number, EventItem item) {
    return Samples.with(item, "%032x%016x".formatted(number + 1, number + 1), item.resource());
  }
}
