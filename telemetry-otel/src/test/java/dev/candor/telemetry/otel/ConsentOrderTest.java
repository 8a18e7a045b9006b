package dev.candor.telemetry.otel;

import static dev.candor.telemetry.Purpose.DIAGNOSTICS;
import static dev.candor.telemetry.Purpose.USAGE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.ConsentAnswer;
import dev.candor.telemetry.ConsentAnswer.Send;
import dev.candor.telemetry.ConsentAnswer.Switches;
import dev.candor.telemetry.ConsentPreset;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.TelemetryRuntime;
import dev.candor.telemetry.Text;
import dev.candor.telemetry.testkit.ByteScan;
import dev.candor.telemetry.testkit.FakeClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Orders of events in which consent once did not hold; the random histories found them. */
class ConsentOrderTest {
  private final FakeClock clock = FakeClock.create();
  @TempDir Path folder;

  @Test
  @Tag("P3")
  void no_afterTheAnswerWasLost_purgesWhatWaits() throws IOException {
    TelemetryRuntime runtime = LabRuntime.startSilent(folder, clock);
    runtime.consent().set(ConsentPreset.EVERYTHING);
    runtime.telemetry().record(new Lab.Complaint(Text.of("quetzalcoatlus")));
    LabRuntime.store(runtime);
    Files.delete(folder.resolve("consent.json"));

    runtime.consent().set(ConsentPreset.NO);
    runtime.close();

    ByteScan.of("quetzalcoatlus").assertNothingIn(folder);
  }

  @Test
  @Tag("P2")
  void answer_afterAnAnswerWasLostAndTheClockSetBack_hasAHigherNumber() throws IOException {
    long lost = answer(store(1), Send.EVERYTHING).grant();
    Files.delete(folder.resolve("consent.json"));
    clock.advance(Duration.ofDays(-40));

    ConsentStore next = store(1);

    assertThat(answer(next, Send.COUNTS).grant()).isGreaterThan(lost);
    assertThat(next.pendingPurge()).isGreaterThan(lost);
  }

  @Test
  @Tag("P2")
  void answer_onePurposeOfANewQuestion_keepsNoYesToTheOldOne() {
    answer(store(1), Send.EVERYTHING);

    ConsentAnswer answer =
        store(2)
            .answer(
                before -> {
                  EnumMap<Purpose, Switches> next = new EnumMap<>(before);
                  next.put(USAGE, new Switches(false, Send.COUNTS));
                  return next;
                });

    assertThat(answer.of(USAGE).send()).isEqualTo(Send.COUNTS);
    assertThat(answer.of(DIAGNOSTICS)).isEqualTo(Switches.OFF);
  }

  @Test
  void refresh_answerLostUnderAPolicyThatAllows_thePolicyHoldsAgain() throws IOException {
    Path policy = folder.resolve("policy.json");
    Files.writeString(policy, "{\"allow\":[\"usage\"],\"send\":\"counts\"}");
    ConsentStore store =
        new ConsentStore(
            TestSettings.in(folder, clock, Map.of("TELEMETRY_POLICY_FILE", policy.toString())));
    long before = store.refresh().grant();
    Files.delete(folder.resolve("consent.json"));

    ConsentAnswer after = store.refresh();

    assertThat(after.of(USAGE).send()).isEqualTo(Send.COUNTS);
    assertThat(after.grant()).isGreaterThan(before);
  }

  @Test
  @Tag("P3")
  void no_afterAKill_leavesNoLockOfASession() throws IOException {
    Path lock = Files.createDirectories(folder.resolve("data")).resolve("session-killed.lock");
    Files.createFile(lock);
    try (TelemetryRuntime runtime = LabRuntime.startSilent(folder, clock)) {
      runtime.consent().set(ConsentPreset.NO);

      assertThat(lock).doesNotExist();
    }
  }

  @Test
  @Tag("P3")
  void start_afterANoThatAKilledProcessHadNotHeard_removesItsLockAndId() throws IOException {
    answer(store(1), Send.NOTHING);
    Path lock = Files.createDirectories(folder.resolve("data")).resolve("session-killed.lock");
    Files.createFile(lock);
    Path id = Files.createFile(folder.resolve("data/installation.json"));

    TelemetryRuntime runtime = LabRuntime.startSilent(folder, clock);

    Awaitility.await().until(() -> !Files.exists(lock) && !Files.exists(id));
    runtime.close();
  }

  private static ConsentAnswer answer(ConsentStore store, Send send) {
    store.refresh();
    return store.answer(
        before -> {
          EnumMap<Purpose, Switches> all = new EnumMap<>(Purpose.class);
          for (Purpose purpose : Purpose.values()) {
            all.put(purpose, new Switches(false, send));
          }
          return all;
        });
  }

  private ConsentStore store(int question) {
    return new ConsentStore(TestSettings.in(folder, clock, Map.of(), question));
  }
}
