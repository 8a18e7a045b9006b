package dev.candor.telemetry.exporter.sentry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.ConsentPreset;
import dev.candor.telemetry.FlushResult;
import dev.candor.telemetry.SelfDescription;
import dev.candor.telemetry.TelemetryOptions;
import dev.candor.telemetry.TelemetryRuntime;
import dev.candor.telemetry.testkit.FakeClock;
import dev.candor.telemetry.testkit.FakeSentry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a person typed about themselves goes to Sentry if they approved Sentry, and else nowhere.
 */
@Tag("P4")
class SentryDescriptionTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final SelfDescription WORDS =
      SelfDescription.of("axolotlscope", "quaggainstitute", "thylacinelab", "moarooftop");

  private final FakeClock clock = FakeClock.create();
  @RegisterExtension final FakeSentry sentry = new FakeSentry(clock);
  @TempDir Path folder;
  private TelemetryRuntime runtime;

  @BeforeEach
  void start() {
    runtime =
        TelemetryRuntime.start(
            TelemetryOptions.builder("lab", "1.4.2", LabEvents.class)
                .folder(folder)
                .clock(clock)
                .environment(Map.of("SENTRY_DSN", sentry.dsn()))
                .build());
    runtime.consent().set(ConsentPreset.EVERYTHING);
  }

  @AfterEach
  void close() {
    runtime.close();
  }

  @Test
  @Tag("SQ-18")
  void error_approvedForSentry_hasTheWordsAsTagsAndName() {
    runtime.consent().describe(WORDS.approvedFor(Set.of("sentry")));

    fail();

    assertThat(part("tags"))
        .containsEntry("institution", "quaggainstitute")
        .containsEntry("lab", "thylacinelab")
        .containsEntry("location", "moarooftop");
    assertThat(part("user")).containsEntry("username", "axolotlscope").containsKey("id");
  }

  @Test
  void error_someWordsOnly_hasThese() {
    runtime
        .consent()
        .describe(
            SelfDescription.of(null, null, "thylacinelab", null).approvedFor(Set.of("sentry")));

    fail();

    assertThat(part("tags"))
        .containsEntry("lab", "thylacinelab")
        .doesNotContainKeys("institution", "location");
    assertThat(part("user")).containsOnlyKeys("id");
  }

  @Test
  @Tag("SQ-18")
  void error_approvedForOthersOnly_hasNone() {
    runtime.consent().describe(WORDS.approvedFor(Set.of("otlp", "ga4")));

    fail();

    assertThat(part("tags")).doesNotContainKeys("institution", "lab", "location");
    assertThat(part("user")).containsOnlyKeys("id");
  }

  @Test
  void error_approvalTakenBackWhileItWaits_hasNone() {
    runtime.consent().describe(WORDS.approvedFor(Set.of("sentry")));
    sentry.backend().down();
    runtime.telemetry().error(new IllegalStateException());
    assertThat(runtime.flush(PATIENCE)).isEqualTo(FlushResult.STORED);

    runtime.consent().describe(WORDS);
    sentry.backend().up();
    clock.advance(Duration.ofHours(2));
    deliver();

    assertThat(part("tags")).doesNotContainKeys("institution", "lab", "location");
    assertThat(part("user")).containsOnlyKeys("id");
  }

  private void fail() {
    runtime.telemetry().error(new IllegalStateException());
    deliver();
  }

  private void deliver() {
    assertThat(runtime.flush(PATIENCE)).isEqualTo(FlushResult.DELIVERED);
    assertThat(sentry.faults()).isEmpty();
  }

  @SuppressWarnings("unchecked") // as the fake reads it
  private Map<String, Object> part(String name) {
    return (Map<String, Object>) sentry.events().get(0).get(name);
  }
}
