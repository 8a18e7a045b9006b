package mixpanel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.ConsentPreset;
import dev.candor.telemetry.TelemetryOptions;
import dev.candor.telemetry.TelemetryRuntime;
import dev.candor.telemetry.testkit.LoopbackBackend;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A jar that nobody knew, found and used by its setting alone. */
@Timeout(120)
class MixpanelEngineTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @RegisterExtension final LoopbackBackend mixpanel = new LoopbackBackend();
  @TempDir Path folder;

  @Test
  @Tag("SV-2")
  @Tag("SV-3")
  @Tag("SV-19")
  @Tag("SV-57")
  void tokenGiven_eventsArrive() {
    Map<String, String> settings =
        Map.of(
            "MIXPANEL_PROJECT_TOKEN",
            "not-a-real-key",
            "MIXPANEL_ENDPOINT",
            mixpanel.uri().toString());
    try (TelemetryRuntime runtime = start(settings)) {
      runtime.consent().set(ConsentPreset.EVERYTHING);
      runtime.telemetry().error(new IllegalStateException("ask jane@example.org"));
      runtime.flush(PATIENCE);
      mixpanel.awaitRequests(1, PATIENCE);
    }

    String sent =
        mixpanel.requests().stream()
            .map(request -> new String(request.body(), StandardCharsets.UTF_8))
            .reduce("", String::concat);
    assertThat(sent).contains("\"event\":\"app.error\"", "\"$insert_id\":").doesNotContain("jane");
  }

  @Test
  @Tag("P1")
  void noToken_nothingConnects() {
    try (TelemetryRuntime runtime = start(Map.of("OTHER", mixpanel.uri().toString()))) {
      runtime.consent().set(ConsentPreset.EVERYTHING);
      runtime.telemetry().error(new IllegalStateException());
      runtime.flush(Duration.ofSeconds(5));

      assertThat(runtime.status().destinations()).isEmpty();
    }
    assertThat(mixpanel.connections()).isZero();
  }

  private TelemetryRuntime start(Map<String, String> settings) {
    return TelemetryRuntime.start(
        TelemetryOptions.builder("lab", "1.4.2").folder(folder).environment(settings).build());
  }
}
