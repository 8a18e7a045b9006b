package moving;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.ConsentPreset;
import dev.candor.telemetry.FlushResult;
import dev.candor.telemetry.TelemetryOptions;
import dev.candor.telemetry.TelemetryRuntime;
import dev.candor.telemetry.testkit.FakeAmplitude;
import dev.candor.telemetry.testkit.FakeGa4;
import dev.candor.telemetry.testkit.LoopbackBackend;
import dev.candor.telemetry.testkit.ReceivedSpan;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What the calls of the page on moving become, at the receiver and at the vendors. */
class MovedApplicationTest {
  private static final String TRACE =
      """
      Traceback (most recent call last):
        File "/home/ada/lab/api.py", line 59, in get
          raise ConnectionError(url)
      ConnectionError: cannot reach ada@lab.example.org
      """;

  @RegisterExtension final LoopbackBackend collector = new LoopbackBackend();
  @RegisterExtension final FakeGa4 google = new FakeGa4();
  @RegisterExtension final FakeAmplitude amplitude = new FakeAmplitude();
  @TempDir Path folder;

  @Test
  @Tag("SV-17")
  @Tag("SV-18")
  void byName_pageAndEvent_haveTheFormsOfBothVendors() {
    try (TelemetryRuntime runtime = start()) {
      MovedApplication.byName(runtime, TRACE);
      runtime.named().trackPageView("/", "Home");
      deliver(runtime);

      assertThat(google.names()).containsKeys("page_view", "workflow_started");
      assertThat(google.events("page_view"))
          .first()
          .satisfies(
              view ->
                  assertThat(view.params())
                      .containsEntry("page_location", "https://app.invalid/event_search"));
      assertThat(amplitude.events("[Amplitude] Page Viewed")).hasSize(1);
      assertThat(amplitude.events("workflow_started")).hasSize(1);
      assertThat(runtime.status().losses()).isEmpty();
    }
  }

  @Test
  void byType_always_isWhatTheCallsByNameAre() {
    try (TelemetryRuntime runtime = start()) {
      MovedApplication.byName(runtime, TRACE);
      MovedApplication.byType(runtime, new IllegalStateException());
      deliver(runtime);

      assertThat(collector.spans("workflow_started"))
          .hasSize(2)
          .extracting(ReceivedSpan::attributes)
          .satisfies(both -> assertThat(both.get(0)).isEqualTo(both.get(1)));
      assertThat(collector.spans("app.error")).hasSize(2);
    }
  }

  private TelemetryRuntime start() {
    TelemetryRuntime runtime =
        TelemetryRuntime.start(
            TelemetryOptions.builder("lab", "1.4.2", MovedEvents.class)
                .folder(folder)
                .environment(
                    Map.of(
                        "TELEMETRY_ENDPOINT",
                        collector.uri().toString(),
                        "GA_MEASUREMENT_ID",
                        FakeGa4.STREAM,
                        "GA_API_SECRET",
                        FakeGa4.SECRET,
                        "GA_ENDPOINT",
                        google.uri().toString(),
                        "AMPLITUDE_API_KEY",
                        FakeAmplitude.KEY,
                        "AMPLITUDE_ENDPOINT",
                        amplitude.uri().toString()))
                .build());
    runtime.consent().set(ConsentPreset.EVERYTHING);
    return runtime;
  }

  private static void deliver(TelemetryRuntime runtime) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> runtime.flush(Duration.ofSeconds(10)) == FlushResult.DELIVERED);
  }
}
