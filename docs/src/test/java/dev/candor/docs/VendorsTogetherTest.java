package dev.candor.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.ConsentPreset;
import dev.candor.telemetry.TelemetryOptions;
import dev.candor.telemetry.TelemetryRuntime;
import dev.candor.telemetry.TelemetryStatus.DestinationLedger;
import dev.candor.telemetry.testkit.Answer;
import dev.candor.telemetry.testkit.ByteScan;
import dev.candor.telemetry.testkit.FakeAmplitude;
import dev.candor.telemetry.testkit.FakeGa4;
import dev.candor.telemetry.testkit.FakeSentry;
import dev.candor.telemetry.testkit.LoopbackBackend;
import dev.candor.telemetry.testkit.NoiseCheck;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Three vendors and a Collector at once, by settings alone; each in a different mood. */
@Timeout(180)
@Tag("P8")
class VendorsTogetherTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration ROUND = Duration.ofSeconds(2);
  private static final int ERRORS = 5;
  private static final String[] SECRETS = {FakeGa4.SECRET, FakeAmplitude.KEY, FakeSentry.KEY};

  @RegisterExtension final LoopbackBackend collector = new LoopbackBackend();
  @RegisterExtension final VendorFakes fakes = new VendorFakes();
  @RegisterExtension final NoiseCheck noise = new NoiseCheck();
  @TempDir Path folder;

  @Test
  @Tag("SV-1")
  @Tag("SV-45")
  void everybodyWell_everybodyGetsEachOnce() {
    try (TelemetryRuntime runtime = start(Map.of())) {
      fail(runtime);
      await(runtime, () -> queued(runtime).values().stream().allMatch(left -> left == 0));

      assertThat(queued(runtime)).containsOnlyKeys("otlp", "ga4", "amplitude", "sentry");
      assertThat(collector.spans("app.error")).hasSize(ERRORS);
      assertThat(fakes.google.events("app_error")).hasSize(ERRORS);
      assertThat(fakes.amplitude.events("app.error")).hasSize(ERRORS);
      assertThat(fakes.sentry.events()).hasSize(ERRORS);
      assertBalanced(runtime);
    }
  }

  /** What is sealed, refused, uncertain and booked; a bad answer may repeat what it was asked. */
  @Test
  @Tag("P4")
  void credentials_whateverIsAnswered_areInNoFile() {
    byte[] echo = String.join(" ", SECRETS).getBytes(StandardCharsets.UTF_8);
    fakes.google.backend().answerWith(Answer.body(500, "text/plain", echo));
    fakes.amplitude.backend().answerWith(Answer.body(400, "application/json", echo));
    fakes.sentry.backend().answerWith(Answer.body(403, "text/plain", echo));
    try (TelemetryRuntime runtime = start(Map.of())) {
      fail(runtime);
      await(
          runtime,
          () ->
              fakes.google.backend().connections() > 0
                  && fakes.amplitude.backend().connections() > 0
                  && fakes.sentry.backend().connections() > 0
                  && queued(runtime).get("ga4") == 0);
    }

    ByteScan.of(SECRETS).assertNothingIn(folder);
    assertThat(noise.text()).doesNotContain(SECRETS);
    noise.expected();
  }

  @Test
  @Tag("P9")
  void oneHangsOneRefusesOneIsMisconfigured_theOthersGetEverything() {
    CountDownLatch release = new CountDownLatch(1);
    fakes.sentry.backend().answerWith(Answer.held(release));
    fakes.amplitude.backend().answerWith(503);
    // Two faults are one warning, and one that no other test of this process has caused.
    Map<String, String> faults = Map.of("GA_REGION", "atlantis", "APP_BASE_URL", "atlantis");
    try (TelemetryRuntime runtime = start(faults)) {
      fail(runtime);
      await(runtime, () -> collector.spans("app.error").size() == ERRORS);

      assertThat(queued(runtime)).doesNotContainKey("ga4").containsEntry("otlp", 0L);
      assertThat(queued(runtime).get("amplitude")).isGreaterThanOrEqualTo(ERRORS);
      assertThat(noise.text()).containsOnlyOnce("GA_REGION must be").doesNotContain("atlantis");
      assertThat(fakes.google.backend().connections()).isZero();
      assertBalanced(runtime);
    } finally {
      release.countDown();
      noise.expected();
    }
  }

  @Test
  @Tag("P7")
  void oneIsDownAndComesBack_getsEverythingOnce() {
    fakes.amplitude.backend().down();
    try (TelemetryRuntime runtime = start(Map.of())) {
      fail(runtime);
      await(runtime, () -> collector.spans("app.error").size() == ERRORS);
      assertThat(queued(runtime).get("amplitude")).isGreaterThanOrEqualTo(ERRORS);

      fakes.amplitude.backend().up();
      await(runtime, () -> queued(runtime).get("amplitude") == 0);

      assertThat(fakes.amplitude.events("app.error")).hasSize(ERRORS);
      assertThat(fakes.amplitude.duplicates()).isZero();
      assertBalanced(runtime);
    }
  }

  private TelemetryRuntime start(Map<String, String> further) {
    Map<String, String> settings = fakes.settings();
    settings.put("TELEMETRY_ENDPOINT", collector.uri().toString());
    settings.putAll(further);
    TelemetryRuntime runtime =
        TelemetryRuntime.start(
            TelemetryOptions.builder("lab", "1.4.2").folder(folder).environment(settings).build());
    runtime.consent().set(ConsentPreset.EVERYTHING);
    return runtime;
  }

  private static void fail(TelemetryRuntime runtime) {
    for (int i = 0; i < ERRORS; i++) {
      runtime.telemetry().error(new IllegalStateException());
    }
  }

  private static void await(TelemetryRuntime runtime, Callable<Boolean> end) {
    Awaitility.await()
        .atMost(PATIENCE)
        .until(
            () -> {
              runtime.flush(ROUND);
              return end.call();
            });
  }

  private static Map<String, Long> queued(TelemetryRuntime runtime) {
    return runtime.status().destinations().stream()
        .collect(Collectors.toMap(DestinationLedger::destination, DestinationLedger::queued));
  }

  private static void assertBalanced(TelemetryRuntime runtime) {
    assertThat(runtime.status().destinations())
        .allSatisfy(ledger -> assertThat(ledger.balances()).isTrue());
  }
}
